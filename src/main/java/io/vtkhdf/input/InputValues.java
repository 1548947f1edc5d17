package io.vtkhdf.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Values or bytes that are read once, forward. Not thread-safe. */
public interface InputValues extends Closeable {

    /**
     * Fills {@code target} from its position to its limit.
     *
     * @throws io.vtkhdf.CorruptFileException if there is less, or what is there is broken
     */
    void read(ByteBuffer target) throws IOException;

    /** About how many bytes of memory this takes between reads. */
    default long held() {
        return 0;
    }

    /** Gives up most of {@link #held}, which the next read makes again from the file. */
    default void rest() {}

    @Override
    default void close() {}
}
