package io.vtkhdf.hdf5;

import java.nio.ByteBuffer;

/** Reads what {@link ByteWriter} writes: numbers of any width, least significant byte first. */
public final class ByteReader {

    /** The bytes of an address, in the only files that we read. */
    public static final int ADDRESS_SIZE = 8;

    /** The bytes of a length in these. */
    public static final int LENGTH_SIZE = 8;

    private ByteReader() {}

    /** The next {@code size} bytes; negative if they do not fit. */
    public static long unsigned(ByteBuffer bytes, int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            long octet = bytes.get() & 0xff;
            if (i < Long.BYTES) {
                value |= octet << 8 * i;
            } else if (octet != 0) {
                return -1;
            }
        }
        return value;
    }

    /** Negative for "nowhere". */
    public static long address(ByteBuffer bytes) {
        return unsigned(bytes, ADDRESS_SIZE);
    }

    public static long length(ByteBuffer bytes) {
        return unsigned(bytes, LENGTH_SIZE);
    }
}
