package io.vtkhdf.chunk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How the elements of a dataset stand in its file.
 *
 * @param fill the bytes of one element, for what was never written
 */
public record ElementForm(ByteOrder order, ByteBuffer fill) {

    /** The bytes of an element. */
    public int size() {
        return fill.remaining();
    }
}
