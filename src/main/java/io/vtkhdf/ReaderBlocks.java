package io.vtkhdf;

import io.vtkhdf.chunk.ChunkGrid;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A dataset's data in blocks of which one at a time fits in memory: its chunks, or runs of contiguous data.
 * Thread-safe.
 */
interface ReaderBlocks {

    /** Loads blocks into buffers of its own. Not thread-safe. */
    interface Loader extends Closeable {

        /**
         * Loads at least {@code count} elements of a block from its {@code first} element on.
         *
         * @return a buffer whose index 0 is the first element, valid until the next call; null if the block was never
         *     written
         */
        ByteBuffer load(long block, int first, int count) throws IOException;

        @Override
        default void close() {}
    }

    ChunkGrid grid();

    Loader loader();

    /** The memory that a loader takes. */
    long loaderMemory();

    /** {@code contiguous}, {@code chunked} or {@code compact}. */
    String storage();

    default List<ReaderFilter> filters() {
        return List.of();
    }

    /** The bytes that the data take in the file. */
    long storedBytes() throws IOException;
}
