package io.vtkhdf.picture;

/** The values that get the first and the last colour. */
public record ValueRange(double min, double max) {

    /**
     * Where a value lies from 0 (min and below) to 1 (max and above); the one value of an empty range in the middle.
     */
    public double position(double value) {
        // Halved, so that the difference of huge values stays finite.
        double position = (value / 2 - min / 2) / (max / 2 - min / 2);
        return Double.isNaN(position) ? 0.5 : Math.max(0, Math.min(1, position));
    }

    /** The same for the logarithms; both ends are above 0. */
    double logPosition(double value) {
        return new ValueRange(Math.log10(min), Math.log10(max)).position(Math.log10(value));
    }
}
