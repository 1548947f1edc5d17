package io.vtkhdf.chunk;

import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Undoes HDF5's filter nbit, which leaves out the bits of numbers that do not count. They come back as 0.
 *
 * <pre>
 * parameters: how many, 1 if nothing is packed, elements of a chunk,
 *             class (1 numbers, 2 arrays, 3 compounds), size in bytes, order (0 little-endian, 1 big-endian),
 *             bits that count, offset of the lowest of them
 * chunk:      of each element the bits that count
 * </pre>
 *
 * @see <a href="https://docs.hdfgroup.org/hdf5/develop/group___d_c_p_l.html">H5Pset_nbit</a>
 */
final class NBit implements Unpacker {

    private static final int NUMBERS = 1;

    private final int elements;
    private final int size;
    private final ByteOrder order;
    private final int precision;
    private final int offset;

    private NBit(int elements, int size, ByteOrder order, int precision, int offset) {
        this.elements = elements;
        this.size = size;
        this.order = order;
        this.precision = precision;
        this.offset = offset;
    }

    /** @throws ChunkFormatException if the parameters are not those of numbers in a chunk of that size */
    static Unpacker of(int[] parameters, int chunkSize) throws ChunkFormatException {
        if (parameters.length >= 2 && parameters[1] != 0) {
            return Unpacker::copy;
        }
        if (parameters.length != 8 || parameters[3] != NUMBERS || !isSane(parameters, chunkSize)) {
            throw new ChunkFormatException(
                    "a filter nbit of parameters " + Arrays.toString(parameters),
                    "those of numbers of at most 8 bytes, in chunks of " + chunkSize);
        }
        ByteOrder order = parameters[5] == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        return new NBit(parameters[2], parameters[4], order, parameters[6], parameters[7]);
    }

    private static boolean isSane(int[] parameters, int chunkSize) {
        int size = parameters[4];
        int precision = parameters[6];
        int offset = parameters[7];
        return size >= 1
                && size <= Long.BYTES
                && (long) parameters[2] * size == chunkSize
                && (parameters[5] & ~1) == 0
                && precision >= 1
                && offset >= 0
                && offset <= Byte.SIZE * size - precision;
    }

    @Override
    public int unpack(byte[] packed, int length, byte[] plain, int most) throws ChunkFormatException {
        PackedBits bits = PackedBits.of(packed, 0, length, elements, precision);
        for (int i = 0; i < elements; i++) {
            PackedBits.put(bits.next(precision) << offset, plain, i * size, size, order);
        }
        return elements * size;
    }
}
