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

    @Override
    default void close() {}
}
