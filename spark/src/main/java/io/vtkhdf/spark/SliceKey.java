package io.vtkhdf.spark;

import io.vtkhdf.plan.SlabPlan;
import java.io.Serial;
import java.io.Serializable;

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

    /** @throws IllegalArgumentException if the plan has no such array */
    static SliceKey of(SlabPlan plan, ImageSlice slice) {
        for (int array = 0; array < plan.arrays().size(); array++) {
            if (slice.isOf(plan.arrays().get(array))) {
                return new SliceKey(plan.steps() > 0, slice.step(), array, slice.slice());
            }
        }
        throw new IllegalArgumentException(plan.output() + ": found " + slice + ", expected one of the arrays "
                + plan.arrays().stream().map(spec -> spec.name()).toList());
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
