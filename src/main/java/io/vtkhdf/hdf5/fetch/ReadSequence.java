package io.vtkhdf.hdf5.fetch;

import java.util.Arrays;

/**
 * Tells whether the boxes of blocks that are read one after the other follow a direction: each as large as the one
 * before and its neighbour. Thread-safe.
 */
final class ReadSequence {

    private long[] lastFirst = {};
    private int[] lastPlaces = {};

    /**
     * Takes the next box.
     *
     * @param first the place of its first block; {@code places} its size in blocks
     * @return the step from the box before to this one, and supposedly to the next one; null if there is no direction
     */
    synchronized long[] step(long[] first, int[] places) {
        long[] step = Arrays.equals(places, lastPlaces) ? difference(first, lastFirst) : null;
        lastFirst = first.clone();
        lastPlaces = places.clone();
        return step != null && isToNeighbour(step, places) ? step : null;
    }

    private static long[] difference(long[] a, long[] b) {
        long[] difference = new long[a.length];
        for (int axis = 0; axis < a.length; axis++) {
            difference[axis] = a[axis] - b[axis];
        }
        return difference;
    }

    private static boolean isToNeighbour(long[] step, int[] places) {
        int moved = 0;
        for (int axis = 0; axis < step.length; axis++) {
            if (step[axis] != 0) {
                moved += Math.abs(step[axis]) == places[axis] ? 1 : 2;
            }
        }
        return moved == 1;
    }
}
