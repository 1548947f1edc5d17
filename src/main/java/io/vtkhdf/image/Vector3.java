package io.vtkhdf.image;

import java.util.Arrays;

/** Three coordinates, along x, y and z. */
public record Vector3(double x, double y, double z) {

    public double along(Axis axis) {
        return switch (axis) {
            case X -> x;
            case Y -> y;
            case Z -> z;
        };
    }

    public double[] toArray() {
        return new double[] {x, y, z};
    }

    boolean isFinite() {
        return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z);
    }

    @Override
    public String toString() {
        return "(" + x + ", " + y + ", " + z + ")";
    }

    // Not left to the record, as in Dimensions.
    @Override
    public boolean equals(Object other) {
        return other instanceof Vector3 that && Arrays.equals(toArray(), that.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toArray());
    }
}
