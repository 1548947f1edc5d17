package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.Box;
import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.hdf5.LayoutClass;
import io.vtkhdf.hdf5.StoredFilter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A dataset's data in blocks of which one at a time fits in memory: its chunks, or runs of contiguous data.
 * Thread-safe.
 */
public interface Blocks {

    /**
     * The elements of a box.
     *
     * @param bytes index 0 is the first element
     * @param strides the distance in there of neighbours along each axis
     */
    record Elements(ByteBuffer bytes, int[] strides) {}

    /** Loads blocks into buffers of its own. Not thread-safe. */
    interface Loader extends Closeable {

        /**
         * Loads the elements of a box of a block.
         *
         * @return valid until the next call; null if the block was never written
         */
        Elements load(long block, Box box) throws IOException;

        /** Tells that the block loaded last was taken as a whole, so that nobody will want it again soon. */
        default void discard() {}

        @Override
        default void close() {}
    }

    ChunkGrid grid();

    /**
     * A loader of the blocks of a box.
     *
     * @param firstPlace the place in the grid of the first block; {@code places} the box's size in blocks
     */
    Loader loader(long[] firstPlace, int[] places);

    /** Tells that a box is about to be loaded, which may be one of a sequence; called once, before the loaders. */
    default void expect(long[] firstPlace, int[] places) throws IOException {}

    /** The place in the grid of the block with the given number in a box. */
    static long[] place(long[] firstPlace, int[] places, int index) {
        long[] place = new long[places.length];
        int rest = index;
        for (int axis = places.length - 1; axis >= 0; axis--) {
            place[axis] = firstPlace[axis] + rest % places[axis];
            rest /= places[axis];
        }
        return place;
    }

    /** The memory that a loader takes. */
    long loaderMemory();

    LayoutClass storage();

    default List<StoredFilter> filters() {
        return List.of();
    }

    /** A block in the file: its number in the grid, and the bytes it takes. */
    record Stored(long number, long address, long size) {}

    /** The number of blocks that stand in the file; those never written are left out. */
    long storedCount() throws IOException;

    /** One of these, counted from 0 in the order of their numbers. */
    Stored stored(long index) throws IOException;

    /**
     * Reads a block that stands in the file, and verifies whatever can be.
     *
     * @throws CorruptFileException if it is bad
     */
    void verify(long block) throws IOException;

    /** The stored bytes of the blocks that have no checksum. */
    default long unchecked() throws IOException {
        return storedBytes();
    }

    /** The bytes that the data take in the file. */
    long storedBytes() throws IOException;
}
