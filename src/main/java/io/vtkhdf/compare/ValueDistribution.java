package io.vtkhdf.compare;

import io.vtkhdf.distribution.ValueHistogram;
import java.util.List;

/**
 * How the finite values of an array are spread.
 *
 * @param percentiles those of {@link #PERCENTS}, linear between two values, as numpy has them; NaN if there are no
 *     values
 * @param histogram of all of them, from the smallest to the largest
 */
public record ValueDistribution(List<Double> percentiles, ValueHistogram histogram) {

    /** Of which percentiles are told. */
    public static final List<Integer> PERCENTS = List.of(1, 25, 50, 75, 99);

    public ValueDistribution {
        percentiles = List.copyOf(percentiles);
    }
}
