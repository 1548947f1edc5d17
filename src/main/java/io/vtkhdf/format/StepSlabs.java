package io.vtkhdf.format;

import java.util.HashMap;
import java.util.Map;

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

    long at(int step) {
        return offsets == null ? step : offsets[step];
    }

    /** The first step that has the same slab as this one. */
    synchronized int earliest(int step) {
        if (offsets == null) {
            return step;
        }
        if (earliest == null) {
            earliest = new int[offsets.length];
            Map<Long, Integer> found = new HashMap<>();
            for (int i = 0; i < earliest.length; i++) {
                Integer before = found.putIfAbsent(offsets[i], i);
                earliest[i] = before == null ? i : before;
            }
        }
        return earliest[step];
    }
}
