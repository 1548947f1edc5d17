package io.vtkhdf.image;

/**
 * A box of points or cells to read: the index of its first corner, counted from 0 whatever the image's extent, and its
 * size.
 */
public record Region(int x, int y, int z, Dimensions size) {

    /** @throws IllegalArgumentException with a negative index */
    public Region {
        if (x < 0 || y < 0 || z < 0) {
            throw new IllegalArgumentException("a region starts at 0 or above, found " + x + ", " + y + ", " + z);
        }
    }

    /** The whole of an array of the given dimensions. */
    public static Region all(Dimensions dimensions) {
        return new Region(0, 0, 0, dimensions);
    }

    /** One slice across an axis. */
    public static Region slice(Dimensions dimensions, Axis axis, int index) {
        return switch (axis) {
            case X -> new Region(index, 0, 0, new Dimensions(1, dimensions.y(), dimensions.z()));
            case Y -> new Region(0, index, 0, new Dimensions(dimensions.x(), 1, dimensions.z()));
            case Z -> slab(dimensions, index, 1);
        };
    }

    /** Neighbouring z slices. */
    public static Region slab(Dimensions dimensions, int firstSlice, int slices) {
        return new Region(0, 0, firstSlice, new Dimensions(dimensions.x(), dimensions.y(), slices));
    }

    /** Whether all of the region lies inside an array of the given dimensions. */
    public boolean isWithin(Dimensions dimensions) {
        return size.x() <= dimensions.x() - x && size.y() <= dimensions.y() - y && size.z() <= dimensions.z() - z;
    }

    @Override
    public String toString() {
        return size + " at " + x + ", " + y + ", " + z;
    }
}
