package io.vtkhdf.shape;

import io.vtkhdf.image.ScalarType;
import java.nio.ByteBuffer;

/**
 * Values in buffers, whose byte order is honoured, and as doubles or longs. Places are counted in bytes, lengths in
 * values, unless they say otherwise; every target is written from its position on, which is advanced.
 *
 * <p>As a long, an unsigned 64-bit integer is its bits.
 */
final class ValueBytes {

    private ValueBytes() {}

    /** @param length in bytes */
    static void copy(ByteBuffer source, int at, int length, int valueSize, ByteBuffer target) {
        if (source.order() == target.order() || valueSize == 1) {
            target.put(target.position(), source, at, length);
            target.position(target.position() + length);
            return;
        }
        for (int i = at; i < at + length; i += valueSize) {
            copyValue(source, i, valueSize, target);
        }
    }

    static void copyValue(ByteBuffer source, int at, int valueSize, ByteBuffer target) {
        switch (valueSize) {
            case Byte.BYTES -> target.put(source.get(at));
            case Short.BYTES -> target.putShort(source.getShort(at));
            case Integer.BYTES -> target.putInt(source.getInt(at));
            default -> target.putLong(source.getLong(at));
        }
    }

    /** Values of any type; 64-bit integers beyond 2^53 are rounded. */
    static void read(ScalarType type, ByteBuffer source, int at, double[] values, int count) {
        switch (type) {
            case FLOAT64 -> {
                for (int i = 0; i < count; i++) {
                    values[i] = source.getDouble(at + i * Double.BYTES);
                }
            }
            case FLOAT32 -> {
                for (int i = 0; i < count; i++) {
                    values[i] = source.getFloat(at + i * Float.BYTES);
                }
            }
            case UINT64 -> {
                for (int i = 0; i < count; i++) {
                    values[i] = unsigned(source.getLong(at + i * Long.BYTES));
                }
            }
            case INT64 -> {
                for (int i = 0; i < count; i++) {
                    values[i] = source.getLong(at + i * Long.BYTES);
                }
            }
            case INT32, UINT32 -> {
                long mask = type.isSigned() ? -1L : 0xffffffffL;
                for (int i = 0; i < count; i++) {
                    values[i] = source.getInt(at + i * Integer.BYTES) & mask;
                }
            }
            case INT16, UINT16 -> {
                int mask = type.isSigned() ? -1 : 0xffff;
                for (int i = 0; i < count; i++) {
                    values[i] = source.getShort(at + i * Short.BYTES) & mask;
                }
            }
            case INT8, UINT8 -> {
                int mask = type.isSigned() ? -1 : 0xff;
                for (int i = 0; i < count; i++) {
                    values[i] = source.get(at + i) & mask;
                }
            }
        }
    }

    /** Values of an integer type. */
    static void read(ScalarType type, ByteBuffer source, int at, long[] values, int count) {
        long mask = type.isSigned() || type.size() == Long.BYTES ? -1L : (1L << type.size() * Byte.SIZE) - 1;
        switch (type.size()) {
            case Byte.BYTES -> {
                for (int i = 0; i < count; i++) {
                    values[i] = source.get(at + i) & mask;
                }
            }
            case Short.BYTES -> {
                for (int i = 0; i < count; i++) {
                    values[i] = source.getShort(at + i * Short.BYTES) & mask;
                }
            }
            case Integer.BYTES -> {
                for (int i = 0; i < count; i++) {
                    values[i] = source.getInt(at + i * Integer.BYTES) & mask;
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    values[i] = source.getLong(at + i * Long.BYTES);
                }
            }
        }
    }

    /** @param values that the type can hold, or the next double above; rounded already if it is one of integers */
    static void write(ScalarType type, double[] values, int count, ByteBuffer target) {
        if (type == ScalarType.FLOAT64) {
            for (int i = 0; i < count; i++) {
                target.putDouble(values[i]);
            }
        } else if (type == ScalarType.FLOAT32) {
            for (int i = 0; i < count; i++) {
                target.putFloat((float) values[i]);
            }
        } else {
            for (int i = 0; i < count; i++) {
                write(type.size(), type == ScalarType.UINT64 ? unsignedBits(values[i]) : (long) values[i], target);
            }
        }
    }

    /** @param values of a type of integers, which the other can hold */
    static void write(ScalarType type, long[] values, int count, boolean areUnsigned, ByteBuffer target) {
        if (type == ScalarType.FLOAT64) {
            for (int i = 0; i < count; i++) {
                target.putDouble(areUnsigned ? unsigned(values[i]) : values[i]);
            }
        } else if (type == ScalarType.FLOAT32) {
            for (int i = 0; i < count; i++) {
                target.putFloat(areUnsigned ? unsignedFloat(values[i]) : values[i]);
            }
        } else {
            for (int i = 0; i < count; i++) {
                write(type.size(), values[i], target);
            }
        }
    }

    private static void write(int size, long value, ByteBuffer target) {
        switch (size) {
            case Byte.BYTES -> target.put((byte) value);
            case Short.BYTES -> target.putShort((short) value);
            case Integer.BYTES -> target.putInt((int) value);
            default -> target.putLong(value);
        }
    }

    // Halved to fit the sign, with the lost bit kept sticky so that the final rounding is right.

    static double unsigned(long bits) {
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
    }

    private static float unsignedFloat(long bits) {
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0f;
    }

    private static long unsignedBits(double value) {
        return value < 0x1p63 ? (long) value : (long) (value - 0x1p63) ^ Long.MIN_VALUE;
    }
}
