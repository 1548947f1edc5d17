package io.vtkhdf.chunk;

import io.vtkhdf.image.ScalarType;
import java.nio.ByteBuffer;

/**
 * Numbers of one type as those of another, as HDF5 converts them: rounded to the nearest value if the other type is one
 * of floating-point numbers, cut towards zero if it is one of integers, and its smallest or largest value where it does
 * not reach. Not a number, of which HDF5 makes an integer that depends on the processor, becomes 0.
 */
record NumberConversion(ScalarType from, ScalarType to) {

    private static final double TWO_TO_63 = 0x1p63;

    /** Converts values that lie some values apart in the source to the beginning of the target. */
    void convert(ByteBuffer source, int first, int stride, ByteBuffer target, int count) {
        for (int i = 0; i < count; i++) {
            int at = (first + i * stride) * from.size();
            if (from.isFloating()) {
                put(target, i, from == ScalarType.FLOAT32 ? source.getFloat(at) : source.getDouble(at));
            } else {
                put(target, i, integer(source, at));
            }
        }
    }

    /** Of an unsigned type of 64 bits, as its bits. */
    private long integer(ByteBuffer source, int at) {
        return switch (from) {
            case INT8 -> source.get(at);
            case UINT8 -> source.get(at) & 0xff;
            case INT16 -> source.getShort(at);
            case UINT16 -> source.getShort(at) & 0xffff;
            case INT32 -> source.getInt(at);
            case UINT32 -> source.getInt(at) & 0xffff_ffffL;
            default -> source.getLong(at);
        };
    }

    private void put(ByteBuffer target, int index, double value) {
        if (to == ScalarType.FLOAT32) {
            target.putFloat(index * Float.BYTES, (float) value);
        } else if (to == ScalarType.FLOAT64) {
            target.putDouble(index * Double.BYTES, value);
        } else if (to == ScalarType.UINT64) {
            target.putLong(index * Long.BYTES, unsigned(value));
        } else {
            putInteger(target, index, (long) value);
        }
    }

    private static long unsigned(double value) {
        if (value < TWO_TO_63) {
            return Math.max(0, (long) value);
        }
        return value >= 2 * TWO_TO_63 ? -1 : value >= TWO_TO_63 ? (long) (value - TWO_TO_63) + Long.MIN_VALUE : 0;
    }

    private void put(ByteBuffer target, int index, long value) {
        boolean huge = from == ScalarType.UINT64 && value < 0;
        if (to == ScalarType.FLOAT32) {
            // Half of it, with a bit for what is cut off, rounds as the whole does.
            float whole = huge ? 2 * (float) (value >>> 1 | value & 1) : value;
            target.putFloat(index * Float.BYTES, whole);
        } else if (to == ScalarType.FLOAT64) {
            double whole = huge ? 2 * (double) (value >>> 1 | value & 1) : value;
            target.putDouble(index * Double.BYTES, whole);
        } else if (to == ScalarType.UINT64) {
            target.putLong(index * Long.BYTES, huge ? value : Math.max(0, value));
        } else {
            putInteger(target, index, huge ? Long.MAX_VALUE : value);
        }
    }

    private void putInteger(ByteBuffer target, int index, long value) {
        switch (to) {
            case INT8 -> target.put(index, (byte) clamp(value, Byte.MIN_VALUE, Byte.MAX_VALUE));
            case UINT8 -> target.put(index, (byte) clamp(value, 0, 0xff));
            case INT16 -> target.putShort(index * Short.BYTES, (short) clamp(value, Short.MIN_VALUE, Short.MAX_VALUE));
            case UINT16 -> target.putShort(index * Short.BYTES, (short) clamp(value, 0, 0xffff));
            case INT32 ->
                target.putInt(index * Integer.BYTES, (int) clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case UINT32 -> target.putInt(index * Integer.BYTES, (int) clamp(value, 0, 0xffff_ffffL));
            default -> target.putLong(index * Long.BYTES, value);
        }
    }

    private static long clamp(long value, long low, long high) {
        return Math.max(low, Math.min(value, high));
    }
}
