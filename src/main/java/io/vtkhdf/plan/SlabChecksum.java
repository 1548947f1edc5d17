package io.vtkhdf.plan;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The CRC32C (Castagnoli) of bytes that come in pieces, in any order: what {@link CRC32C} says of all of them in the
 * order of their places. Thread-safe.
 *
 * <p>But for what it begins and ends with, a CRC is linear: that of the whole is the sum (exclusive or) of the pieces'
 * own, each as if zeros stood where the others are. Zeros in front change nothing; n bytes of them behind multiply by
 * x<sup>8n</sup> in the field of polynomials modulo that of the CRC.
 */
final class SlabChecksum {

    /** CRC32C's polynomial without its highest term; the highest bit stands for x^0, as in all of these numbers. */
    private static final int POLYNOMIAL = 0x82f63b78;

    private static final int ONE = 1 << 31;

    /** x^(8 * 2^n). */
    private static final int[] BYTES_OF_ZEROS = bytesOfZeros();

    private final long length;
    private int sum;
    private long added;

    /** @param length the number of bytes in all */
    SlabChecksum(long length) {
        this.length = length;
    }

    private static int[] bytesOfZeros() {
        int[] powers = new int[Long.SIZE - 1];
        powers[0] = 1 << 23;
        for (int n = 1; n < powers.length; n++) {
            powers[n] = times(powers[n - 1], powers[n - 1]);
        }
        return powers;
    }

    /** Adds all that remains of a piece; its position stays. */
    void add(long place, ByteBuffer piece) {
        int size = piece.remaining();
        CRC32C crc = new CRC32C();
        crc.update(piece.duplicate());
        int shifted = times((int) crc.getValue() ^ ofZeros(size), power(length - place - size));
        synchronized (this) {
            sum ^= shifted;
            added += size;
        }
    }

    /** Whether as many bytes have come as there are. */
    synchronized boolean isComplete() {
        return added == length;
    }

    synchronized int value() {
        return sum ^ ofZeros(length);
    }

    /** The CRC of so many zeros, which is not 0: it begins and ends with ones. */
    private static int ofZeros(long count) {
        return ~times(-1, power(count));
    }

    /** x^(8 * bytes). */
    private static int power(long bytes) {
        int power = ONE;
        for (int n = 0; n < BYTES_OF_ZEROS.length; n++) {
            if ((bytes >>> n & 1) != 0) {
                power = times(power, BYTES_OF_ZEROS[n]);
            }
        }
        return power;
    }

    private static int times(int a, int b) {
        int product = 0;
        int shifted = b;
        for (int left = a; left != 0; left <<= 1) {
            product ^= left < 0 ? shifted : 0;
            shifted = shifted >>> 1 ^ ((shifted & 1) == 0 ? 0 : POLYNOMIAL);
        }
        return product;
    }
}
