package io.vtkhdf.chunk;

import java.util.Arrays;

/**
 * A box of a dataset's elements, or those of a grid in it.
 *
 * @param first the index of the first element along each axis
 * @param size how many there are along each axis
 * @param steps the distance from one to the next along each axis; 1 for a box
 */
public record ElementBox(long[] first, int[] size, long[] steps) {

    /** A box without gaps. */
    public static ElementBox of(long[] first, int... size) {
        long[] steps = new long[size.length];
        Arrays.fill(steps, 1);
        return new ElementBox(first, size, steps);
    }

    /** The number of its elements. */
    public long count() {
        long count = 1;
        for (int n : size) {
            count *= n;
        }
        return count;
    }
}
