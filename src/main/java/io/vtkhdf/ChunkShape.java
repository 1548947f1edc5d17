package io.vtkhdf;

/**
 * How a compressed array is cut into chunks, the unit in which it is compressed and read.
 *
 * <p>A chunk of one slice is the cheapest to write and the fastest to read slice by slice; bricks make slices across
 * any axis and small regions fast, at the cost of a buffer of one brick's thickness while writing.
 *
 * <p>Immutable.
 */
public final class ChunkShape {

    private static final int BRICK_EDGE = 32;

    private final int x;
    private final int y;
    private final int z;

    private ChunkShape(int x, int y, int z) {
        this.x = x;
        this.y = y;
        this.z = z;
    }

    /** One whole z slice. */
    public static ChunkShape slice() {
        return new ChunkShape(Integer.MAX_VALUE, Integer.MAX_VALUE, 1);
    }

    /** Bricks of 32 x 32 x 32 tuples. */
    public static ChunkShape brick() {
        return of(BRICK_EDGE, BRICK_EDGE, BRICK_EDGE);
    }

    /** Chunks of so many tuples; one that is larger than the array is as large as the array. */
    public static ChunkShape of(int x, int y, int z) {
        if (x < 1 || y < 1 || z < 1) {
            throw new IllegalArgumentException("a chunk is at least 1 x 1 x 1, found " + x + " x " + y + " x " + z);
        }
        return new ChunkShape(x, y, z);
    }

    /** The shape for an array of the given dimensions. */
    Dimensions within(Dimensions dimensions) {
        return new Dimensions(Math.min(x, dimensions.x()), Math.min(y, dimensions.y()), Math.min(z, dimensions.z()));
    }
}
