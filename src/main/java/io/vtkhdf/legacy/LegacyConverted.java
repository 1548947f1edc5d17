package io.vtkhdf.legacy;

import io.vtkhdf.input.ConvertedValues;
import io.vtkhdf.input.InputValues;

/** Values of one type as values of another. */
final class LegacyConverted {

    private LegacyConverted() {}

    /** 32-bit integers as 64-bit ones. */
    static InputValues widened(InputValues ints) {
        return new ConvertedValues(ints, Integer.BYTES, Long.BYTES, (from, to) -> to.putLong(from.getInt()));
    }

    /** Long integers as 0 or 1: whether they are not 0. */
    static InputValues truths(InputValues longs) {
        return new ConvertedValues(
                longs, Long.BYTES, Byte.BYTES, (from, to) -> to.put((byte) (from.getLong() == 0 ? 0 : 1)));
    }

    /** Floats from 0 to 1 as bytes from 0 to 255, rounded as VTK rounds them. */
    static InputValues colours(InputValues floats) {
        return new ConvertedValues(floats, Float.BYTES, Byte.BYTES, (from, to) -> to.put(colour(from.getFloat())));
    }

    private static byte colour(float value) {
        return (byte) Math.max(0, Math.min(255, 255.0 * value + 0.5));
    }
}
