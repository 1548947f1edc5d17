package io.vtkhdf.volume.nrrd;

import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.volume.HeaderLines;
import io.vtkhdf.volume.HeaderValue;
import io.vtkhdf.volume.Space;
import io.vtkhdf.volume.VolumeGrid;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where an image lies. Its points are the samples, whether they are those of cells or of nodes, as for ITK; that only
 * tells where the first is of those from {@code axis mins} to {@code axis maxs}. Coordinates of patients are those of
 * left-posterior-superior, as ITK has them: those of right-anterior-superior and left-anterior-superior change sign.
 */
final class NrrdGeometry {

    private static final int MOST = 3;

    private final NrrdHeader header;
    private final NrrdAxes axes;
    /** As the header names it. */
    private final Optional<HeaderValue> space;

    private final double[] signs;

    NrrdGeometry(NrrdHeader header, NrrdAxes axes) throws IOException {
        this.header = header;
        this.axes = axes;
        this.space = header.field("space");
        this.signs = Space.signs(space.map(HeaderValue::text).orElse(""));
        if (space.isPresent() && !Space.isName(space.get().text())) {
            throw space.get()
                    .unsupported(
                            HeaderLines.quoted(space.get().text()),
                            "left-posterior-superior, right-anterior-superior, left-anterior-superior, scanner-xyz,"
                                    + " 3D-right-handed or 3D-left-handed, without time");
        }
    }

    /** What the coordinates are, if the header says it. */
    Optional<SourceNote> note() {
        return space.map(value -> {
            boolean isTurned = signs[0] < 0 || signs[1] < 0;
            boolean isPatient = Space.isOfPatient(value.text());
            String told = isTurned
                    ? ", become those of left-posterior-superior, as ITK has them: "
                            + (signs[0] < 0 ? "x and y change" : "y changes") + " sign"
                    : isPatient ? ", as ITK has them, are kept" : " are kept";
            return SourceNote.ofImage(header.file().path() + ": coordinates of the space " + value.text() + told);
        });
    }

    /** NRRD's name of the space that the coordinates are of now. */
    String spaceOfResult() {
        String name = space.map(HeaderValue::text).orElse("");
        return Space.isOfPatient(name) ? Space.OF_ITK : name;
    }

    ImageGeometry geometry() throws IOException {
        VolumeGrid grid = new VolumeGrid(axes.sizes());
        if (header.field("spacedirections").isPresent()) {
            directed(grid);
        } else {
            straight(grid);
        }
        return grid.geometry(header.file());
    }

    private int spaceDimension() throws IOException {
        return header.field("spacedimension").isPresent()
                ? header.required("spacedimension").integer(1, MOST)
                : MOST;
    }

    private void directed(VolumeGrid grid) throws IOException {
        int dimension = spaceDimension();
        HeaderValue field = header.required("spacedirections");
        List<String> vectors = NrrdVectors.split(field);
        for (int axis = 0; axis < axes.space().length; axis++) {
            String vector = vectors.get(axes.space()[axis]);
            double[] step =
                    vector.equals(NrrdVectors.NONE) ? new double[0] : NrrdVectors.numbers(field, vector, dimension);
            boolean isNothing = true;
            for (double number : step) {
                isNothing &= number == 0;
            }
            if (isNothing) {
                throw field.corrupt(vector + " along axis " + axes.space()[axis], "a vector that has a length");
            }
            grid.step(axis, signed(step));
        }
        if (header.field("spaceorigin").isPresent()) {
            HeaderValue origin = header.required("spaceorigin");
            List<String> vector = NrrdVectors.split(origin);
            if (vector.size() != 1 || vector.get(0).equals(NrrdVectors.NONE)) {
                throw origin.corrupt(origin.text(), "one vector");
            }
            grid.origin(signed(NrrdVectors.numbers(origin, vector.get(0), dimension)));
        }
    }

    private double[] signed(double[] vector) {
        double[] signed = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            signed[i] = vector[i] * signs[i];
        }
        return signed;
    }

    /** By numbers of each axis, which are NaN where they are not known. */
    private void straight(VolumeGrid grid) throws IOException {
        double[] spacings = numbers("spacings");
        double[] mins = numbers("axismins");
        double[] maxs = numbers("axismaxs");
        double[] origin = new double[axes.space().length];
        for (int i = 0; i < origin.length; i++) {
            int axis = axes.space()[i];
            boolean isNode = isNode(axis);
            double length = axes.sizes()[i] - (isNode ? 1 : 0);
            double spacing = spacings[axis];
            if (Double.isNaN(spacing) && length > 0) {
                spacing = (maxs[axis] - mins[axis]) / length;
            }
            spacing = Double.isFinite(spacing) && spacing != 0 ? spacing : 1;
            double[] step = new double[MOST];
            step[i] = spacing * signs[i];
            grid.step(i, step);
            origin[i] = Double.isNaN(mins[axis]) ? 0 : (mins[axis] + (isNode ? 0 : spacing / 2)) * signs[i];
        }
        grid.origin(origin);
    }

    private boolean isNode(int axis) throws IOException {
        return header.field("centers").isPresent()
                && header.required("centers").words(axes.count())[axis].equalsIgnoreCase("node");
    }

    private double[] numbers(String name) throws IOException {
        double[] numbers = new double[axes.count()];
        Arrays.fill(numbers, Double.NaN);
        if (header.field(name).isPresent()) {
            HeaderValue field = header.required(name);
            String[] words = field.words(axes.count());
            for (int axis = 0; axis < numbers.length; axis++) {
                numbers[axis] = words[axis].equalsIgnoreCase("nan") ? Double.NaN : field.finite(words[axis]);
            }
        }
        return numbers;
    }
}
