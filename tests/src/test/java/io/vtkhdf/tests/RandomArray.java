package io.vtkhdf.tests;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ScalarType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * An array of an image with all its values.
 *
 * @param bytes the values, x-fastest, little-endian
 */
public record RandomArray(ArraySpec spec, Dimensions dimensions, StorageCase storage, byte[] bytes) {

    public static RandomArray draw(ArraySpec spec, Dimensions dimensions, StorageCase storage, RandomGenerator random) {
        int values = Math.toIntExact(dimensions.count() * spec.components());
        return new RandomArray(spec, dimensions, storage, randomBytes(spec.type(), values, random));
    }

    /** Noise, a ramp, or one value throughout; with the type's special values strewn in. */
    public static byte[] randomBytes(ScalarType type, int values, RandomGenerator random) {
        byte[] bytes = new byte[values * type.size()];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int pattern = random.nextInt(3);
        long constant = random.nextLong();
        for (int i = 0; i < values; i++) {
            long bits =
                    switch (pattern) {
                        case 0 -> random.nextLong();
                        case 1 -> ramp(type, i);
                        default -> constant;
                    };
            boolean isSpecial = pattern < 2 && random.nextInt(16) == 0;
            put(buffer, type.size(), isSpecial ? special(type, random) : bits);
        }
        return bytes;
    }

    private static long ramp(ScalarType type, int i) {
        return switch (type) {
            case FLOAT32 -> Float.floatToRawIntBits(0.25f * i);
            case FLOAT64 -> Double.doubleToRawLongBits(0.1 * i);
            default -> i;
        };
    }

    /** Also the integer minima and maxima: as float bits these are -0.0, all ones (a NaN), and the like. */
    private static long special(ScalarType type, RandomGenerator random) {
        int sign = type.size() * 8 - 1;
        long[] anyType = {0, -1, 1, 1L << sign, (1L << sign) - 1};
        long[] float32 = {0x7fc00001L, 0x7fa12345L, 0xffc0dead, 0x7f800000L, 0xff800000L, 0x80000000L, 1, 0x7f7fffffL};
        long[] float64 = {
            0x7ff8000000000001L,
            0x7ff4dead0000beefL,
            0xfff8123456789abcL,
            0x7ff0000000000000L,
            0xfff0000000000000L,
            1L << 63,
            1,
            0x7fefffffffffffffL
        };
        long[] choice =
                switch (type) {
                    case FLOAT32 -> float32;
                    case FLOAT64 -> float64;
                    default -> anyType;
                };
        return choice[random.nextInt(choice.length)];
    }

    private static void put(ByteBuffer buffer, int size, long bits) {
        switch (size) {
            case 1 -> buffer.put((byte) bits);
            case 2 -> buffer.putShort((short) bits);
            case 4 -> buffer.putInt((int) bits);
            default -> buffer.putLong(bits);
        }
    }

    RandomArray withComponentNames(List<String> names) {
        return new RandomArray(spec.withComponentNames(names), dimensions, storage, bytes);
    }

    RandomArray withoutMinusInfinity() {
        return new RandomArray(spec, dimensions, storage, withoutMinusInfinity(spec.type(), bytes));
    }

    static byte[] withoutMinusInfinity(ScalarType type, byte[] littleEndian) {
        byte[] positive = littleEndian.clone();
        ByteBuffer buffer = ByteBuffer.wrap(positive).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < positive.length; at += type.size()) {
            if (type == ScalarType.FLOAT32 && buffer.getFloat(at) == Float.NEGATIVE_INFINITY) {
                buffer.putFloat(at, Float.POSITIVE_INFINITY);
            } else if (type == ScalarType.FLOAT64 && buffer.getDouble(at) == Double.NEGATIVE_INFINITY) {
                buffer.putDouble(at, Double.POSITIVE_INFINITY);
            }
        }
        return positive;
    }

    /**
     * The name as it stands in the file: VTK, too, puts '_' for the two characters that HDF5 paths give a meaning to.
     */
    public static String storedName(String name) {
        return name.replace('/', '_').replace('.', '_');
    }

    public String storedName() {
        return storedName(spec.name());
    }

    public ArraySpec storedSpec() {
        return new ArraySpec(spec.association(), storedName(), spec.type(), spec.components());
    }

    @Override
    public String toString() {
        return spec.association() + " array '" + spec.name() + "' " + spec.type() + "[" + spec.components() + "] "
                + dimensions + " " + storage;
    }
}
