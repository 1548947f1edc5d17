package io.vtkhdf.chunk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * HDF5's byte shuffle: all first bytes of the elements, then all second bytes, and so on. Eight elements at a time are
 * transposed in long variables.
 *
 * @see <a href="https://docs.hdfgroup.org/hdf5/develop/group___d_c_p_l.html">H5Pset_shuffle</a>
 */
public final class Shuffle {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Elements transposed at a time. */
    private static final int BLOCK = 8;

    private static final long EVEN_BYTES = 0x00ff00ff00ff00ffL;
    private static final long EVEN_SHORTS = 0x0000ffff0000ffffL;
    private static final long LOW_INT = 0x00000000ffffffffL;

    private Shuffle() {}

    /**
     * Shuffles the first {@code length} bytes of {@code plain}; bytes after the last whole element stay in their place.
     */
    public static void shuffle(byte[] plain, int length, int elementSize, byte[] shuffled) {
        int count = length / elementSize;
        int blocks = hasBlocks(elementSize) ? count / BLOCK * BLOCK : 0;
        for (int i = 0; i < blocks; i += BLOCK) {
            switch (elementSize) {
                case 2 -> shuffle2(plain, 2 * i, shuffled, i, count);
                case 4 -> shuffle4(plain, 4 * i, shuffled, i, count);
                default -> transpose8(plain, 8 * i, 8, shuffled, i, count);
            }
        }
        for (int b = 0; b < elementSize; b++) {
            for (int i = blocks; i < count; i++) {
                shuffled[b * count + i] = plain[i * elementSize + b];
            }
        }
        copyTail(plain, length, elementSize, shuffled);
    }

    /** Undoes {@link #shuffle}. */
    public static void unshuffle(byte[] shuffled, int length, int elementSize, byte[] plain) {
        int count = length / elementSize;
        unshuffle(shuffled, count, elementSize, 0, count, plain);
        copyTail(shuffled, length, elementSize, plain);
    }

    /** Undoes {@link #shuffle} for {@code count} of all {@code elements}, from the {@code first} on. */
    static void unshuffle(byte[] shuffled, int elements, int elementSize, int first, int count, byte[] plain) {
        int blocks = hasBlocks(elementSize) ? count / BLOCK * BLOCK : 0;
        for (int i = 0; i < blocks; i += BLOCK) {
            switch (elementSize) {
                case 2 -> unshuffle2(shuffled, first + i, elements, plain, 2 * i);
                case 4 -> unshuffle4(shuffled, first + i, elements, plain, 4 * i);
                default -> transpose8(shuffled, first + i, elements, plain, 8 * i, 8);
            }
        }
        for (int b = 0; b < elementSize; b++) {
            for (int i = blocks; i < count; i++) {
                plain[i * elementSize + b] = shuffled[b * elements + first + i];
            }
        }
    }

    private static boolean hasBlocks(int elementSize) {
        return elementSize == 2 || elementSize == 4 || elementSize == 8;
    }

    private static void copyTail(byte[] source, int length, int elementSize, byte[] target) {
        int tail = length % elementSize;
        System.arraycopy(source, length - tail, target, length - tail, tail);
    }

    private static void shuffle2(byte[] plain, int from, byte[] shuffled, int to, int count) {
        long a = (long) LONG.get(plain, from);
        long b = (long) LONG.get(plain, from + 8);
        LONG.set(shuffled, to, evenBytes(a) | evenBytes(b) << 32);
        LONG.set(shuffled, to + count, evenBytes(a >>> 8) | evenBytes(b >>> 8) << 32);
    }

    /** Every other byte, the lowest first, in the low half. */
    private static long evenBytes(long value) {
        long bytes = value & EVEN_BYTES;
        bytes = (bytes | bytes >>> 8) & EVEN_SHORTS;
        return (bytes | bytes >>> 16) & LOW_INT;
    }

    private static void unshuffle2(byte[] shuffled, int from, int elements, byte[] plain, int to) {
        long low = (long) LONG.get(shuffled, from);
        long high = (long) LONG.get(shuffled, from + elements);
        LONG.set(plain, to, spread(low) | spread(high) << 8);
        LONG.set(plain, to + 8, spread(low >>> 32) | spread(high >>> 32) << 8);
    }

    /** Undoes {@link #evenBytes}. */
    private static long spread(long value) {
        long bytes = value & LOW_INT;
        bytes = (bytes | bytes << 16) & EVEN_SHORTS;
        return (bytes | bytes << 8) & EVEN_BYTES;
    }

