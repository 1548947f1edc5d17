package io.vtkhdf.cli.volume;

/**
 * How many values along an axis become fewer: each of the fewer covers an equal part of the axis, a value on the edge
 * between two counts for both, by the part that lies in each.
 *
 * @param all how many there are
 * @param fewer how many they become, at most as many
 */
record ReducedAxis(int all, int fewer) {

    static ReducedAxis of(int all, int most) {
        return new ReducedAxis(all, Math.min(all, most));
    }

    /** The first of those that a value has a part in; the only other one can be the next. */
    int first(int index) {
        return (int) ((long) index * fewer / all);
    }

    /** Which part of a value lies in the first of those, above 0 and up to 1. */
    double share(int index) {
        // In units of 1 / (all * fewer): a value is "fewer" long, one of the fewer "all".
        long end = (first(index) + 1L) * all - (long) index * fewer;
        return Math.min(1, (double) end / fewer);
    }

    /** From one of the fewer to the next, in distances of the values. */
    double step() {
        return (double) all / fewer;
    }

    /** Where the middle of the first of the fewer lies, in distances of the values behind the first one. */
    double start() {
        return (step() - 1) / 2;
    }
}
