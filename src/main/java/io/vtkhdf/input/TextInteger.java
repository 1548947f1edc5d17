package io.vtkhdf.input;

import io.vtkhdf.image.ScalarType;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Integers from decimal text. */
public final class TextInteger {

    /** So many digits, and a sign, fit a long whatever they are. */
    private static final int SAFE_LENGTH = 18;

    private TextInteger() {}

    /**
     * The integer that {@code length} bytes, at least one, spell, in the low bits.
     *
     * @throws NumberFormatException if they spell none of that type
     */
    public static long parse(byte[] text, int start, int length, ScalarType type) {
        int bits = type.size() * Byte.SIZE;
        if (length > SAFE_LENGTH) {
            return parseLong(text, start, length, type, bits);
        }
        boolean negative = text[start] == '-';
        int end = start + length;
        int i = negative || text[start] == '+' ? start + 1 : start;
        if (i == end) {
            throw new NumberFormatException();
        }
        long magnitude = 0;
        for (; i < end; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException();
            }
            magnitude = 10 * magnitude + digit;
        }
        long value = negative ? -magnitude : magnitude;
        // What is left above the type's bits must be all sign, or all zero.
        long above = value >> (type.isSigned() ? bits - 1 : Math.min(bits, Long.SIZE - 1));
        if (above != 0 && !(type.isSigned() && above == -1)) {
            throw new NumberFormatException();
        }
        return value;
    }

    private static long parseLong(byte[] text, int start, int length, ScalarType type, int bits) {
        BigInteger value = new BigInteger(new String(text, start, length, StandardCharsets.ISO_8859_1));
        boolean fits = type.isSigned() ? value.bitLength() < bits : value.signum() >= 0 && value.bitLength() <= bits;
        if (!fits) {
            throw new NumberFormatException();
        }
        return value.longValue();
    }
}
