package io.vtkhdf.copy;

import io.vtkhdf.image.ArraySpec;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * An image that is written slab by slab, in memory that does not grow with it: a file of any format.
 *
 * <p>Not thread-safe, but for {@link #abort()}. Nothing appears under the target's name before {@link #finish()},
 * unless it is written in place; closed before, the sink leaves no more than what was committed, which can be gone on
 * with.
 */
public interface ImageSink extends Closeable {

    /**
     * Takes neighbouring slices of an array, x-fastest, from the buffer's position to its limit. The arrays come in the
     * order of the image that the sink was made for, but those of the points before those of the cells, each from its
     * first slice to its last.
     *
     * @param values little-endian; the sink is done with it when it returns
     */
    void write(ArraySpec array, int firstSlice, int slices, ByteBuffer values) throws IOException;

    /** Whether it has all of these slices from an earlier run; then they need not be written. */
    default boolean has(ArraySpec array, int firstSlice, int slices) throws IOException {
        return false;
    }

    /**
     * Completes the image and makes it appear.
     *
     * @throws IllegalStateException if it was {@linkplain #abort given up} before
     */
    void finish() throws IOException;

    /**
     * Gives up at once what is not finished: it will not appear, and what another thread is writing fails. May be
     * called by any thread. Idempotent.
     */
    void abort();

    /** Releases everything and gives up what is not finished. Idempotent. */
    @Override
    void close() throws IOException;
}
