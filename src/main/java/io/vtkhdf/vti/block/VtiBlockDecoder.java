package io.vtkhdf.vti.block;

import java.nio.ByteBuffer;

/** Decodes blocks that are whole in memory. Not thread-safe. */
interface VtiBlockDecoder extends AutoCloseable {

    /**
     * Fills {@code target} from its position to its limit with the block in {@code input}.
     *
     * @throws VtiBlockException if it is broken, or more or less than that
     */
    void decode(byte[] input, int start, int length, ByteBuffer target) throws VtiBlockException;

    @Override
    default void close() {}
}
