package io.vtkhdf.distribution;

/**
 * How many finite values lie in each of some ranges of equal width, each from its lower edge up to but without its
 * upper one, the last with it, as numpy counts. Integers that are not more than the ranges asked for have one each.
 */
public final class ValueHistogram {

    private final double[] edges;
    private final long[] counts;
    private long below;
    private long above;
    private long notFinite;

    private ValueHistogram(double min, double max, int bins) {
        this.edges = new double[bins + 1];
        this.counts = new long[bins];
        for (int i = 0; i <= bins; i++) {
            // Weighted, for the difference of the largest values is infinite.
            edges[i] = i == bins ? max : min * (1 - (double) i / bins) + max * ((double) i / bins);
        }
    }

    /**
     * With nothing counted yet.
     *
     * @param bins how many ranges at most
     * @param min of the first range
     * @param max of the last one; if it is {@code min}, half of 1 is added at both ends
     */
    public static ValueHistogram between(double min, double max, boolean isOfIntegers, int bins) {
        boolean isByValue = isOfIntegers && min == Math.rint(min) && max == Math.rint(max) && max - min < bins;
        return isByValue || min == max
                ? new ValueHistogram(min - 0.5, max + 0.5, isByValue ? (int) (max - min) + 1 : bins)
                : new ValueHistogram(min, max, bins);
    }

    /** Counts a value. */
    public void add(double value) {
        add(value, 1);
    }

    /** Counts a value that is there so many times. */
    public void add(double value, long times) {
        int bins = counts.length;
        if (!Double.isFinite(value)) {
            notFinite += times;
        } else if (value < edges[0]) {
            below += times;
        } else if (value > edges[bins]) {
            above += times;
        } else {
            double part = (value / 2 - edges[0] / 2) / (edges[bins] / 2 - edges[0] / 2);
            int bin = Math.min((int) (part * bins), bins - 1);
            // What was rounded beyond an edge goes back.
            while (bin > 0 && value < edges[bin]) {
                bin--;
            }
            while (bin < bins - 1 && value >= edges[bin + 1]) {
                bin++;
            }
            counts[bin] += times;
        }
    }

    public int bins() {
        return counts.length;
    }

    /** The edge below a range; of the number of ranges the last one's upper edge. */
    public double edge(int bin) {
        return edges[bin];
    }

    public long count(int bin) {
        return counts[bin];
    }

    /** How many finite values lie below the first range. */
    public long below() {
        return below;
    }

    /** How many finite values lie above the last range. */
    public long above() {
        return above;
    }

    /** How many values are NaN or infinite. */
    public long notFinite() {
        return notFinite;
    }

    /** The largest count. */
    public long most() {
        long most = 0;
        for (long count : counts) {
            most = Math.max(most, count);
        }
        return most;
    }
}
