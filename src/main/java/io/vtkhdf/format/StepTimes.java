package io.vtkhdf.format;

import java.util.Arrays;

/** The times of the steps of an image, at least one, strictly increasing. Immutable. */
public final class StepTimes {

    private final double[] times;

    StepTimes(double... times) {
        this.times = times;
    }

    /** The number of steps. */
    public int count() {
        return times.length;
    }

    public double at(int step) {
        return times[step];
    }

    /** A new array with the time of each step. */
    public double[] toArray() {
        return times.clone();
    }

    /**
     * The last step that is not later than a time, as VTK takes it; the first one if all are later.
     *
     * @throws IllegalArgumentException if it is NaN
     */
    public int stepAt(double time) {
        if (Double.isNaN(time)) {
            throw new IllegalArgumentException("found the time NaN, expected a number");
        }
        int found = Arrays.binarySearch(times, time + 0.0); // Of two zeros -0.0 would be the earlier one.
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /**
     * A step that there is.
     *
     * @throws IllegalArgumentException if there is none of that number
     */
    public int require(int step) {
        if (step < 0 || step >= times.length) {
            throw new IllegalArgumentException(
                    "found the step " + step + ", expected one of 0 to " + (times.length - 1));
        }
        return step;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StepTimes that && Arrays.equals(times, that.times);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(times);
    }

    @Override
    public String toString() {
        return Arrays.toString(times);
    }
}
