package io.vtkhdf.chunk;

import java.nio.ByteOrder;

/**
 * Numbers of some bits each, one right behind the other, the highest bit first, as the filters nbit and scaleoffset
 * store them. Not thread-safe.
 */
final class PackedBits {

    private final byte[] bytes;
    private int next;
    private int unread = Byte.SIZE;

    private PackedBits(byte[] bytes, int first) {
        this.bytes = bytes;
        this.next = first;
    }

    /**
     * {@code count} numbers of {@code bits} bits each.
     *
     * @param first the index of the first byte; {@code end} that behind the last one
     * @throws ChunkFormatException if there are fewer bytes
     */
    static PackedBits of(byte[] bytes, int first, int end, long count, int bits) throws ChunkFormatException {
        long needed = (count * bits + Byte.SIZE - 1) / Byte.SIZE;
        if (needed > end - first) {
            throw new ChunkFormatException(
                    Math.max(0, end - first) + " bytes", needed + ", " + count + " numbers of " + bits + " bits");
        }
        return new PackedBits(bytes, first);
    }

    /** The next number; {@code bits} 0 to 64. */
    long next(int bits) {
        long value = 0;
        for (int left = bits; left > 0; ) {
            int taken = Math.min(unread, left);
            unread -= taken;
            value = value << taken | (bytes[next] & 0xff) >>> unread & (1 << taken) - 1;
            left -= taken;
            if (unread == 0) {
                next++;
                unread = Byte.SIZE;
            }
        }
        return value;
    }

    /** Puts the lowest {@code size} bytes of a number. */
    static void put(long value, byte[] target, int at, int size, ByteOrder order) {
        for (int i = 0; i < size; i++) {
            int place = order == ByteOrder.LITTLE_ENDIAN ? i : size - 1 - i;
            target[at + place] = (byte) (value >>> Byte.SIZE * i);
        }
    }
}
