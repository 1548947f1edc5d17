package io.vtkhdf.write;

import io.vtkhdf.image.Dimensions;
import java.util.Optional;

/**
 * How a compressed array is cut into chunks, the unit in which it is compressed and read.
 *
 * <p>Chunks of slices are the cheapest to write and the fastest to read slice by slice; bricks make slices across any
 * axis and small regions fast, at the cost of a buffer of one brick's thickness while writing.
 *
 * <p>Immutable, compared by value.
 */
public final class ChunkShape {

    private static final int BRICK_EDGE = 32;

    /** The most bytes, before compression, of a chunk of {@link #slice()}. */
    private static final int LARGEST_OF_SLICE = 4 << 20;

    /** Of no size of its own, unlike any other. */
    private static final ChunkShape SLICE = new ChunkShape(0, 0, 1);

    private final int x;
    private final int y;
    private final int z;

    private ChunkShape(int x, int y, int z) {
        this.x = x;
        this.y = y;
        this.z = z;
    }

    /**
     * One whole z slice; of a slice of more than 4 MiB an equal part that is no larger: some of its rows, or, where not
     * even one row is as small, a part of a row. So large slices take no more memory, and all threads compress one.
     */
    public static ChunkShape slice() {
        return SLICE;
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

    /** The size along each axis; empty of {@link #slice}, which depends on the array. */
    public Optional<Dimensions> size() {
        return this == SLICE ? Optional.empty() : Optional.of(new Dimensions(x, y, z));
    }

    /** The shape for an array of the given dimensions, whose tuples take so many bytes. */
    public Dimensions within(Dimensions array, int tupleSize) {
        if (this != SLICE) {
            return new Dimensions(Math.min(x, array.x()), Math.min(y, array.y()), Math.min(z, array.z()));
        }
        long rowBytes = (long) array.x() * tupleSize;
        int columns = rowBytes > LARGEST_OF_SLICE ? equalPart(array.x(), tupleSize) : array.x();
        return new Dimensions(columns, equalPart(array.y(), rowBytes), 1);
    }

    /** Cuts so many things into the fewest parts that are small enough, the last of which may be smaller. */
    private static int equalPart(int count, long bytesEach) {
        int fitting = (int) Math.max(1, Math.min(count, LARGEST_OF_SLICE / bytesEach));
        return ceilDiv(count, ceilDiv(count, fitting));
    }

    private static int ceilDiv(int n, int divisor) {
        return (n - 1) / divisor + 1;
    }

    /** Whether an array that is to be cut like this may stay cut as it is: earlier versions never cut a slice. */
    boolean allows(ChunkShape found, Dimensions array, int tupleSize) {
        Dimensions there = found.within(array, tupleSize);
        return there.equals(within(array, tupleSize))
                || this == SLICE && there.equals(new Dimensions(array.x(), array.y(), 1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChunkShape shape && shape.x == x && shape.y == y && shape.z == z;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * x + y) + z;
    }

    /** Such as {@code 32 x 32 x 32} or {@code slices}. */
    @Override
    public String toString() {
        return this == SLICE ? "slices" : new Dimensions(x, y, z).toString();
    }
}
