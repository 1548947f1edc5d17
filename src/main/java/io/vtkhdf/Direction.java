package io.vtkhdf;

import java.util.Arrays;

/**
 * The orientation of an image's axes: a 3 x 3 matrix, row by row, whose columns are the world directions of x, y and z.
 * Immutable.
 */
public final class Direction {

    public static final Direction IDENTITY = of(1, 0, 0, 0, 1, 0, 0, 0, 1);

    private final double[] rows;

    private Direction(double[] rows) {
        this.rows = rows;
    }

    /**
     * @param rows nine finite numbers, row by row
     * @throws IllegalArgumentException if they are not nine, or not finite
     */
    public static Direction of(double... rows) {
        if (rows.length != 9 || !Arrays.stream(rows).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a direction is nine finite numbers, found " + Arrays.toString(rows));
        }
        return new Direction(rows.clone());
    }

    /** The world vector of a vector in the image's own axes. */
    public Vector3 apply(Vector3 v) {
        return new Vector3(
                rows[0] * v.x() + rows[1] * v.y() + rows[2] * v.z(),
                rows[3] * v.x() + rows[4] * v.y() + rows[5] * v.z(),
                rows[6] * v.x() + rows[7] * v.y() + rows[8] * v.z());
    }

    public double[] toArray() {
        return rows.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Direction that && Arrays.equals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rows);
    }

    @Override
    public String toString() {
        return Arrays.toString(rows);
    }
}