    private static void shuffle4(byte[] plain, int from, byte[] shuffled, int to, int count) {
        long a = (int) INT.get(plain, from) & LOW_INT | (long) (int) INT.get(plain, from + 16) << 32;
        long b = (int) INT.get(plain, from + 4) & LOW_INT | (long) (int) INT.get(plain, from + 20) << 32;
        long c = (int) INT.get(plain, from + 8) & LOW_INT | (long) (int) INT.get(plain, from + 24) << 32;
        long d = (int) INT.get(plain, from + 12) & LOW_INT | (long) (int) INT.get(plain, from + 28) << 32;
        long ac = (a >>> 16 ^ c) & EVEN_SHORTS;
        long bd = (b >>> 16 ^ d) & EVEN_SHORTS;
        a ^= ac << 16;
        c ^= ac;
        b ^= bd << 16;
        d ^= bd;
        long ab = (a >>> 8 ^ b) & EVEN_BYTES;
        long cd = (c >>> 8 ^ d) & EVEN_BYTES;
        LONG.set(shuffled, to, a ^ ab << 8);
        LONG.set(shuffled, to + count, b ^ ab);
        LONG.set(shuffled, to + 2 * count, c ^ cd << 8);
        LONG.set(shuffled, to + 3 * count, d ^ cd);
    }

    private static void unshuffle4(byte[] shuffled, int from, int elements, byte[] plain, int to) {
        long a = (long) LONG.get(shuffled, from);
        long b = (long) LONG.get(shuffled, from + elements);
        long c = (long) LONG.get(shuffled, from + 2 * elements);
        long d = (long) LONG.get(shuffled, from + 3 * elements);
        long ab = (a >>> 8 ^ b) & EVEN_BYTES;
        long cd = (c >>> 8 ^ d) & EVEN_BYTES;
        a ^= ab << 8;
        b ^= ab;
        c ^= cd << 8;
        d ^= cd;
        long ac = (a >>> 16 ^ c) & EVEN_SHORTS;
        long bd = (b >>> 16 ^ d) & EVEN_SHORTS;
        a ^= ac << 16;
        c ^= ac;
        b ^= bd << 16;
        d ^= bd;
        LONG.set(plain, to, a & LOW_INT | b << 32);
        LONG.set(plain, to + 8, c & LOW_INT | d << 32);
        LONG.set(plain, to + 16, a >>> 32 | b & ~LOW_INT);
        LONG.set(plain, to + 24, c >>> 32 | d & ~LOW_INT);
    }

    /** Transposes a matrix of 8 x 8 bytes whose rows lie so many bytes apart in source and target. */
    private static void transpose8(byte[] source, int from, int fromStride, byte[] target, int to, int toStride) {
        long a = (long) LONG.get(source, from);
        long b = (long) LONG.get(source, from + fromStride);
        long c = (long) LONG.get(source, from + 2 * fromStride);
        long d = (long) LONG.get(source, from + 3 * fromStride);
        long e = (long) LONG.get(source, from + 4 * fromStride);
        long f = (long) LONG.get(source, from + 5 * fromStride);
        long g = (long) LONG.get(source, from + 6 * fromStride);
        long h = (long) LONG.get(source, from + 7 * fromStride);
        // Blocks of 4, of 2, and of 1 byte change places across the diagonal.
        long ae = (a >>> 32 ^ e) & LOW_INT;
        long bf = (b >>> 32 ^ f) & LOW_INT;
        long cg = (c >>> 32 ^ g) & LOW_INT;
        long dh = (d >>> 32 ^ h) & LOW_INT;
        a ^= ae << 32;
        e ^= ae;
        b ^= bf << 32;
        f ^= bf;
        c ^= cg << 32;
        g ^= cg;
        d ^= dh << 32;
        h ^= dh;
        long ac = (a >>> 16 ^ c) & EVEN_SHORTS;
        long bd = (b >>> 16 ^ d) & EVEN_SHORTS;
        long eg = (e >>> 16 ^ g) & EVEN_SHORTS;
        long fh = (f >>> 16 ^ h) & EVEN_SHORTS;
        a ^= ac << 16;
        c ^= ac;
        b ^= bd << 16;
        d ^= bd;
        e ^= eg << 16;
        g ^= eg;
        f ^= fh << 16;
        h ^= fh;
        long ab = (a >>> 8 ^ b) & EVEN_BYTES;
        long cd = (c >>> 8 ^ d) & EVEN_BYTES;
        long ef = (e >>> 8 ^ f) & EVEN_BYTES;
        long gh = (g >>> 8 ^ h) & EVEN_BYTES;
        LONG.set(target, to, a ^ ab << 8);
        LONG.set(target, to + toStride, b ^ ab);
        LONG.set(target, to + 2 * toStride, c ^ cd << 8);
        LONG.set(target, to + 3 * toStride, d ^ cd);
        LONG.set(target, to + 4 * toStride, e ^ ef << 8);
        LONG.set(target, to + 5 * toStride, f ^ ef);
        LONG.set(target, to + 6 * toStride, g ^ gh << 8);
        LONG.set(target, to + 7 * toStride, h ^ gh);
    }
}
