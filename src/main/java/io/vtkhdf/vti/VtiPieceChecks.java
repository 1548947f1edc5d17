package io.vtkhdf.vti;

import io.vtkhdf.ArraySpec;
import io.vtkhdf.Association;
import io.vtkhdf.Extent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes sure that the pieces of a file make one image: they cover it, and each has all arrays. */
final class VtiPieceChecks {

    /** The parts that pieces leave uncovered are found by cutting boxes out of boxes; this bounds the work. */
    private static final int MAX_PARTS = 10_000;

    private final VtiIndex index;

    private VtiPieceChecks(VtiIndex index) {
        this.index = index;
    }

    /** The arrays of all pieces. */
    static List<ArraySpec> arrays(VtiIndex index) throws IOException {
        VtiPieceChecks checks = new VtiPieceChecks(index);
        checks.requireWithinImage();
        checks.requireCovered(Association.POINT);
        List<ArraySpec> arrays = checks.arrays(Association.POINT);
        List<ArraySpec> cellArrays = checks.arrays(Association.CELL);
        if (!cellArrays.isEmpty()) {
            checks.requireCovered(Association.CELL);
            arrays.addAll(cellArrays);
        }
        return List.copyOf(arrays);
    }

    private void requireWithinImage() throws IOException {
        int[] image = index.geometry().extent().toArray();
        for (VtiPiece piece : index.pieces()) {
            int[] box = piece.extent().toArray();
            for (int i = 0; i < box.length; i += 2) {
                if (box[i] < image[i] || box[i + 1] > image[i + 1]) {
                    throw piece.element()
                            .wrong(
                                    "Extent",
                                    "a part of the WholeExtent "
                                            + index.geometry().extent());
                }
            }
        }
    }

    private void requireCovered(Association association) throws IOException {
        Extent image = index.geometry().extent();
        VtiCover cover = new VtiCover(association == Association.POINT ? image : image.cells());
        for (VtiPiece piece : index.pieces()) {
            piece.extent(association, image).ifPresent(cover::remove);
            if (cover.left().size() > MAX_PARTS) {
                throw index.image().unsupported("pieces in no regular arrangement", "a grid of pieces");
            }
        }
        if (!cover.left().isEmpty()) {
            throw index.image()
                    .corrupt(
                            "no piece with the " + association.groupName() + " of "
                                    + cover.left().get(0),
                            "one");
        }
    }

    private List<ArraySpec> arrays(Association association) throws IOException {
        VtiPiece first = index.pieces().get(0);
        List<ArraySpec> specs = new ArrayList<>();
        for (VtiArray array : first.arrays(association)) {
            ArraySpec spec = spec(association, array);
            requireAddressable(array, spec);
            for (VtiPiece piece : index.pieces()) {
                VtiArray other = piece.array(association, array.name())
                        .orElseThrow(() -> piece.element()
                                .corrupt(
                                        "no array '" + array.name() + "' of type "
                                                + spec.type().vtkName(),
                                        "one, as in the first piece"));
                if (!spec(association, other)
                        .withComponentNames(spec.componentNames())
                        .equals(spec)) {
                    throw other.place().corrupt("pieces that differ in type or components", "the same in all");
                }
            }
            specs.add(spec);
        }
        return specs;
    }

    private static ArraySpec spec(Association association, VtiArray array) {
        return new ArraySpec(
                association, array.name(), array.type().orElseThrow(), array.components(), array.componentNames());
    }

    private void requireAddressable(VtiArray array, ArraySpec spec) throws IOException {
        try {
            Math.multiplyExact(index.geometry().dimensions().count(), spec.tupleSize());
        } catch (ArithmeticException e) {
            throw array.place()
                    .corrupt(
                            index.geometry().dimensions() + " points of " + spec.tupleSize() + " bytes",
                            "less than 2^63 bytes");
        }
    }
}
