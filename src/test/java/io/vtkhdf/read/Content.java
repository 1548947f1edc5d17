package io.vtkhdf.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.format.FillValue;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ArrayWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Values that tell where they belong. */
public final class Content {

    private Content() {}

    /** The values that slice has in all tests: no two slices of an array, nor two arrays, have the same. */
    public static Object slice(ArrayWriter array, int slice) {
        return slice(array.spec(), array.dimensions(), slice);
    }

    public static Object slice(ArraySpec spec, Dimensions dimensions, int slice) {
        int first = Math.floorMod(spec.name().hashCode(), 50) + 100 * slice + 1;
        int count = dimensions.x() * dimensions.y() * spec.components();
        ScalarType type = spec.type();
        Object values = type.newArray(count);
        for (int i = 0; i < count; i++) {
            put(values, i, first + i % 50);
        }
        return values;
    }

    private static void put(Object values, int i, int value) {
        if (values instanceof double[] array) {
            array[i] = value;
        } else if (values instanceof float[] array) {
            array[i] = value;
        } else if (values instanceof int[] array) {
            array[i] = value;
        } else if (values instanceof short[] array) {
            array[i] = (short) value;
        } else {
            ((byte[]) values)[i] = (byte) (value == 0 ? 1 : value);
        }
    }

    /** What a slice reads as that was never written. */
    public static Object fill(ArrayWriter array) {
        int count =
                array.dimensions().x() * array.dimensions().y() * array.spec().components();
        ScalarType type = array.spec().type();
        Object values = type.newArray(count);
        ByteBuffer bytes =
                ByteBuffer.wrap(new FillValue(type).bytes(count * type.size())).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            if (values instanceof double[] array64) {
                array64[i] = bytes.getDouble(i * Double.BYTES);
            } else if (values instanceof float[] array32) {
                array32[i] = bytes.getFloat(i * Float.BYTES);
            }
        }
        return values;
    }

    public static void assertSame(Object expected, Object found) {
        assertEquals(text(expected), text(found));
    }

    private static String text(Object values) {
        return values instanceof double[] d
                ? java.util.Arrays.toString(d)
                : values instanceof float[] f
                        ? java.util.Arrays.toString(f)
                        : values instanceof int[] i
                                ? java.util.Arrays.toString(i)
                                : values instanceof short[] s
                                        ? java.util.Arrays.toString(s)
                                        : java.util.Arrays.toString((byte[]) values);
    }
}
