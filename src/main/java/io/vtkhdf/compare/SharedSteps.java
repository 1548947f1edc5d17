package io.vtkhdf.compare;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.source.ImageSeries;

/** Which steps of a series have the values of one array in common, so that they are read once. 4 bytes a step. */
public final class SharedSteps {

    /** Of each step, how many have its values; 0 if an earlier one stands for it. */
    private final int[] sharing;

    private final int distinct;

    private SharedSteps(int[] sharing, int distinct) {
        this.sharing = sharing;
        this.distinct = distinct;
    }

    public static SharedSteps of(ImageSeries series, ArraySpec array) {
        int[] sharing = new int[series.times().length];
        int distinct = 0;
        for (int step = 0; step < sharing.length; step++) {
            int earliest = series.sameAs(array, step);
            distinct += sharing[earliest]++ == 0 ? 1 : 0;
        }
        return new SharedSteps(sharing, distinct);
    }

    /** How many steps have the values of this one; 0 if an earlier one stands for it. */
    int sharing(int step) {
        return sharing[step];
    }

    /** How many steps have values of their own. */
    public int distinct() {
        return distinct;
    }
}
