package io.vtkhdf.compare;

import java.util.Optional;

/**
 * How one step of two series, A and B, differs.
 *
 * @param step counted from 0
 * @param time empty if it is the same, within the tolerance
 * @param image what else differs
 */
public record StepDifference(
        int step, double timeA, double timeB, Optional<ImageDifference.Property> time, ImageDifference image) {

    static StepDifference of(int step, double timeA, double timeB, Tolerance tolerance, ImageDifference image) {
        boolean isSame =
                timeA == timeB || tolerance.allows(Math.abs(timeA - timeB), Math.max(Math.abs(timeA), Math.abs(timeB)));
        return new StepDifference(
                step,
                timeA,
                timeB,
                isSame
                        ? Optional.empty()
                        : Optional.of(
                                new ImageDifference.Property("time", Double.toString(timeA), Double.toString(timeB))),
                image);
    }

    public boolean isSame() {
        return time.isEmpty() && image.isSame();
    }
}
