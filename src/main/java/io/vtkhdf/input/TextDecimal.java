package io.vtkhdf.input;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import ch.randelshofer.fastdoubleparser.JavaFloatParser;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Floating-point numbers from decimal text, rounded to the nearest; also {@code nan}, {@code inf} and {@code infinity}
 * in any case.
 */
public final class TextDecimal {

    private TextDecimal() {}

    /**
     * The number that {@code length} bytes, at least one, spell.
     *
     * @throws NumberFormatException if they spell none
     */
    public static double parseDouble(byte[] text, int start, int length) {
        return isSpelledInDigits(text, start, length)
                ? JavaDoubleParser.parseDouble(text, start, length)
                : parseWord(text, start, length);
    }

    /** The same as a float, rounded once. */
    public static float parseFloat(byte[] text, int start, int length) {
        return isSpelledInDigits(text, start, length)
                ? JavaFloatParser.parseFloat(text, start, length)
                : (float) parseWord(text, start, length);
    }

    /**
     * Whether the text, if it is a number of Java's, is one in decimal digits: those in words or with a suffix end
     * otherwise, and those with space around it begin or end so.
     */
    private static boolean isSpelledInDigits(byte[] text, int start, int length) {
        int first = text[start];
        int last = text[start + length - 1];
        boolean isSigned = first == '-' || first == '+';
        int second = start + (isSigned ? 2 : 1);
        boolean isHexadecimal = second < start + length && (text[second] | 0x20) == 'x';
        return (isDigitOrPoint(first) || isSigned) && isDigitOrPoint(last) && !isHexadecimal;
    }

    private static boolean isDigitOrPoint(int c) {
        return c >= '0' && c <= '9' || c == '.';
    }

    private static double parseWord(byte[] text, int start, int length) {
        String word = new String(text, start, length, StandardCharsets.ISO_8859_1);
        String unsigned = word.startsWith("-") || word.startsWith("+") ? word.substring(1) : word;
        return switch (unsigned.toLowerCase(Locale.ROOT)) {
            case "nan" -> Double.NaN;
            case "inf", "infinity" -> word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            default -> throw new NumberFormatException(word);
        };
    }
}
