package io.vtkhdf.volume;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Direction;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Vector3;
import io.vtkhdf.input.InputFile;
import java.util.Arrays;

/**
 * The geometry of a volume of one, two or three axes, x first. The axes that are missing have one point, a distance of
 * 1, and a direction at right angles to the others.
 */
public final class VolumeGrid {

    private static final int AXES = 3;

    private final int[] sizes = {1, 1, 1};
    private final double[] spacing = {1, 1, 1};
    private final double[] origin = {0, 0, 0};
    /** The direction of each axis; null for one that is missing. */
    private final double[][] axes = new double[AXES][];

    /** @param sizes of at most three axes */
    public VolumeGrid(int... sizes) {
        System.arraycopy(sizes, 0, this.sizes, 0, sizes.length);
    }

    /** The distances of neighbouring points along the axes that there are. */
    public VolumeGrid spacing(double... values) {
        System.arraycopy(values, 0, spacing, 0, values.length);
        return this;
    }

    /** The place of the first point, in as many coordinates as there are. */
    public VolumeGrid origin(double... values) {
        System.arraycopy(values, 0, origin, 0, values.length);
        return this;
    }

    /** The direction of an axis, of length 1, in as many coordinates as there are. */
    public VolumeGrid axis(int axis, double... direction) {
        axes[axis] = Arrays.copyOf(direction, AXES);
        return this;
    }

    /** An axis by the step from one point to the next. */
    public VolumeGrid step(int axis, double... step) {
        double length = length(step);
        spacing[axis] = length;
        axis(axis, length == 0 ? step : Arrays.stream(step).map(v -> v / length).toArray());
        return this;
    }

    private static double length(double... vector) {
        double length = 0;
        for (double v : vector) {
            length = Math.hypot(length, v);
        }
        return length;
    }

    public Dimensions dimensions() {
        return new Dimensions(sizes[0], sizes[1], sizes[2]);
    }

    /**
     * @param file whose header says it
     * @throws CorruptFileException if the numbers exceed a double
     */
    public ImageGeometry geometry(InputFile file) throws CorruptFileException {
        try {
            return new ImageGeometry(dimensions().extent(), vector(origin), vector(spacing), direction());
        } catch (IllegalArgumentException e) {
            throw file.corrupt("header", e.getMessage(), "numbers whose squares a double can hold");
        }
    }

    private static Vector3 vector(double[] values) {
        return new Vector3(positive(values[0]), positive(values[1]), positive(values[2]));
    }

    /** No -0.0, which a change of sign makes of 0. */
    private static double positive(double value) {
        return value == 0 ? 0 : value;
    }

    private Direction direction() {
        complete();
        double[] rows = new double[AXES * AXES];
        for (int row = 0; row < AXES; row++) {
            for (int column = 0; column < AXES; column++) {
                rows[row * AXES + column] = positive(axes[column][row]);
            }
        }
        return Direction.of(rows);
    }

    /** Adds the axes that are missing. */
    private void complete() {
        for (int axis = 0; axis < AXES; axis++) {
            if (axes[axis] == null) {
                axes[axis] = missing(axis);
            }
        }
    }

    private double[] missing(int axis) {
        double[] next = axes[(axis + 1) % AXES];
        double[] afterNext = axes[(axis + 2) % AXES];
        if (next != null && afterNext != null) {
            double[] normal = cross(next, afterNext);
            double length = length(normal);
            return length == 0
                    ? unit(axis)
                    : Arrays.stream(normal).map(v -> v / length).toArray();
        }
        double[] known = next == null ? afterNext : next;
        return known == null ? unit(axis) : atRightAngle(known, axis);
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    /** What is left of the axis' own direction, or of another, when its part along the known one is taken away. */
    private static double[] atRightAngle(double[] known, int axis) {
        for (int turn = 0; turn < AXES; turn++) {
            double[] unit = unit((axis + turn) % AXES);
            double along = known[(axis + turn) % AXES];
            double[] rest = {
                unit[0] - along * known[0], unit[1] - along * known[1], unit[2] - along * known[2],
            };
            double length = length(rest);
            if (length > 0.5) { // As that of one of the three is.
                return Arrays.stream(rest).map(v -> v / length).toArray();
            }
        }
        return unit(axis);
    }

    private static double[] unit(int axis) {
        double[] unit = new double[AXES];
        unit[axis] = 1;
        return unit;
    }
}
