package io.vtkhdf.compare;

import io.vtkhdf.image.ScalarType;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Compares the values of two arrays of one type, piece by piece. NaN is the same as NaN, whatever its bits, and 0.0 the
 * same as -0.0; NaN and a number always differ. Integers are compared exactly.
 */
final class ValueComparison {

    private final ScalarType type;
    private final int components;
    private final Tolerance tolerance;

    private long count;
    private long differing;
    private long oneNan;
    private double relative;
    private double largest = -1;
    /** Of all differences, allowed or not, and of finite values. */
    private double farthest;

    private long farthestAt;

    private double squares;
    private long finite;
    private long largestUnsigned;
    /** Of the largest difference, or of the first NaN that the other side has not. */
    private long worstAt;

    private String worstA;
    private String worstB;

    ValueComparison(ScalarType type, int components, Tolerance tolerance) {
        this.type = type;
        this.components = components;
        this.tolerance = tolerance;
    }

    /** The next values, which are the same on both sides. */
    void addSame(long values) {
        count += values;
        finite += values;
    }

    /** The next values: arrays of the type's carrier, equally long. */
    void add(Object a, Object b) {
        int length = Array.getLength(a);
        if (type.isFloating()) {
            for (int i = 0; i < length; i++) {
                addFloating(a, b, i);
            }
        } else {
            for (int i = 0; i < length; i++) {
                addInteger(a, b, i);
            }
        }
        count += length;
    }

    private void addFloating(Object a, Object b, int i) {
        double valueA = type.doubleAt(a, i);
        double valueB = type.doubleAt(b, i);
        if (valueA == valueB || Double.isNaN(valueA) && Double.isNaN(valueB)) {
            finite++;
            return;
        }
        double difference = Math.abs(valueA - valueB);
        double magnitude = Math.max(Math.abs(valueA), Math.abs(valueB));
        addDistance(difference, i);
        if (Double.isNaN(difference)) {
            oneNan++;
            differing++;
            if (worstA == null) {
                keepWorst(a, b, i);
            }
        } else if (!tolerance.allows(difference, magnitude)) {
            differing++;
            relative = Math.max(relative, relative(difference, magnitude));
            if (difference > largest) {
                largest = difference;
                keepWorst(a, b, i);
            }
        }
    }

    private void addDistance(double difference, int i) {
        if (difference > farthest) {
            farthest = difference;
            farthestAt = count + i;
        }
        if (Double.isFinite(difference)) {
            squares += difference * difference;
            finite++;
        }
    }

    /** Of an infinity nothing less than infinitely far. */
    private static double relative(double difference, double magnitude) {
        return Double.isInfinite(magnitude) ? Double.POSITIVE_INFINITY : difference / magnitude;
    }

    private void addInteger(Object a, Object b, int i) {
        long valueA = integer(a, i);
        long valueB = integer(b, i);
        if (valueA == valueB) {
            finite++;
            return;
        }
        boolean more = type.isSigned() ? valueA > valueB : Long.compareUnsigned(valueA, valueB) > 0;
        // The difference of two signed values may be beyond a signed one, but it is always an unsigned one.
        long difference = more ? valueA - valueB : valueB - valueA;
        double magnitude = Math.max(Math.abs(type.doubleAt(a, i)), Math.abs(type.doubleAt(b, i)));
        addDistance(unsignedDouble(difference), i);
        if (!tolerance.allowsUnsigned(difference, magnitude)) {
            differing++;
            relative = Math.max(relative, unsignedDouble(difference) / magnitude);
            if (worstA == null || Long.compareUnsigned(difference, largestUnsigned) > 0) {
                largestUnsigned = difference;
                keepWorst(a, b, i);
            }
        }
    }

    private long integer(Object values, int i) {
        return type.size() == Long.BYTES ? ((long[]) values)[i] : (long) type.doubleAt(values, i);
    }

    private void keepWorst(Object a, Object b, int i) {
        worstAt = count + i;
        worstA = type.textAt(a, i);
        worstB = type.textAt(b, i);
    }

    /** @param index the place of a tuple */
    ImageDifference.OfValues result(LongFunction<List<Long>> index) {
        Optional<ImageDifference.Worst> worst = worstA == null
                ? Optional.empty()
                : Optional.of(new ImageDifference.Worst(
                        difference(), (int) (worstAt % components), index.apply(worstAt / components), worstA, worstB));
        ImageDifference.Distance distance = new ImageDifference.Distance(
                farthest,
                finite == 0 ? 0 : Math.sqrt(squares / finite),
                farthest > 0 ? index.apply(farthestAt / components) : List.of());
        return new ImageDifference.OfValues(count, differing, oneNan, worst, relative, distance);
    }

    private Optional<Number> difference() {
        if (!type.isFloating()) {
            return Optional.of(unsigned(largestUnsigned));
        }
        return largest < 0 ? Optional.empty() : Optional.of(largest);
    }

    static double unsignedDouble(long bits) {
        return bits >= 0 ? bits : (bits >>> 1) * 2.0;
    }

    private static BigInteger unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits));
    }
}
