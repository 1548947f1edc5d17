package io.vtkhdf.picture;

import io.vtkhdf.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Round numbers in a range, for a scale. */
final class PictureTicks {

    /** A round number and its text. */
    record Tick(double value, String text) {}

    private static final int LONGEST_EXPONENT = 6;
    private static final int SHORTEST_EXPONENT = -5;
    private static final int DIGITS = 4;
    private static final int[] ROUND = {1, 2, 5, 10};

    private PictureTicks() {}

    /**
     * The multiples of 1, 2 or 5 times a power of ten from {@code low} to {@code high}.
     *
     * @param most how many at most
     * @param smallestStep they are not closer than this
     */
    static List<Tick> between(double low, double high, int most, double smallestStep) {
        List<Tick> ticks = new ArrayList<>();
        double step = Math.max((high / 2 - low / 2) / Math.max(most - 1, 1) * 2, smallestStep);
        // A step below the spacing of the numbers themselves would never end.
        if (!(step > Math.max(Math.ulp(low), Math.ulp(high))) || Double.isInfinite(step)) {
            return ticks;
        }
        BigDecimal round = roundedUp(step);
        BigDecimal from = BigDecimal.valueOf(low).divide(round, 0, RoundingMode.CEILING);
        BigDecimal to = BigDecimal.valueOf(high).divide(round, 0, RoundingMode.FLOOR);
        for (BigDecimal at = from; at.compareTo(to) <= 0; at = at.add(BigDecimal.ONE)) {
            BigDecimal value = at.multiply(round);
            ticks.add(new Tick(value.doubleValue(), text(value)));
        }
        return ticks;
    }

    /**
     * Powers of ten from {@code low}, above 0, to {@code high}, all of them or every second, third…: at most so many.
     */
    static List<Tick> decades(double low, double high, int most) {
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        int step = Math.max(
                1, (last - first) / Math.max(most - 1, 1) + ((last - first) % Math.max(most - 1, 1) > 0 ? 1 : 0));
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent += step) {
            BigDecimal value = BigDecimal.ONE.scaleByPowerOfTen(exponent);
            ticks.add(new Tick(value.doubleValue(), text(value)));
        }
        return ticks;
    }

    private static BigDecimal roundedUp(double step) {
        BigDecimal exact = BigDecimal.valueOf(step);
        int exponent = exact.precision() - exact.scale() - 1;
        for (int digit : ROUND) {
            BigDecimal round = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
            // What exceeds a round number by the rounding of a quotient is that number.
            if (round.doubleValue() >= step * (1 - 1e-9)) {
                return round;
            }
        }
        throw new AssertionError(step);
    }

    /**
     * A number on a scale of some length: no more digits than can be told apart there, but an integer in full, and none
     * as 0 that is not.
     */
    static String textOf(double value, double length) {
        boolean isInFull = value == Math.rint(value) && Math.abs(value) < Numbers.LONGEST_INTEGER;
        if (isInFull || !Double.isFinite(length) || length <= 0) {
            return Numbers.text(value);
        }
        int digits = DIGITS - (int) Math.floor(Math.log10(length));
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? Numbers.text(value) : text(rounded);
    }

    private static String text(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        int exponent = plain.precision() - plain.scale() - 1;
        if (plain.signum() == 0) {
            return "0";
        } else if (exponent > LONGEST_EXPONENT || exponent < SHORTEST_EXPONENT) {
            return plain.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
        }
        return plain.toPlainString();
    }
}
