package io.vtkhdf.join;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The parts of an image in their order, and what of each is taken: they leave nothing out, and nothing is taken twice.
 *
 * <p>Parts that hold the same steps lie one behind the other along the axis. Where two of them share a plane of points,
 * it is that of the part that begins with it.
 */
final class Arrangement {

    /**
     * A part and what of it is taken.
     *
     * @param pointSlices how many of its slices of points, from its first one on
     */
    record Taken(ImagePart part, int pointSlices) {

        /** How many slices of an array, from the part's first one on; may be 0. */
        int slices(Association association, boolean isFlat) {
            return association == Association.POINT || isFlat ? pointSlices : part.slices() - 1;
        }
    }

    private final Axis axis;
    private final List<Taken> parts = new ArrayList<>();
    private int slices;
    private long steps;
    private Optional<String> gap = Optional.empty();

    private Arrangement(Axis axis) {
        this.axis = axis;
    }

    /**
     * @param axis along which the parts lie one behind the other, where they do
     * @throws IllegalArgumentException naming two parts if something is missing between them, or they have more than
     *     one plane in common
     */
    static Arrangement of(Axis axis, List<ImagePart> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("found no parts, expected at least one");
        }
        List<ImagePart> sorted = parts.stream()
                .sorted(Comparator.comparingInt(ImagePart::firstStep).thenComparingInt(ImagePart::firstSlice))
                .toList();
        Arrangement made = new Arrangement(axis);
        for (int from = 0; from < sorted.size(); ) {
            int to = from;
            while (to < sorted.size()
                    && sorted.get(to).firstStep() == sorted.get(from).firstStep()) {
                to++;
            }
            made.addRow(sorted.subList(from, to));
            from = to;
        }
        return made;
    }

    /** The parts of some steps. */
    private void addRow(List<ImagePart> row) {
        ImagePart first = row.get(0);
        if (first.firstStep() != steps) {
            throw new IllegalArgumentException(shown(first) + ": found its first step to be " + first.firstStep()
                    + ", expected " + steps + (parts.isEmpty() ? "" : ", behind " + shown(last())));
        } else if (first.firstSlice() != 0) {
            throw new IllegalArgumentException(shown(first) + ": found its first slice to be " + first.firstSlice()
                    + ", expected 0: no part lies before it");
        }
        for (int i = 0; i < row.size(); i++) {
            ImagePart part = row.get(i);
            if (part.steps() != first.steps()) {
                throw new IllegalArgumentException(shown(part) + ": found " + part.steps() + " steps, expected "
                        + first.steps() + " as in " + shown(first));
            }
            parts.add(i + 1 < row.size() ? before(part, row.get(i + 1)) : new Taken(part, part.slices()));
        }
        endRow(last());
    }

    private Taken before(ImagePart part, ImagePart next) {
        long shared = part.endSlice() - next.firstSlice();
        if (shared > 1 || next.firstSlice() == part.firstSlice()) {
            throw new IllegalArgumentException(place(part, next) + "found " + shared
                    + " slices of points that both hold, expected at most one, the last of the first and the first of the"
                    + " second");
        } else if (shared < 0) {
            throw new IllegalArgumentException(place(part, next) + "found a gap of " + -shared
                    + (shared == -1 ? " slice" : " slices") + " between them, expected none");
        } else if (shared == 0 && gap.isEmpty()) {
            gap = Optional.of(place(part, next) + "found no slice of points that both hold");
        }
        return new Taken(part, next.firstSlice() - part.firstSlice());
    }

    private String place(ImagePart part, ImagePart next) {
        return shown(part) + slices(part) + " and " + shown(next) + slices(next) + ": ";
    }

    private String slices(ImagePart part) {
        return " (" + axis.name().toLowerCase(Locale.ROOT) + " " + part.firstSlice() + " to " + (part.endSlice() - 1)
                + ")";
    }

    private void endRow(ImagePart last) {
        if (steps > 0 && last.endSlice() != slices) {
            throw new IllegalArgumentException(shown(last) + ": found its last slice to be " + (last.endSlice() - 1)
                    + ", expected " + (slices - 1) + " as at the steps before");
        }
        if (last.endSlice() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(shown(last) + ": found its last slice to be " + (last.endSlice() - 1)
                    + ", expected less than 2^31 - 1");
        }
        slices = (int) last.endSlice();
        steps += last.steps();
    }

    private ImagePart last() {
        return parts.get(parts.size() - 1).part();
    }

    private static String shown(ImagePart part) {
        return ShownText.of(part.file().toString());
    }

    Axis axis() {
        return axis;
    }

    /** In order. */
    List<Taken> parts() {
        return parts;
    }

    /** How many slices of points all parts have together along the axis. */
    int slices() {
        return slices;
    }

    /** How many steps all parts have together. */
    long steps() {
        return steps;
    }

    /** @throws IllegalArgumentException if all parts are not all of an image, of so many steps or without */
    void requireSize(Dimensions image, int count) {
        if (slices != image.along(axis)) {
            throw new IllegalArgumentException("found parts of " + slices + " slices together, expected the "
                    + image.along(axis) + " of the image");
        } else if (steps != Math.max(1, count)) {
            throw new IllegalArgumentException(
                    "found parts of " + steps + " steps together, expected the " + count + " of the times");
        }
    }

    /** @throws IllegalArgumentException if cells between two parts are in none */
    void requireCells(List<ArraySpec> arrays) {
        Optional<ArraySpec> cells = arrays.stream()
                .filter(array -> array.association() == Association.CELL)
                .findFirst();
        if (cells.isPresent() && gap.isPresent()) {
            throw new IllegalArgumentException(gap.get() + ", so the cells between them are in neither, expected all"
                    + " values of the cell array "
                    + ShownText.quoted(cells.get().name())
                    + "; join the point arrays alone");
        }
    }
}
