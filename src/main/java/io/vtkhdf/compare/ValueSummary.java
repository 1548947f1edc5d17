package io.vtkhdf.compare;

import io.vtkhdf.image.ScalarType;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What {@link ArrayStatistics} need of some values; of integers exactly. Values are widened block by block to long or
 * double, so that the loops that do the work are few, short and on local variables.
 */
final class ValueSummary {

    private static final int BLOCK = 4096;
    private static final double TWO_TO_32 = 0x1p32;

    private final ScalarType type;
    /** Unsigned 64-bit integers are ordered as signed ones with the first bit flipped. */
    private final long flip;

    private long lowest = Long.MAX_VALUE;
    private long highest = Long.MIN_VALUE;
    /** Of those that are finite. */
    private double min = Double.POSITIVE_INFINITY;

    private double max = Double.NEGATIVE_INFINITY;
    private double sum;
    /** The mean of the finite values, of flipped ones if they are, and the sum of the squares of distances from it. */
    private double centre;

    private double squares;
    private long finite;
    private long infinite;
    private long minusInfinite;
    private long nans;

    ValueSummary(ScalarType type) {
        this.type = type;
        this.flip = type == ScalarType.UINT64 ? Long.MIN_VALUE : 0;
    }

    /** @param values an array of the type's carrier */
    ValueSummary add(Object values) {
        return add(values, 0, 1);
    }

    /**
     * One component of tuples.
     *
     * @param values an array of the type's carrier, of whole tuples
     */
    ValueSummary add(Object values, int component, int components) {
        int count = Array.getLength(values) / components;
        long[] integers = new long[type.isFloating() ? 0 : Math.min(count, BLOCK)];
        double[] floats = new double[type.isFloating() ? Math.min(count, BLOCK) : 0];
        for (int from = 0; from < count; from += BLOCK) {
            int size = Math.min(BLOCK, count - from);
            if (type.isFloating()) {
                widen(values, from * components + component, components, floats, size);
                addFloats(floats, size);
            } else {
                widen(values, from * components + component, components, integers, size);
                addIntegers(integers, size);
            }
        }
        return this;
    }

    private void widen(Object values, int from, int stride, double[] target, int size) {
        if (values instanceof float[] floats) {
            for (int i = 0; i < size; i++) {
                target[i] = floats[from + i * stride];
            }
        } else {
            double[] doubles = (double[]) values;
            for (int i = 0; i < size; i++) {
                target[i] = doubles[from + i * stride];
            }
        }
    }

    private void widen(Object values, int from, int stride, long[] target, int size) {
        long mask = type.isSigned() || type.size() == Long.BYTES ? -1 : (1L << type.size() * Byte.SIZE) - 1;
        if (values instanceof byte[] bytes) {
            for (int i = 0; i < size; i++) {
                target[i] = bytes[from + i * stride] & mask;
            }
        } else if (values instanceof short[] shorts) {
            for (int i = 0; i < size; i++) {
                target[i] = shorts[from + i * stride] & mask;
            }
        } else if (values instanceof int[] ints) {
            for (int i = 0; i < size; i++) {
                target[i] = ints[from + i * stride] & mask;
            }
        } else {
            long[] longs = (long[]) values;
            for (int i = 0; i < size; i++) {
                target[i] = longs[from + i * stride] ^ flip;
            }
        }
    }

    private void addIntegers(long[] values, int size) {
        long low = lowest;
        long high = highest;
        // In halves, of which a block's sums are exact.
        long lowerHalves = 0;
        long upperHalves = 0;
        for (int i = 0; i < size; i++) {
            long value = values[i];
            low = value < low ? value : low;
            high = value > high ? value : high;
            lowerHalves += value & 0xffffffffL;
            upperHalves += value >> 32;
        }
        lowest = low;
        highest = high;
        // Takes back what the flipped bits have taken off.
        upperHalves += size * (flip >>> 32);
        sum += upperHalves * TWO_TO_32 + lowerHalves;
        addSpread(values, size);
        finite += size;
    }

    private void addSpread(long[] values, int size) {
        double blockSum = 0;
        for (int i = 0; i < size; i++) {
            blockSum += values[i];
        }
        double mean = blockSum / size;
        double distances = 0;
        for (int i = 0; i < size; i++) {
            double distance = values[i] - mean;
            distances += distance * distance;
        }
        addSpread(mean, distances, size);
    }

    private void addSpread(double[] values, int size, double mean) {
        double distances = 0;
        for (int i = 0; i < size; i++) {
            double distance = values[i] - mean;
            distances += distance * distance;
        }
        addSpread(mean, distances, size);
    }

    /** Of values that are not counted as finite ones yet. */
    private void addSpread(double otherCentre, double otherSquares, long count) {
        if (count > 0) {
            double apart = otherCentre - centre;
            double all = (double) finite + count;
            squares += otherSquares + apart * apart * finite / all * count;
            centre += apart * count / all;
        }
    }

    private void addFloats(double[] values, int size) {
        double low = min;
        double high = max;
        double blockSum = 0;
        for (int i = 0; i < size; i++) {
            double value = values[i];
            low = value < low ? value : low;
            high = value > high ? value : high;
            blockSum += value;
        }
        if (Double.isFinite(blockSum)) {
            min = low;
            max = high;
            sum += blockSum;
            addSpread(values, size, blockSum / size);
            finite += size;
        } else {
            addFiniteOnes(values, size);
        }
    }

    private void addFiniteOnes(double[] values, int size) {
        for (int i = 0; i < size; i++) {
            if (Double.isFinite(values[i])) {
                addSpread(values[i], 0, 1);
                finite++;
                sum += values[i];
                min = Math.min(min, values[i]);
                max = Math.max(max, values[i]);
            } else if (Double.isNaN(values[i])) {
                nans++;
            } else if (values[i] > 0) {
                infinite++;
            } else {
                minusInfinite++;
            }
        }
    }

    /** Adds what another has of values of the same type, as if they were there so many times. */
    void add(ValueSummary other, long times) {
        lowest = Math.min(lowest, other.lowest);
        highest = Math.max(highest, other.highest);
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        minusInfinite += times * other.minusInfinite;
        sum += times * other.sum;
        addSpread(other.centre, times * other.squares, times * other.finite);
        finite += times * other.finite;
        infinite += times * other.infinite;
        nans += times * other.nans;
    }

    /** How many values are finite. */
    long finite() {
        return finite;
    }

    /** The smallest finite value; that of unsigned integers beyond 2^53 rounded. */
    double min() {
        return type.isFloating() ? min : number(lowest).doubleValue();
    }

    /** The largest finite value, likewise. */
    double max() {
        return type.isFloating() ? max : number(highest).doubleValue();
    }

    ArrayStatistics result() {
        return new ArrayStatistics(
                end(lowest, minusInfinite > 0 ? Double.NEGATIVE_INFINITY : min),
                end(highest, infinite > 0 ? Double.POSITIVE_INFINITY : max),
                sum / finite,
                Math.sqrt(squares / finite),
                nans,
                infinite + minusInfinite,
                Optional.empty(),
                List.of());
    }

    /** Of the range; without finite values what is known as their ends is infinite. */
    private Number end(long integer, double floating) {
        if (finite + infinite + minusInfinite == 0) {
            return Double.NaN;
        }
        // Of the conditional operator with numbers the type would be double.
        if (type.isFloating()) {
            return floating;
        }
        return number(integer);
    }

    private Number number(long integer) {
        long value = integer ^ flip;
        if (flip != 0 && value < 0) {
            return new BigInteger(Long.toUnsignedString(value));
        }
        return value;
    }
}
