package io.vtkhdf.chunk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Makes values of a scalar type of elements that are stored in another form. Thread-safe. */
public interface ElementDecoder {

    /**
     * Decodes one element.
     *
     * @param elements from index 0 on, in its byte order; {@code from} the number of the element
     * @param values from index 0 on, in its byte order; {@code to} the number of the value
     */
    void decode(ByteBuffer elements, int from, ByteBuffer values, int to);

    /** The bits of an element of 1 to 8 bytes. */
    static long bits(ByteBuffer elements, int number, int size) {
        int at = number * size;
        switch (size) {
            case Byte.BYTES:
                return elements.get(at) & 0xffL;
            case Short.BYTES:
                return elements.getShort(at) & 0xffffL;
            case Integer.BYTES:
                return elements.getInt(at) & 0xffffffffL;
            case Long.BYTES:
                return elements.getLong(at);
            default:
                long bits = 0;
                for (int i = 0; i < size; i++) {
                    int place = elements.order() == ByteOrder.BIG_ENDIAN ? i : size - 1 - i;
                    bits = bits << Byte.SIZE | elements.get(at + place) & 0xff;
                }
                return bits;
        }
    }
}
