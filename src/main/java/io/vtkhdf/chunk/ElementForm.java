package io.vtkhdf.chunk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * How the elements of a dataset stand in its file.
 *
 * @param fill the bytes of one element, for what was never written
 * @param decoder what makes values of elements; empty if they are values
 * @param valueSize the bytes of a value that it makes
 */
public record ElementForm(ByteOrder order, ByteBuffer fill, Optional<ElementDecoder> decoder, int valueSize) {

    /** Of elements that are taken as they are. */
    public static ElementForm plain(ByteOrder order, ByteBuffer fill) {
        return new ElementForm(order, fill, Optional.empty(), fill.remaining());
    }

    /** The bytes of an element. */
    public int size() {
        return fill.remaining();
    }

    /** What takes elements, and gives their values to a target. */
    public CopyTarget into(CopyTarget values) {
        return decoder.isPresent() ? CopyTarget.decoding(decoder.get(), valueSize, values) : values;
    }
}
