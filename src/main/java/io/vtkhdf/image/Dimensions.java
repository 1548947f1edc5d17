package io.vtkhdf.image;

/** The number of points (or cells) along each axis; at least 1 each. */
public record Dimensions(int x, int y, int z) {

    /** @throws IllegalArgumentException with a dimension below 1 */
    public Dimensions {
        if (x < 1 || y < 1 || z < 1) {
            throw new IllegalArgumentException("dimensions must be at least 1, found " + x + " x " + y + " x " + z);
        }
    }

    /** The dimension along an axis. */
    public int along(Axis axis) {
        return switch (axis) {
            case X -> x;
            case Y -> y;
            case Z -> z;
        };
    }

    /**
     * The product of the three.
     *
     * @throws ArithmeticException if it exceeds a long
     */
    public long count() {
        return Math.multiplyExact(Math.multiplyExact((long) x, (long) y), (long) z);
    }

    /** The number of cells between this many points along each axis: one less, but 1 along a flat axis, as in VTK. */
    public Dimensions cells() {
        return new Dimensions(Math.max(x - 1, 1), Math.max(y - 1, 1), Math.max(z - 1, 1));
    }

    /** The extent of so many points that starts at 0, 0, 0. */
    public Extent extent() {
        return new Extent(0, x - 1, 0, y - 1, 0, z - 1);
    }

    @Override
    public String toString() {
        return x + " x " + y + " x " + z;
    }

    // Not left to the record, which would put them together at run time: 40 ms when the first two are compared.
    @Override
    public boolean equals(Object other) {
        return other instanceof Dimensions that && x == that.x && y == that.y && z == that.z;
    }

    @Override
    public int hashCode() {
        return (31 * x + y) * 31 + z;
    }
}
