package io.vtkhdf.vti;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Extent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes sure that the pieces of a file make one image: they cover it, and which arrays they all have. */
final class VtiPieceChecks {

    /** The parts that pieces leave uncovered are found by cutting boxes out of boxes; this bounds the work. */
    private static final int MAX_PARTS = 10_000;

    private final VtiIndex index;

    VtiPieceChecks(VtiIndex index) {
        this.index = index;
    }

    /** The arrays of all pieces; others are {@linkplain VtiIndex#leftOut left out}. */
    List<ArraySpec> arrays() throws IOException {
        if (index.pieces().isEmpty()) {
            throw uncovered(Association.POINT, index.geometry().extent());
        }
        requireWithinImage();
        List<ArraySpec> arrays = new ArrayList<>();
        addArrays(Association.POINT, arrays);
        addArrays(Association.CELL, arrays);
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

    /**
     * @param box indices of tuples
     * @throws io.vtkhdf.error.CorruptFileException if pieces do not have all of them
     */
    void requireCovered(Association association, Extent box) throws IOException {
        VtiCover cover = new VtiCover(box);
        for (VtiPiece piece : index.pieces()) {
            piece.extent(association, index.geometry().extent()).ifPresent(cover::remove);
            if (cover.left().size() > MAX_PARTS) {
                throw index.image().unsupported("pieces in no regular arrangement", "a grid of pieces");
            }
        }
        if (!cover.left().isEmpty()) {
            throw uncovered(association, cover.left().get(0));
        }
    }

    private CorruptFileException uncovered(Association association, Extent box) {
        return index.image().corrupt("no piece with the " + association.groupName() + " of " + box, "one");
    }

    private void addArrays(Association association, List<ArraySpec> arrays) {
        for (VtiArray array : index.pieces().get(0).arrays(association)) {
            if (!index.leftOut().has(association, array.name())) {
                try {
                    arrays.add(specOfAll(association, array));
                } catch (FileContentException e) {
                    index.leftOut().add(association, array.name(), e);
                }
            }
        }
    }

    private ArraySpec specOfAll(Association association, VtiArray array) throws FileContentException {
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
        return spec;
    }

    private static ArraySpec spec(Association association, VtiArray array) {
        return new ArraySpec(
                association, array.name(), array.type().orElseThrow(), array.components(), array.componentNames());
    }

    private void requireAddressable(VtiArray array, ArraySpec spec) throws FileContentException {
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
