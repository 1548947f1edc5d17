package io.vtkhdf.picture;

import io.vtkhdf.plane.PlaneSet;
import io.vtkhdf.plane.ValueSurvey;
import java.io.IOException;

/**
 * One end of the range of the colours.
 *
 * @param number a value, or a percentage from 0 to 100
 * @param isPercentile whether it is the value below which that part of all finite values lies
 */
public record RangeEnd(double number, boolean isPercentile) {

    /** @throws IllegalArgumentException if it is not finite, or a percentage below 0 or above 100 */
    public RangeEnd {
        if (!Double.isFinite(number) || isPercentile && !(number >= 0 && number <= 100)) {
            throw new IllegalArgumentException(
                    "found " + number + ", expected " + (isPercentile ? "0 to 100 percent" : "a finite number"));
        }
    }

    /**
     * The value.
     *
     * @param survey of the same planes, not empty if it is a percentile
     */
    public double of(PlaneSet planes, ValueSurvey survey) throws IOException {
        return isPercentile ? survey.percentile(planes, number) : number;
    }

    /**
     * The range between two.
     *
     * @throws IllegalArgumentException if the first is above the second
     */
    static ValueRange range(RangeEnd low, RangeEnd high, PlaneSet planes, ValueSurvey survey) throws IOException {
        if (survey.isEmpty() && (low.isPercentile || high.isPercentile)) {
            return new ValueRange(0, 0);
        }
        ValueRange range = new ValueRange(low.of(planes, survey), high.of(planes, survey));
        if (range.min() > range.max()) {
            throw new IllegalArgumentException("found a range from " + range.min() + " to " + range.max()
                    + ", expected one that begins at the smaller one");
        }
        return range;
    }
}
