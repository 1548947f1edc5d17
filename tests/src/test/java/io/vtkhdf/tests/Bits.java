package io.vtkhdf.tests;

import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Values as bytes, and the plainest possible reordering of them: the expectation that every judge is held against. */
public final class Bits {

    private Bits() {}

    /** The values of a primitive array, bit for bit, in the given byte order. */
    public static byte[] of(Object values, ByteOrder byteOrder) {
        int length = Array.getLength(values);
        if (values instanceof byte[] bytes) {
            return bytes.clone();
        }
        int size = values instanceof short[] ? 2 : values instanceof int[] || values instanceof float[] ? 4 : 8;
        ByteBuffer buffer = ByteBuffer.allocate(length * size).order(byteOrder);
        if (values instanceof short[] shorts) {
            buffer.asShortBuffer().put(shorts);
        } else if (values instanceof int[] ints) {
            buffer.asIntBuffer().put(ints);
        } else if (values instanceof float[] floats) {
            buffer.asFloatBuffer().put(floats);
        } else if (values instanceof long[] longs) {
            buffer.asLongBuffer().put(longs);
        } else {
            buffer.asDoubleBuffer().put((double[]) values);
        }
        return buffer.array();
    }

    public static byte[] of(Object values) {
        return of(values, ByteOrder.LITTLE_ENDIAN);
    }

    /** A primitive array of the given kind out of little-endian bytes. */
    public static Object values(byte[] littleEndian, Class<?> carrier, int valueSize) {
        Object values = Array.newInstance(carrier, littleEndian.length / valueSize);
        ByteBuffer buffer = ByteBuffer.wrap(littleEndian).order(ByteOrder.LITTLE_ENDIAN);
        if (values instanceof byte[] bytes) {
            buffer.get(bytes);
        } else if (values instanceof short[] shorts) {
            buffer.asShortBuffer().get(shorts);
        } else if (values instanceof int[] ints) {
            buffer.asIntBuffer().get(ints);
        } else if (values instanceof float[] floats) {
            buffer.asFloatBuffer().get(floats);
        } else if (values instanceof long[] longs) {
            buffer.asLongBuffer().get(longs);
        } else {
            buffer.asDoubleBuffer().get((double[]) values);
        }
        return values;
    }

    /** The bytes of a region of an array that is given whole, x-fastest. */
    public static byte[] region(byte[] whole, Dimensions dimensions, int tupleSize, Region region, Order order) {
        Dimensions size = region.size();
        byte[] part = new byte[Math.toIntExact(size.count() * tupleSize)];
        int target = 0;
        if (order == Order.X_FASTEST) {
            for (int k = 0; k < size.z(); k++) {
                for (int j = 0; j < size.y(); j++) {
                    for (int i = 0; i < size.x(); i++, target += tupleSize) {
                        copyTuple(whole, dimensions, region, i, j, k, part, target, tupleSize);
                    }
                }
            }
        } else {
            for (int i = 0; i < size.x(); i++) {
                for (int j = 0; j < size.y(); j++) {
                    for (int k = 0; k < size.z(); k++, target += tupleSize) {
                        copyTuple(whole, dimensions, region, i, j, k, part, target, tupleSize);
                    }
                }
            }
        }
        return part;
    }

    private static void copyTuple(
            byte[] whole, Dimensions d, Region r, int i, int j, int k, byte[] part, int target, int tupleSize) {
        int tuple = (r.x() + i) + d.x() * ((r.y() + j) + d.y() * (r.z() + k));
        System.arraycopy(whole, tuple * tupleSize, part, target, tupleSize);
    }

    /** Reverses the bytes of each value. */
    public static byte[] swapped(byte[] bytes, int valueSize) {
        byte[] swapped = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            swapped[i] = bytes[i - i % valueSize + valueSize - 1 - i % valueSize];
        }
        return swapped;
    }

    public static void requireEqual(byte[] expected, byte[] found, String what) {
        int at = Arrays.mismatch(expected, found);
        if (at >= 0) {
            throw new AssertionError(what + ": " + found.length + " bytes, expected " + expected.length
                    + "; they differ at byte " + at + ": found " + around(found, at) + ", expected "
                    + around(expected, at));
        }
    }

    private static String around(byte[] bytes, int at) {
        int from = Math.min(at & ~7, bytes.length);
        return Arrays.toString(Arrays.copyOfRange(bytes, from, Math.min(from + 16, bytes.length)));
    }
}
