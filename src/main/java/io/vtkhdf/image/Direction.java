package io.vtkhdf.image;

import java.util.Arrays;

/**
 * The orientation of an image's axes: a 3 x 3 matrix, row by row, whose columns are the world directions of x, y and z.
 * Immutable.
 */
public final class Direction {

    public static final Direction IDENTITY = of(1, 0, 0, 0, 1, 0, 0, 0, 1);

    /** The volume between columns of length 1 that counts as none. */
    private static final double FLAT = 1e-12;

    private final double[] rows;

    private Direction(double[] rows) {
        this.rows = rows;
    }

    /**
     * @param rows nine finite numbers, row by row
     * @throws IllegalArgumentException if they are not nine, or not finite
     */
    public static Direction of(double... rows) {
        boolean finite = true;
        for (double number : rows) {
            finite &= Double.isFinite(number);
        }
        if (rows.length != 9 || !finite) {
            throw new IllegalArgumentException("a direction is nine finite numbers, found " + Arrays.toString(rows));
        }
        return new Direction(rows.clone());
    }

    /** Whether its columns lie in a plane, as far as doubles can tell. */
    public boolean isSingular() {
        double lengths = 1;
        for (int column = 0; column < 3; column++) {
            lengths *= Math.hypot(Math.hypot(rows[column], rows[3 + column]), rows[6 + column]);
        }
        return Math.abs(determinant()) <= FLAT * lengths;
    }

    private double determinant() {
        return determinant(rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], rows[6], rows[7], rows[8]);
    }

    /** The world vector of a vector in the image's own axes. */
    public Vector3 apply(Vector3 v) {
        return new Vector3(
                rows[0] * v.x() + rows[1] * v.y() + rows[2] * v.z(),
                rows[3] * v.x() + rows[4] * v.y() + rows[5] * v.z(),
                rows[6] * v.x() + rows[7] * v.y() + rows[8] * v.z());
    }

    /**
     * The vector in the image's own axes of a world vector.
     *
     * @throws ArithmeticException if the matrix is singular
     */
    public Vector3 applyInverse(Vector3 world) {
        double determinant = determinant();
        if (determinant == 0) {
            throw new ArithmeticException("the direction " + this + " is singular");
        }
        double x = world.x();
        double y = world.y();
        double z = world.z();
        return new Vector3(
                determinant(x, rows[1], rows[2], y, rows[4], rows[5], z, rows[7], rows[8]) / determinant,
                determinant(rows[0], x, rows[2], rows[3], y, rows[5], rows[6], z, rows[8]) / determinant,
                determinant(rows[0], rows[1], x, rows[3], rows[4], y, rows[6], rows[7], z) / determinant);
    }

    private static double determinant(
            double a, double b, double c, double d, double e, double f, double g, double h, double i) {
        return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
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
