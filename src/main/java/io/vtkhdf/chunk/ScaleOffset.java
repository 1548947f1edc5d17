package io.vtkhdf.chunk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Undoes HDF5's filter scaleoffset, which stores how far each value of a chunk is above the lowest one, in as many bits
 * as that takes: of integers as it is, of floating-point numbers in units of a power of 10.
 *
 * <pre>
 * parameters: scale (0 decimal places, 2 integers), decimal places or bits, elements of a chunk,
 *             class (0 integers, 1 floating-point), size in bytes, sign, order (0 little-endian, 1 big-endian),
 *             1 if there is a fill value, fill value (12)
 * chunk:      bits (4), size of the lowest value (1) 8, lowest value (16), of each element so many bits
 * </pre>
 *
 * If there is a fill value, all bits set stand for it. As many bits as an element has stand for it as it is.
 *
 * @see <a href="https://docs.hdfgroup.org/hdf5/develop/group___d_c_p_l.html">H5Pset_scaleoffset</a>
 */
final class ScaleOffset implements Unpacker {

    private static final int PARAMETERS = 20;
    private static final int HEAD = 21;
    private static final int LOWEST = 5;
    private static final int DECIMALS = 0;
    private static final int INTEGERS = 2;

    /** Makes a value of what is stored, and its bits. */
    private interface Scale {
        long value(long stored);
    }

    private final int factor;
    private final int elements;
    private final boolean floating;
    private final int size;
    private final ByteOrder order;
    private final boolean hasFill;
    private final long fill;

    private ScaleOffset(int... parameters) {
        this.factor = parameters[1];
        this.elements = parameters[2];
        this.floating = parameters[3] == 1;
        this.size = parameters[4];
        this.order = parameters[6] == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        this.hasFill = parameters[7] == 1;
        this.fill = parameters[8] & 0xffffffffL | (long) parameters[9] << Integer.SIZE;
    }

    /** @throws ChunkFormatException if the parameters are not those of chunks of that size */
    static Unpacker of(int[] parameters, int chunkSize) throws ChunkFormatException {
        if (parameters.length != PARAMETERS || !isSane(parameters, chunkSize)) {
            throw new ChunkFormatException(
                    "a filter scaleoffset of parameters " + Arrays.toString(parameters),
                    "those of integers, or of decimal places, in chunks of " + chunkSize + " bytes");
        }
        ScaleOffset filter = new ScaleOffset(parameters);
        return !filter.floating && filter.factor == Byte.SIZE * filter.size ? Unpacker::copy : filter;
    }

    private static boolean isSane(int[] parameters, int chunkSize) {
        int size = parameters[4];
        boolean numbers = parameters[3] == 0
                ? parameters[0] == INTEGERS && (size == 1 || size == 2 || size == 4 || size == 8)
                : parameters[3] == 1 && parameters[0] == DECIMALS && (size == 4 || size == 8);
        return numbers
                && (long) parameters[2] * size == chunkSize
                && (parameters[6] & ~1) == 0
                && (parameters[7] & ~1) == 0;
    }

    @Override
    public int unpack(byte[] packed, int length, byte[] plain, int most) throws ChunkFormatException {
        if (length < HEAD) {
            throw new ChunkFormatException("a scaleoffset chunk of " + length + " bytes", "at least " + HEAD);
        }
        int bits = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (bits < 0 || bits > Byte.SIZE * size) {
            throw new ChunkFormatException(
                    "a scaleoffset chunk of values of " + (bits & 0xffffffffL) + " bits",
                    "at most " + Byte.SIZE * size);
        }
        PackedBits stored = PackedBits.of(packed, HEAD, length, elements, bits);
        if (bits == Byte.SIZE * size) {
            for (int i = 0; i < elements; i++) {
                long value = Long.reverseBytes(stored.next(bits)) >>> Long.SIZE - bits;
                PackedBits.put(value, plain, i * size, size, order);
            }
            return elements * size;
        }
        Scale scale = scale(lowest(packed));
        long filled = (1L << bits) - 1;
        for (int i = 0; i < elements; i++) {
            long above = stored.next(bits);
            long value = hasFill && above == filled ? fill : scale.value(above);
            PackedBits.put(value, plain, i * size, size, order);
        }
        return elements * size;
    }

    private static long lowest(byte[] packed) {
        int count = Math.min(Long.BYTES, packed[LOWEST - 1] & 0xff);
        long lowest = 0;
        for (int i = 0; i < count; i++) {
            lowest |= (packed[LOWEST + i] & 0xffL) << Byte.SIZE * i;
        }
        return lowest;
    }

    /** In the arithmetic of the type, as HDF5 does it. */
    private Scale scale(long lowest) {
        if (!floating) {
            return above -> lowest + above;
        } else if (size == Float.BYTES) {
            float least = Float.intBitsToFloat((int) lowest);
            float unit = Float.parseFloat("1e" + factor);
            return above -> Float.floatToRawIntBits((int) above / unit + least) & 0xffffffffL;
        }
        double least = Double.longBitsToDouble(lowest);
        double unit = Double.parseDouble("1e" + factor);
        return above -> Double.doubleToRawLongBits(above / unit + least);
    }
}
