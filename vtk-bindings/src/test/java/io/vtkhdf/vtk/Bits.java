package io.vtkhdf.vtk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.vtkhdf.image.ScalarType;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.Random;

/** Java arrays of any carrier as the bits of their values. */
final class Bits {

    private Bits() {}

    static Object random(ScalarType type, long length, long seed) {
        Object values = type.newArray((int) length);
        byte[] bytes = new byte[Array.getLength(values) * type.size()];
        new Random(seed).nextBytes(bytes);
        ByteBuffer source = ByteBuffer.wrap(bytes);
        if (values instanceof byte[] array) {
            source.get(array);
        } else if (values instanceof short[] array) {
            source.asShortBuffer().get(array);
        } else if (values instanceof int[] array) {
            source.asIntBuffer().get(array);
        } else if (values instanceof long[] array) {
            source.asLongBuffer().get(array);
        } else if (values instanceof float[] array) {
            source.asFloatBuffer().get(array);
        } else if (values instanceof double[] array) {
            source.asDoubleBuffer().get(array);
        }
        return values;
    }

    static void assertSame(Object expected, Object actual) {
        assertArrayEquals(of(expected), of(actual));
    }

    /** NaNs with their payload. */
    private static long[] of(Object values) {
        long[] bits = new long[Array.getLength(values)];
        for (int i = 0; i < bits.length; i++) {
            if (values instanceof float[] floats) {
                bits[i] = Float.floatToRawIntBits(floats[i]);
            } else if (values instanceof double[] doubles) {
                bits[i] = Double.doubleToRawLongBits(doubles[i]);
            } else {
                bits[i] = Array.getLong(values, i);
            }
        }
        return bits;
    }
}
