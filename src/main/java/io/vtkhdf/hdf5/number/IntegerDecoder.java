package io.vtkhdf.hdf5.number;

import io.vtkhdf.chunk.ElementDecoder;
import io.vtkhdf.hdf5.StoredType.Integers;
import java.nio.ByteBuffer;

/**
 * Integers of which some bits count, or that are of another size than a scalar type.
 *
 * @param valueSize the bytes of a value, which has room for all the bits that count
 */
record IntegerDecoder(Integers type, int valueSize) implements ElementDecoder {

    @Override
    public void decode(ByteBuffer elements, int from, ByteBuffer values, int to) {
        long highest = ElementDecoder.bits(elements, from, type.size()) << Long.SIZE - type.offset() - type.precision();
        int down = Long.SIZE - type.precision();
        long value = type.signed() ? highest >> down : highest >>> down;
        switch (valueSize) {
            case Byte.BYTES -> values.put(to, (byte) value);
            case Short.BYTES -> values.putShort(Short.BYTES * to, (short) value);
            case Integer.BYTES -> values.putInt(Integer.BYTES * to, (int) value);
            default -> values.putLong(Long.BYTES * to, value);
        }
    }
}
