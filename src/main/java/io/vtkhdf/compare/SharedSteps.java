package io.vtkhdf.compare;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.source.ImageSeries;

/**
 * Which steps of a series have the values of one array in common, so that they are read once. Takes 4 bytes a step if
 * some have and others have not.
 */
public final class SharedSteps {

    private final int steps;
    private final int distinct;
    /**
     * Of each step, how many have its values; 0 if an earlier one stands for it. Null if all have the same, or none.
     */
    private final int[] sharing;

    private SharedSteps(int steps, int distinct, int[] sharing) {
        this.steps = steps;
        this.distinct = distinct;
        this.sharing = sharing;
    }

    public static SharedSteps of(ImageSeries series, ArraySpec array) {
        int[] sharing = new int[series.times().length];
        int distinct = 0;
        for (int step = 0; step < sharing.length; step++) {
            int earliest = series.sameAs(array, step);
            distinct += sharing[earliest]++ == 0 ? 1 : 0;
        }
        boolean isMixed = distinct > 1 && distinct < sharing.length;
        return new SharedSteps(sharing.length, distinct, isMixed ? sharing : null);
    }

    /** How many steps have the values of this one; 0 if an earlier one stands for it. */
    int sharing(int step) {
        if (sharing != null) {
            return sharing[step];
        } else if (distinct == steps) {
            return 1;
        }
        return step == 0 ? steps : 0;
    }

    /** How many steps have values of their own. */
    public int distinct() {
        return distinct;
    }
}
