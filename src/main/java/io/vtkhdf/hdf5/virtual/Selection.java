package io.vtkhdf.hdf5.virtual;

import io.vtkhdf.chunk.ElementBox;
import java.util.Arrays;
import java.util.Optional;

/**
 * Elements of a dataset in the order of their indices, the last axis fastest: the n-th one of a selection stands for
 * the n-th one of another. Immutable.
 */
public sealed interface Selection permits GridSelection, SpanSelection {

    /** Takes elements that are neighbours along the last axis. */
    interface Runs {

        /**
         * @param ordinal of the first one in the selection, counted from 0
         * @param index of the first one in the dataset; not to be kept
         */
        void run(long ordinal, long[] index, int count);
    }

    int rank();

    /** The number of its elements; {@link GridAxis#UNLIMITED} if it goes on for ever. */
    long count();

    /** The first index along each axis. */
    long[] lowest();

    /** The smallest shape of a dataset that has all of them. */
    long[] extent();

    /**
     * Where those are that are in a box of the dataset.
     *
     * @param bounds a box that has them all
     * @param full whether it has no others
     */
    record Inside(ElementBox bounds, boolean full) {}

    /** Where those are that are in a box of the dataset; empty if there are none. */
    Optional<Inside> inside(ElementBox box);

    /** Visits those that are in a box of the dataset, in their order. */
    void forEach(ElementBox box, Runs runs);

    /**
     * Where an element is.
     *
     * @param index is filled
     * @return how many follow it along the last axis without a gap, itself included
     */
    long locate(long ordinal, long[] index);

    /** Whether a dataset of that shape has all of them. */
    default boolean isWithin(long[] shape) {
        long[] extent = extent();
        boolean within = extent.length == shape.length;
        for (int axis = 0; within && axis < shape.length; axis++) {
            within = extent[axis] <= shape[axis];
        }
        return within;
    }

    /** All elements of a dataset. */
    static GridSelection all(long... shape) {
        return new GridSelection(Arrays.stream(shape).mapToObj(GridAxis::all).toArray(GridAxis[]::new));
    }

    /** The axis along which it goes on for ever; -1 if there is none. */
    default int unlimitedAxis() {
        return -1;
    }
}
