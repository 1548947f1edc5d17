package io.vtkhdf.image;

import java.util.Arrays;

/**
 * The first and last index along each axis, both inclusive, as VTK's {@code WholeExtent}; may start anywhere, also
 * below 0.
 */
public record Extent(int xMin, int xMax, int yMin, int yMax, int zMin, int zMax) {

    /**
     * @throws IllegalArgumentException with a last index below the first, or more than 2^31 - 1 indices along an axis
     */
    public Extent {
        requireRange("x", xMin, xMax);
        requireRange("y", yMin, yMax);
        requireRange("z", zMin, zMax);
    }

    private static void requireRange(String axis, int min, int max) {
        if (max < min || (long) max - min >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException("extent along " + axis
                    + " must be min <= max with fewer than 2^31 points," + " found " + min + " to " + max);
        }
    }

    /** The number of points along each axis. */
    public Dimensions dimensions() {
        return new Dimensions(xMax - xMin + 1, yMax - yMin + 1, zMax - zMin + 1);
    }

    /** The extent of the cells between these points: the last index one less, but unchanged along a flat axis. */
    public Extent cells() {
        Dimensions cells = dimensions().cells();
        return new Extent(
                xMin, xMin + cells.x() - 1,
                yMin, yMin + cells.y() - 1,
                zMin, zMin + cells.z() - 1);
    }

    public boolean startsAtZero() {
        return xMin == 0 && yMin == 0 && zMin == 0;
    }

    /** The six numbers in VTK's order: xMin, xMax, yMin, yMax, zMin, zMax. */
    public int[] toArray() {
        return new int[] {xMin, xMax, yMin, yMax, zMin, zMax};
    }

    @Override
    public String toString() {
        return xMin + ".." + xMax + " " + yMin + ".." + yMax + " " + zMin + ".." + zMax;
    }

    // Not left to the record, as in Dimensions.
    @Override
    public boolean equals(Object other) {
        return other instanceof Extent that && Arrays.equals(toArray(), that.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toArray());
    }
}
