package io.vtkhdf.image;

import java.util.Optional;

/**
 * A box of points or cells, to read or to write: the index of its first corner, counted from 0 whatever the image's
 * extent, and its size.
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
            case Z -> slab(dimensions, new Slab(index, 1));
        };
    }

    /** Whole z slices of an array of the given dimensions. */
    public static Region slab(Dimensions dimensions, Slab slab) {
        return new Region(0, 0, slab.first(), new Dimensions(dimensions.x(), dimensions.y(), slab.count()));
    }

    /** Whether all of the region lies inside an array of the given dimensions. */
    public boolean isWithin(Dimensions dimensions) {
        return size.x() <= dimensions.x() - x && size.y() <= dimensions.y() - y && size.z() <= dimensions.z() - z;
    }

    /** What lies in this region and in another one; empty if nothing does. */
    public Optional<Region> intersection(Region other) {
        int firstX = Math.max(x, other.x);
        int firstY = Math.max(y, other.y);
        int firstZ = Math.max(z, other.z);
        long sizeX = Math.min((long) x + size.x(), (long) other.x + other.size.x()) - firstX;
        long sizeY = Math.min((long) y + size.y(), (long) other.y + other.size.y()) - firstY;
        long sizeZ = Math.min((long) z + size.z(), (long) other.z + other.size.z()) - firstZ;
        return sizeX < 1 || sizeY < 1 || sizeZ < 1
                ? Optional.empty()
                : Optional.of(
                        new Region(firstX, firstY, firstZ, new Dimensions((int) sizeX, (int) sizeY, (int) sizeZ)));
    }

    @Override
    public String toString() {
        return size + " at " + x + ", " + y + ", " + z;
    }
}
