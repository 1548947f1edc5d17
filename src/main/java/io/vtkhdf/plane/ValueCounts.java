package io.vtkhdf.plane;

import java.util.Arrays;

/**
 * How often which values are there, in memory that grows with how many different ones there are. NaN is one of them.
 * Values are collected and counted some at a time, so that n of them cost n log n, however different they are.
 */
final class ValueCounts {

    private static final int FEWEST = 256;

    /** Not yet counted. */
    private double[] fresh = new double[FEWEST];

    private int freshSize;

    /** Ascending. */
    private double[] values = {};

    private int[] counts = {};

    void add(double value) {
        if (freshSize == fresh.length) {
            count();
            int wanted = Math.max(FEWEST, values.length / 2);
            if (wanted > fresh.length) {
                fresh = new double[wanted];
            }
        }
        fresh[freshSize++] = value;
    }

    private void count() {
        Arrays.sort(fresh, 0, freshSize);
        double[] merged = new double[values.length + freshSize];
        int[] mergedCounts = new int[merged.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < values.length || j < freshSize) {
            boolean isOld = j == freshSize || i < values.length && Double.compare(values[i], fresh[j]) <= 0;
            double value = isOld ? values[i] : fresh[j];
            if (size == 0 || Double.compare(merged[size - 1], value) != 0) {
                merged[size++] = value;
            }
            mergedCounts[size - 1] += isOld ? counts[i++] : 1;
            j += isOld ? 0 : 1;
        }
        values = Arrays.copyOf(merged, size);
        counts = Arrays.copyOf(mergedCounts, size);
        freshSize = 0;
    }

    /** Of several the lowest; NaN if there is none. */
    double mostFrequent() {
        count();
        double found = Double.NaN;
        int most = 0;
        for (int i = 0; i < values.length; i++) {
            if (counts[i] > most) {
                most = counts[i];
                found = values[i];
            }
        }
        return found;
    }

    void clear() {
        values = new double[] {};
        counts = new int[] {};
        freshSize = 0;
    }
}
