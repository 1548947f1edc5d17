package io.vtkhdf.compare;

/**
 * How far two values may lie apart and still count as the same: {@code absolute}, or {@code relative} times the larger
 * of their magnitudes, whichever is more.
 *
 * @param absolute 0 or more, in the values' unit
 * @param relative 0 or more, without unit
 */
public record Tolerance(double absolute, double relative) {

    /** Only equal values are the same. */
    public static final Tolerance NONE = new Tolerance(0, 0);

    private static final double TWO_TO_64 = 0x1p64;

    /** @throws IllegalArgumentException if one is negative or not finite */
    public Tolerance {
        requireTolerance("absolute", absolute);
        requireTolerance("relative", relative);
    }

    private static void requireTolerance(String kind, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "found the " + kind + " tolerance " + value + ", expected a finite number of 0 or more");
        }
    }

    /** Whether values that lie {@code difference} apart, the larger of that magnitude, are the same. */
    boolean allows(double difference, double magnitude) {
        return difference == 0 || difference <= allowed(magnitude);
    }

    /** The same of integers, exactly: {@code difference} is unsigned. */
    boolean allowsUnsigned(long difference, double magnitude) {
        double allowed = allowed(magnitude);
        return difference == 0 || allowed >= TWO_TO_64 || Long.compareUnsigned(difference, unsignedFloor(allowed)) <= 0;
    }

    private double allowed(double magnitude) {
        return relative == 0 || Double.isInfinite(magnitude) ? absolute : Math.max(absolute, relative * magnitude);
    }

    private static long unsignedFloor(double value) {
        return value < 0x1p63 ? (long) value : (long) (value - 0x1p63) ^ Long.MIN_VALUE;
    }
}
