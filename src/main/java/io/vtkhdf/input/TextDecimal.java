package io.vtkhdf.input;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Floating-point numbers from decimal text, rounded to the nearest; also {@code nan}, {@code inf} and {@code infinity}
 * in any case.
 */
final class TextDecimal {

    /** The powers of ten that a double holds exactly. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final int MAX_POWER = POWERS.length - 1;
    private static final long MAX_EXACT = 1L << 53;
    private static final int MAX_EXPONENT = 1000;
    private static final double NOT_EXACT = Double.NaN;
    /** The bits of a double that a float lacks, and their value halfway between two floats. */
    private static final long BELOW_FLOAT = 0x1fffffffL;

    private static final long HALFWAY = 0x10000000L;

    private TextDecimal() {}

    /** @throws NumberFormatException if the first {@code length} bytes are no number */
    static double parseDouble(byte[] text, int length) {
        double exact = parseExact(text, length);
        return Double.isNaN(exact) ? Double.parseDouble(javaNumber(text, length)) : exact;
    }

    /** @throws NumberFormatException if the first {@code length} bytes are no number */
    static float parseFloat(byte[] text, int length) {
        double exact = parseExact(text, length);
        return roundsOnce(exact) ? (float) exact : Float.parseFloat(javaNumber(text, length));
    }

    /** Whether rounding the nearest double once more gives the nearest float: not where it lies halfway between two. */
    private static boolean roundsOnce(double exact) {
        double magnitude = Math.abs(exact);
        return magnitude == 0
                || magnitude >= Float.MIN_NORMAL
                        && magnitude <= Float.MAX_VALUE
                        && (Double.doubleToRawLongBits(exact) & BELOW_FLOAT) != HALFWAY;
    }

    /**
     * The number, if it is the product or quotient of two integers that doubles hold exactly, since that is rounded
     * only once; else {@link #NOT_EXACT}.
     */
    private static double parseExact(byte[] text, int length) {
        boolean negative = text[0] == '-';
        int i = negative || text[0] == '+' ? 1 : 0;
        long digits = 0;
        int digitCount = 0;
        int point = -1;
        for (; i < length && digits <= MAX_EXACT; i++) {
            int c = text[i];
            if (c == '.' && point < 0) {
                point = digitCount;
            } else if (c >= '0' && c <= '9') {
                digits = 10 * digits + (c - '0');
                digitCount++;
            } else {
                break;
            }
        }
        int exponent = exponent(text, i, length) - (point < 0 ? 0 : digitCount - point);
        if (digitCount == 0 || digits > MAX_EXACT || Math.abs(exponent) > MAX_POWER) {
            return NOT_EXACT;
        }
        double magnitude = exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
        return negative ? -magnitude : magnitude;
    }

    /** The exponent that starts at {@code from}; out of range if something else does. */
    private static int exponent(byte[] text, int from, int length) {
        if (from == length) {
            return 0;
        }
        int i = from + 1;
        boolean negative = i < length && text[i] == '-';
        if (negative || i < length && text[i] == '+') {
            i++;
        }
        if ((text[from] | 0x20) != 'e' || i == length) {
            return MAX_EXPONENT;
        }
        int exponent = 0;
        for (; i < length && exponent < MAX_EXPONENT; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return MAX_EXPONENT;
            }
            exponent = 10 * exponent + digit;
        }
        return negative ? -exponent : exponent;
    }

    /** The text as Java spells numbers. */
    private static String javaNumber(byte[] text, int length) {
        String number = new String(text, 0, length, StandardCharsets.ISO_8859_1);
        if (isSpelledAsJava(text, length)) {
            return number;
        }
        int sign = number.startsWith("-") || number.startsWith("+") ? 1 : 0;
        return switch (number.substring(sign).toLowerCase(Locale.ROOT)) {
            case "nan" -> "NaN";
            case "inf", "infinity" -> number.substring(0, sign) + "Infinity";
            default -> throw new NumberFormatException(number);
        };
    }

    /** Whether these are characters of decimal numbers only; Java knows other spellings, such as {@code 0x1p3d}. */
    private static boolean isSpelledAsJava(byte[] text, int length) {
        for (int i = 0; i < length; i++) {
            int c = text[i];
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return true;
    }
}
