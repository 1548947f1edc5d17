package io.vtkhdf.compare;

import java.util.List;
import java.util.Optional;

/**
 * The range and mean of an array's values, all components together, and of each component.
 *
 * <p>The range is exact: of integers a {@link Long}, or a {@link java.math.BigInteger} where that is too short, else a
 * {@link Double}.
 *
 * @param min the smallest value that is not NaN; NaN if there is none
 * @param max the largest value that is not NaN; NaN if there is none
 * @param mean the mean of the finite values; NaN if there is none
 * @param deviation the standard deviation of the finite values, of them as a whole (the divisor is their number); NaN
 *     if there is none
 * @param nans how many values are NaN
 * @param infinities how many are infinite
 * @param distribution how the finite values are spread, if that was looked for
 * @param components the same of each component; none if there is one, or more than 16
 */
public record ArrayStatistics(
        Number min,
        Number max,
        double mean,
        double deviation,
        long nans,
        long infinities,
        Optional<ValueDistribution> distribution,
        List<ArrayStatistics> components) {

    public ArrayStatistics {
        components = List.copyOf(components);
    }

    ArrayStatistics withDistribution(ValueDistribution value) {
        return new ArrayStatistics(min, max, mean, deviation, nans, infinities, Optional.of(value), components);
    }

    ArrayStatistics withComponents(List<ArrayStatistics> value) {
        return new ArrayStatistics(min, max, mean, deviation, nans, infinities, distribution, value);
    }
}
