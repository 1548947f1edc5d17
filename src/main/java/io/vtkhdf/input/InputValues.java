package io.vtkhdf.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Values or bytes that are read once, forward. Bytes come as they are; values come in the byte order that the target
 * has at that read, which may be another one at the next. Not thread-safe.
 */
public interface InputValues extends Closeable {

    /** A multiple of the size of every type. */
    int SKIPPED_AT_ONCE = 1 << 14;

    /**
     * Fills {@code target} from its position to its limit.
     *
     * @throws io.vtkhdf.error.CorruptFileException if there is less, or what is there is broken
     */
    void read(ByteBuffer target) throws IOException;

    /**
     * Passes over so many bytes of whole values.
     *
     * @throws io.vtkhdf.error.CorruptFileException as {@link #read} does, as far as it is noticed
     */
    default void skip(long count) throws IOException {
        ByteBuffer skipped = ByteBuffer.allocate((int) Math.min(count, SKIPPED_AT_ONCE));
        for (long left = count; left > 0; left -= skipped.limit()) {
            read(skipped.clear().limit((int) Math.min(left, skipped.capacity())));
        }
    }

    /** About how many bytes of memory this takes between reads. */
    default long held() {
        return 0;
    }

    /** Gives up most of {@link #held}, which the next read makes again from the file. */
    default void rest() {}

    @Override
    default void close() {}
}
