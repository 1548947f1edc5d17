package io.vtkhdf.plane;

import io.vtkhdf.distribution.OrderStatistics;
import io.vtkhdf.distribution.ValueHistogram;
import io.vtkhdf.distribution.ValueOrder;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.util.Arrays;

/**
 * What is to be known of all values of planes before any of them is drawn: their range, and which there are, if they
 * are integers and few.
 */
public final class ValueSurvey {

    /** More different values than this are not told apart. */
    public static final int MOST_CATEGORIES = 20;

    private static final double LARGEST_EXACT = 1L << 53;

    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double smallestPositive = Double.POSITIVE_INFINITY;
    private long finite;
    private long nan;
    private long infinite;
    private long minusInfinite;
    private boolean isOfIntegers = true;
    private ValueOrder order = ValueOrder.DOUBLE;
    /** The different values so far, ascending; null if they are too many. */
    private double[] categories = {};

    /** Adds the values of a plane, those of all components. */
    public ValueSurvey add(Plane plane) throws IOException {
        ScalarType type = plane.spec().type();
        isOfIntegers &= !type.isFloating();
        order = ValueOrder.of(type);
        PlaneRows.forEachValue(plane, this::add);
        return this;
    }

    private void add(double value) {
        if (Double.isFinite(value)) {
            finite++;
            min = Math.min(min, value);
            max = Math.max(max, value);
            if (value > 0) {
                smallestPositive = Math.min(smallestPositive, value);
            }
            if (isOfIntegers && categories != null) {
                addCategory(value);
            }
        } else if (Double.isNaN(value)) {
            nan++;
        } else if (value > 0) {
            infinite++;
        } else {
            minusInfinite++;
        }
    }

    private void addCategory(double value) {
        int at = Arrays.binarySearch(categories, value);
        if (at < 0) {
            int place = -at - 1;
            if (categories.length == MOST_CATEGORIES || Math.abs(value) > LARGEST_EXACT) {
                categories = null;
            } else {
                double[] more = Arrays.copyOf(categories, categories.length + 1);
                System.arraycopy(categories, place, more, place + 1, categories.length - place);
                more[place] = value;
                categories = more;
            }
        }
    }

    /**
     * Below which so many percent of the finite values lie, see {@link OrderStatistics}.
     *
     * @param planes those that were added, which are read again; all are of one type
     * @param percent from 0 to 100
     */
    public double percentile(PlaneSet planes, double percent) throws IOException {
        OrderStatistics statistics = new OrderStatistics(order, finite, min(), max(), OrderStatistics.MEMORY, percent);
        while (statistics.isWaiting()) {
            planes.forEach(plane -> PlaneRows.forEachValue(plane, value -> statistics.add(value, 1)));
            statistics.endPass();
        }
        return statistics.percentile(percent);
    }

    /**
     * How many values lie where.
     *
     * @param planes those that were added, which are read again
     */
    public ValueHistogram histogram(PlaneSet planes, int bins, double min, double max) throws IOException {
        ValueHistogram histogram = ValueHistogram.between(min, max, isOfIntegers, bins);
        planes.forEach(plane -> PlaneRows.forEachValue(plane, histogram::add));
        return histogram;
    }

    /** Whether no value is finite. */
    public boolean isEmpty() {
        return finite == 0;
    }

    /** The smallest finite value, 0 if there is none. */
    public double min() {
        return isEmpty() ? 0 : min;
    }

    /** The largest finite value, 0 if there is none. */
    public double max() {
        return isEmpty() ? 0 : max;
    }

    /** The smallest value above 0; infinite if there is none. */
    public double smallestPositive() {
        return smallestPositive;
    }

    /** How many values are finite. */
    public long finite() {
        return finite;
    }

    public long nan() {
        return nan;
    }

    /** How many are infinite and above 0. */
    public long infinite() {
        return infinite;
    }

    /** How many are infinite and below 0. */
    public long minusInfinite() {
        return minusInfinite;
    }

    /** Whether the type is one of integers. */
    public boolean isOfIntegers() {
        return isOfIntegers;
    }

    /** The different values, ascending, at most {@link #MOST_CATEGORIES}; empty if they are more, or no integers. */
    public double[] categories() {
        return isOfIntegers && categories != null ? categories.clone() : new double[0];
    }
}
