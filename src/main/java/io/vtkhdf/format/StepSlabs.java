package io.vtkhdf.format;

import java.util.Arrays;

/**
 * Which slab of its dataset an array is at each step of a time series: the one of the step's number, or what its
 * offsets say, in any order and some again and again. Immutable, and thread-safe.
 */
public final class StepSlabs {

    /** Where every step has the slab of its own number. */
    static final StepSlabs OWN = new StepSlabs(null);

    private final long[] offsets;
    private int[] earliest;

    private StepSlabs(long[] offsets) {
        this.offsets = offsets;
    }

    /** Does without the offsets if they say what goes without saying. */
    static StepSlabs of(long[] offsets) {
        for (int step = 0; step < offsets.length; step++) {
            if (offsets[step] != step) {
                return new StepSlabs(offsets);
            }
        }
        return OWN;
    }

    /** The slab of a step. */
    public long at(int step) {
        return offsets == null ? step : offsets[step];
    }

    /** The first step that has the same slab as this one. */
    synchronized int earliest(int step) {
        if (offsets == null) {
            return step;
        }
        earliest = earliest == null ? findEarliest() : earliest;
        return earliest[step];
    }

    /** By slabs in order, those of one by step; no dataset has so many slabs that their numbers do not fit. */
    private int[] findEarliest() {
        long[] order = new long[offsets.length];
        for (int step = 0; step < order.length; step++) {
            order[step] = Math.min(offsets[step], Integer.MAX_VALUE) << Integer.SIZE | step;
        }
        Arrays.sort(order);
        int[] found = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            int step = (int) order[i];
            boolean again = i > 0 && offsets[(int) order[i - 1]] == offsets[step];
            found[step] = again ? found[(int) order[i - 1]] : step;
        }
        return found;
    }
}
