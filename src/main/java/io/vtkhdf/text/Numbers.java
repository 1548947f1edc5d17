package io.vtkhdf.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers as people read them: six digits, no trailing zeros. */
public final class Numbers {

    /** Below it an integer has all its digits. */
    public static final double LONGEST_INTEGER = 1e15;

    private static final double LARGEST_EXACT = 1L << 53;
    private static final MathContext SHOWN = new MathContext(6, RoundingMode.HALF_UP);
    private static final int LEAST_EXPONENT = -4;
    private static final int DIGITS_OF_DIFFERENCES = 3;

    private Numbers() {}

    public static String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        } else if (value == Math.rint(value) && Math.abs(value) < LONGEST_INTEGER) {
            return Long.toString((long) value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(SHOWN).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= LEAST_EXPONENT && exponent < SHOWN.getPrecision()) {
            return rounded.toPlainString();
        }
        return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }

    /** With so many digits behind the point, as {@code %.2f} gives it; but that takes 20 ms when it is first called. */
    public static String fixed(double value, int decimals) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .toPlainString()
                : Double.toString(value);
    }

    /** An integer in full. */
    public static String text(Number value) {
        return value instanceof Double ? text(value.doubleValue()) : value.toString();
    }

    public static String text(double... values) {
        return String.join(" ", texts(values));
    }

    private static List<String> texts(double... values) {
        List<String> texts = new ArrayList<>();
        for (double value : values) {
            texts.add(text(value));
        }
        return texts;
    }

    /** Such as {@code 1 array} and {@code 2 arrays}. */
    public static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** A share in percent, such as {@code 12.5 %}; neither 0 nor 100 unless it is just that. */
    public static String share(long part, long whole) {
        double percent = 100.0 * part / whole;
        if (part > 0 && percent < 0.1) {
            return "<0.1 %";
        } else if (part < whole && percent > 99.9) {
            return ">99.9 %";
        }
        return text(Math.rint(percent * 10) / 10) + " %";
    }

    public static String range(double min, double max) {
        return String.join(" to ", apart(min, max));
    }

    /** Ascending numbers, each in six digits, or all in as many as it takes if two would look the same. */
    public static List<String> apart(double... ascending) {
        List<String> texts = texts(ascending);
        double smallest = Double.POSITIVE_INFINITY;
        boolean isAlike = false;
        for (int i = 1; i < ascending.length; i++) {
            if (ascending[i] != ascending[i - 1]) {
                smallest = Math.min(smallest, Math.abs(ascending[i] - ascending[i - 1]));
                isAlike |= texts.get(i).equals(texts.get(i - 1));
            }
        }
        if (!isAlike || !Double.isFinite(smallest)) {
            return texts;
        }
        int decimals = DIGITS_OF_DIFFERENCES - (int) Math.floor(Math.log10(smallest));
        return Arrays.stream(ascending)
                .mapToObj(value -> rounded(value, decimals))
                .toList();
    }

    private static String rounded(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return text(value);
        }
        double rounded = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .doubleValue();
        boolean isInteger = rounded == Math.rint(rounded) && Math.abs(rounded) <= LARGEST_EXACT;
        return isInteger
                ? Long.toString((long) rounded)
                : Double.toString(rounded).replace(".0E", "E").replace('E', 'e');
    }
}
