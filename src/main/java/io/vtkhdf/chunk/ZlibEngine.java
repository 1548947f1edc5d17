package io.vtkhdf.chunk;

import java.io.Closeable;

/**
 * Makes and takes apart whole zlib streams (RFC 1950), in arrays. Keeps what it needs from stream to stream; close it,
 * as it holds native memory. Not thread-safe.
 */
public interface ZlibEngine extends Closeable {

    /**
     * The bytes that suffice for the stream of so many.
     *
     * @throws ArithmeticException if no array is as large
     */
    static int capacityFor(int length) {
        // What does not shrink is stored, with 5 bytes for every 16 KiB or less, a header and a trailer.
        return Math.addExact(length, length / 1024 + 64);
    }

    /**
     * Compresses the first {@code length} bytes.
     *
     * @param level 1 (fast) to 9 (small)
     * @param target with room for {@link #capacityFor} the length
     * @return the size of the stream, which begins at index 0
     * @throws IllegalStateException if {@code target} is too small for it
     * @throws java.util.concurrent.CancellationException if it was {@linkplain #cancel cancelled}
     */
    int deflate(byte[] source, int length, int level, byte[] target);

    /**
     * Lets whoever is compressing, or will, end soon, without a stream, by an exception. May be called by any thread;
     * cannot be taken back.
     */
    default void cancel() {}

    /**
     * Decompresses a stream to the first {@code size} bytes of {@code plain}.
     *
     * @return whether it is a stream of exactly so many bytes, with the right checksum and nothing after it; if not,
     *     what was written is worth nothing
     */
    boolean inflate(byte[] stream, int from, int length, byte[] plain, int size);

    @Override
    void close();
}
