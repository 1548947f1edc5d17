package io.vtkhdf.write;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The times of a series that is written: known from the start, or told step by step. Of a known number of steps arrays
 * that are stored {@linkplain Storage#raw raw} are contiguous when they are finished; otherwise they are chunks without
 * filters, one a step as long as it takes no more than 1 GiB.
 *
 * <p>Immutable, compared by value. Times are in the user's own unit.
 */
public final class TimeAxis {

    private static final TimeAxis GROWING = new TimeAxis(new double[0]);

    private final double[] times;

    private TimeAxis(double[] times) {
        this.times = times;
    }

    /** As many steps as will come. */
    public static TimeAxis growing() {
        return GROWING;
    }

    /**
     * Just these steps.
     *
     * @param times at least one, each finite and greater than the one before
     * @throws IllegalArgumentException if they are not
     */
    public static TimeAxis of(double... times) {
        if (times.length == 0) {
            throw new IllegalArgumentException("found no times, expected at least 1; TimeAxis.growing() has none yet");
        }
        for (int step = 0; step < times.length; step++) {
            requireLater("", step == 0 ? Double.NEGATIVE_INFINITY : times[step - 1], times[step]);
        }
        return new TimeAxis(DoubleStream.of(times).map(TimeAxis::stored).toArray());
    }

    /** As it is stored: zero has one form only, as it has for who looks for a time. */
    static double stored(double time) {
        return time + 0.0;
    }

    /**
     * @param place that errors begin with
     * @throws IllegalArgumentException if a time cannot follow another one
     */
    private static void requireLater(String place, double before, double time) {
        if (!Double.isFinite(time)) {
            throw new IllegalArgumentException(place + "found the time " + time + ", expected a finite number");
        }
        if (time <= before) {
            throw new IllegalArgumentException(
                    place + "found the time " + time + " after " + before + ", expected one that is greater");
        }
    }

    /** Whether the number of steps is not known. */
    public boolean isGrowing() {
        return times.length == 0;
    }

    /** The times that are known; none if it is {@linkplain #isGrowing growing}. */
    public double[] times() {
        return times.clone();
    }

    /** The number of steps; 0 if it is growing. */
    int known() {
        return times.length;
    }

    /**
     * @param place that errors begin with
     * @param step its number
     * @param before the time of the step before it; negative infinity if it is the first
     * @throws IllegalArgumentException if a step cannot have this time
     * @throws IllegalStateException if there are no more steps
     */
    void require(String place, int step, double time, double before) {
        requireLater(place, before, time);
        if (isGrowing()) {
            return;
        } else if (step >= times.length) {
            throw new IllegalStateException(place + "found one more step, at the time " + time + ", expected the "
                    + times.length + " of the time axis");
        } else if (time != times[step]) {
            throw new IllegalArgumentException(place + "found the time " + time + " of step " + step + ", expected "
                    + times[step] + " as the time axis has it");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeAxis axis && Arrays.equals(axis.times, times);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(times);
    }

    /** Such as {@code growing} or {@code 3 steps from 0.0 to 0.5}. */
    @Override
    public String toString() {
        return isGrowing()
                ? "growing"
                : times.length + (times.length == 1 ? " step" : " steps") + " from " + times[0] + " to "
                        + times[times.length - 1];
    }
}
