package io.vtkhdf.tests.reliability;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.tests.Bits;
import io.vtkhdf.write.Storage;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * An array whose values follow from its name, the step, the slice and the place in it, and are never those of the fill
 * value.
 */
public record SpecimenArray(ArraySpec spec, Storage storage) {

    private static final int RANGE = 120;

    /** What is to be seen of a slice. */
    public enum Seen {
        WRITTEN,
        FILL,
        NEITHER
    }

    /** Slice {@code k} of step {@code step} of an array of the given dimensions, x-fastest. */
    Object slice(Dimensions dimensions, int step, int k) {
        Object values = spec.type().newArray(values(dimensions));
        int length = Array.getLength(values);
        int start = 31 * spec.name().hashCode() + 17 * k + 41 * step;
        int least = spec.type().size() == 1 ? 1 : 1 + RANGE * step;
        for (int i = 0; i < length; i++) {
            set(values, i, least + Math.floorMod(start + 7 * i, RANGE));
        }
        return values;
    }

    /** @param found the values, little-endian, x-fastest */
    public Seen seen(Dimensions dimensions, int k, byte[] found) {
        if (Arrays.equals(found, Bits.of(slice(dimensions, 0, k)))) {
            return Seen.WRITTEN;
        }
        return Arrays.equals(found, Bits.of(fill(dimensions))) ? Seen.FILL : Seen.NEITHER;
    }

    /** @param found the CRC-32 of the values, little-endian, x-fastest */
    Seen seen(Dimensions dimensions, int k, long found) {
        if (found == crc32(slice(dimensions, 0, k))) {
            return Seen.WRITTEN;
        }
        return found == crc32(fill(dimensions)) ? Seen.FILL : Seen.NEITHER;
    }

    private static long crc32(Object values) {
        CRC32 crc = new CRC32();
        crc.update(Bits.of(values));
        return crc.getValue();
    }

    private Object fill(Dimensions dimensions) {
        Object values = spec.type().newArray(values(dimensions));
        if (values instanceof float[] floats) {
            Arrays.fill(floats, Float.NaN);
        } else if (values instanceof double[] doubles) {
            Arrays.fill(doubles, Double.NaN);
        }
        return values;
    }

    private int values(Dimensions dimensions) {
        return dimensions.x() * dimensions.y() * spec.components();
    }

    private static void set(Object values, int i, int value) {
        if (values instanceof byte[] bytes) {
            bytes[i] = (byte) value;
        } else if (values instanceof short[] shorts) {
            shorts[i] = (short) value;
        } else if (values instanceof double[] doubles) {
            doubles[i] = value;
        } else {
            Array.setFloat(values, i, value);
        }
    }

    static SpecimenArray point(String name, ScalarType type, Storage storage) {
        return new SpecimenArray(ArraySpec.point(name, type), storage);
    }
}
