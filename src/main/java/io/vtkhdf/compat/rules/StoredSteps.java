package io.vtkhdf.compat.rules;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The group Steps, which makes a file a time series if it has more than one step.
 *
 * @param count the attribute NSteps; 0 if it is missing, or no single number
 * @param times the dataset Values
 * @param slabs by an array's {@link StoredArray#path()}, how many slabs along its first axis the steps ask for; for a
 *     field array only if it has offsets
 * @param oddities by an array's path, what is odd about where its steps are
 */
public record StoredSteps(long count, Times times, Map<String, Long> slabs, Map<String, Set<Oddity>> oddities) {

    /** What the dataset Values is like. */
    public enum Times {
        /**
         * As many numbers as there are steps, each greater than the one before, or equal to it where the two steps have
         * the same values.
         */
        GOOD,
        /** Not there, or no list of numbers that HDF5 1 can read. */
        MISSING,
        /** Fewer numbers than steps. */
        TOO_FEW,
        /** More numbers than steps, or several columns. */
        TOO_MANY,
        /** As many numbers as steps, in another order than that. */
        UNORDERED
    }

    /** What may be odd about the offsets of an array, and about the sizes of a field array. */
    public enum Oddity {
        /** The offsets are fewer than the steps, or no list of numbers that HDF5 1 can read. */
        UNREADABLE_OFFSETS,
        /** An offset is below 0, or no number, or too large for one of 64 bits. */
        NEGATIVE_OFFSET,
        /** There is no slab for an offset, but for its 32 lowest bits; or for 0, if these are a number below it. */
        WRAPPED_OFFSET,
        /** The sizes are fewer than the steps, or no table of numbers that HDF5 1 can read. */
        UNREADABLE_SIZES,
        /** The sizes are not two numbers for each step, and not one tuple each. */
        IGNORED_SIZES,
        /** The sizes tell other numbers of components than the array has. */
        OTHER_COMPONENTS,
        /** The sizes ask for more tuples than the array has. */
        TOO_MANY_TUPLES,
        /** A step that has no tuples begins where the array has none. */
        NO_FIRST_TUPLE,
        /** A step has another number of values than one. */
        NOT_ONE_VALUE,
        /** A step has none after a step that has some. */
        VANISHES,
        /** A step has another string than the first of the array, or nobody knows which. */
        OTHER_STRING
    }

    public StoredSteps {
        slabs = Map.copyOf(slabs);
        Map<String, Set<Oddity>> copy = new HashMap<>();
        oddities.forEach((array, found) -> copy.put(array, Set.copyOf(found)));
        oddities = Map.copyOf(copy);
    }

    boolean has(Oddity oddity, StoredArray array) {
        return oddities.getOrDefault(array.path(), EnumSet.noneOf(Oddity.class)).contains(oddity);
    }
}
