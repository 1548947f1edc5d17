package io.vtkhdf.chunk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * HDF5's byte shuffle: all first bytes of the elements, then all second bytes, and so on.
 *
 * @see <a href="https://docs.hdfgroup.org/hdf5/develop/group___d_c_p_l.html">H5Pset_shuffle</a>
 */
public final class Shuffle {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Shuffle() {}

    /**
     * Shuffles the first {@code length} bytes of {@code plain}; bytes after the last whole element stay in their place.
     */
    public static void shuffle(byte[] plain, int length, int elementSize, byte[] shuffled) {
        int count = length / elementSize;
        switch (elementSize) {
            case 1 -> System.arraycopy(plain, 0, shuffled, 0, count);
            case 2 -> shuffle2(plain, count, shuffled);
            case 4 -> shuffle4(plain, count, shuffled);
            case 8 -> shuffle8(plain, count, shuffled);
            default -> shuffleAny(plain, count, elementSize, shuffled);
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
        switch (elementSize) {
            case 1 -> System.arraycopy(shuffled, first, plain, 0, count);
            case 2 -> unshuffle2(shuffled, elements, first, count, plain);
            case 4 -> unshuffle4(shuffled, elements, first, count, plain);
            case 8 -> unshuffle8(shuffled, elements, first, count, plain);
            default -> unshuffleAny(shuffled, elements, elementSize, first, count, plain);
        }
    }

    private static void copyTail(byte[] source, int length, int elementSize, byte[] target) {
        int tail = length % elementSize;
        System.arraycopy(source, length - tail, target, length - tail, tail);
    }

    private static void shuffle2(byte[] plain, int count, byte[] shuffled) {
        for (int i = 0; i < count; i++) {
            int value = (short) SHORT.get(plain, 2 * i);
            shuffled[i] = (byte) value;
            shuffled[count + i] = (byte) (value >> 8);
        }
    }

    private static void shuffle4(byte[] plain, int count, byte[] shuffled) {
        for (int i = 0; i < count; i++) {
            int value = (int) INT.get(plain, 4 * i);
            shuffled[i] = (byte) value;
            shuffled[count + i] = (byte) (value >> 8);
            shuffled[2 * count + i] = (byte) (value >> 16);
            shuffled[3 * count + i] = (byte) (value >> 24);
        }
    }

    private static void shuffle8(byte[] plain, int count, byte[] shuffled) {
        for (int i = 0; i < count; i++) {
            long value = (long) LONG.get(plain, 8 * i);
            shuffled[i] = (byte) value;
            shuffled[count + i] = (byte) (value >> 8);
            shuffled[2 * count + i] = (byte) (value >> 16);
            shuffled[3 * count + i] = (byte) (value >> 24);
            shuffled[4 * count + i] = (byte) (value >> 32);
            shuffled[5 * count + i] = (byte) (value >> 40);
            shuffled[6 * count + i] = (byte) (value >> 48);
            shuffled[7 * count + i] = (byte) (value >> 56);
        }
    }

    private static void shuffleAny(byte[] plain, int count, int elementSize, byte[] shuffled) {
        for (int b = 0; b < elementSize; b++) {
            for (int i = 0; i < count; i++) {
                shuffled[b * count + i] = plain[i * elementSize + b];
            }
        }
    }

    private static void unshuffle2(byte[] shuffled, int elements, int first, int count, byte[] plain) {
        for (int i = 0; i < count; i++) {
            SHORT.set(plain, 2 * i, (short) (shuffled[first + i] & 0xff | shuffled[elements + first + i] << 8));
        }
    }

    private static void unshuffle4(byte[] shuffled, int elements, int first, int count, byte[] plain) {
        for (int i = 0; i < count; i++) {
            INT.set(plain, 4 * i, gather4(shuffled, first + i, elements));
        }
    }

    private static void unshuffle8(byte[] shuffled, int elements, int first, int count, byte[] plain) {
        for (int i = 0; i < count; i++) {
            long low = gather4(shuffled, first + i, elements) & 0xffffffffL;
            long high = gather4(shuffled, 4 * elements + first + i, elements);
            LONG.set(plain, 8 * i, low | high << 32);
        }
    }

    private static int gather4(byte[] shuffled, int first, int stride) {
        return shuffled[first] & 0xff
                | (shuffled[first + stride] & 0xff) << 8
                | (shuffled[first + 2 * stride] & 0xff) << 16
                | shuffled[first + 3 * stride] << 24;
    }

    private static void unshuffleAny(
            byte[] shuffled, int elements, int elementSize, int first, int count, byte[] plain) {
        for (int b = 0; b < elementSize; b++) {
            for (int i = 0; i < count; i++) {
                plain[i * elementSize + b] = shuffled[b * elements + first + i];
            }
        }
    }
}
