package io.vtkhdf.source;

import io.vtkhdf.error.CorruptFileException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The slices of one array of an {@link ImageSource}, from the first to the last. Once closed it reads and skips no
 * more, which is an {@link IllegalStateException}. Not thread-safe.
 */
public interface SlabReader extends Closeable {

    /**
     * Reads the next {@code slices} z slices into {@code target}, x-fastest, from its position on, in its byte order,
     * and advances the position by exactly their size.
     *
     * @throws IllegalArgumentException if {@code target} has less room than that or fewer slices are left
     * @throws CorruptFileException if the source ends early or contradicts itself
     */
    void read(int slices, ByteBuffer target) throws IOException;

    /**
     * Passes over the next {@code slices} z slices.
     *
     * @param scratch has room for them; what it holds afterwards is of no use
     * @throws IllegalArgumentException if fewer slices are left
     * @throws CorruptFileException if the source ends early or contradicts itself, as far as that is noticed
     */
    default void skip(int slices, ByteBuffer scratch) throws IOException {
        read(slices, scratch);
    }
}
