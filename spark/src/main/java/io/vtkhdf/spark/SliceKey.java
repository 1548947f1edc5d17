package io.vtkhdf.spark;

import io.vtkhdf.plan.SlabPlan;
import java.io.Serial;
import java.io.Serializable;
import java.util.stream.Collectors;

/**
 * Orders slices as they lie in a file: step after step, array after array. In this order the values are written one
 * after the other, and chunks of several slices wait for as few as possible. No record, which Kryo cannot make.
 */
final class SliceKey implements Comparable<SliceKey>, Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean isSeries;
    private final int step;
    private final int array;
    private final int slice;

    private SliceKey(boolean isSeries, int step, int array, int slice) {
        this.isSeries = isSeries;
        this.step = step;
        this.array = array;
        this.slice = slice;
    }

    /** @throws IllegalArgumentException if the plan has no such array, or is of a series and the slice is not */
    static SliceKey of(SlabPlan plan, ImageSlice slice) {
        boolean isSeries = plan.steps() > 0;
        if (slice.isOfSeries() != isSeries) {
            throw new IllegalArgumentException(plan.output() + ": found " + slice + ", expected "
                    + (isSeries
                            ? "one of a step, as this is a time series"
                            : "one of no step, as this is no time series"));
        }
        for (int array = 0; array < plan.arrays().size(); array++) {
            if (slice.isOf(plan.arrays().get(array))) {
                return new SliceKey(isSeries, slice.step(), array, slice.slice());
            }
        }
        throw new IllegalArgumentException(plan.output() + ": found " + slice + ", expected one of the "
                + plan.arrays().stream()
                        .map(spec -> ImageSlice.name(spec.association(), spec.name()))
                        .collect(Collectors.joining(", ")));
    }

    /** What slabs are cut by: the slice, or the step. */
    int place() {
        return isSeries ? step : slice;
    }

    @Override
    public int compareTo(SliceKey other) {
        int byStep = Integer.compare(step, other.step);
        int byArray = Integer.compare(array, other.array);
        return byStep != 0 ? byStep : byArray != 0 ? byArray : Integer.compare(slice, other.slice);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SliceKey key && compareTo(key) == 0;
    }

    @Override
    public int hashCode() {
        return (step * 31 + array) * 31 + slice;
    }
}
