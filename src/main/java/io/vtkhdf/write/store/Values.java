package io.vtkhdf.write.store;

import io.vtkhdf.image.ScalarType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Values on their way into a file: as the little-endian bytes that it holds, any part of them when it is needed. */
interface Values {

    ScalarType type();

    /** The number of values. */
    int length();

    /** Puts values into a little-endian buffer at its position, which advances. */
    void get(int first, int count, ByteBuffer target);

    /** All values as the bytes that are stored, if they stand outside of the heap like that; empty if they do not. */
    default Optional<ByteBuffer> stored() {
        return Optional.empty();
    }

    /** A little-endian buffer on an array of bytes. */
    static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
