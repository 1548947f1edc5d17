package io.vtkhdf.cli.slice;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

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

    /** Parses {@code MIN,MAX}. */
    public static final class Converter implements ITypeConverter<ValueRange> {
        @Override
        public ValueRange convert(String text) {
            try {
                String[] parts = text.split(",", 2);
                ValueRange range = new ValueRange(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
                if (range.min < range.max && Double.isFinite(range.min) && Double.isFinite(range.max)) {
                    return range;
                }
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                // said below
            }
            throw new TypeConversionException("found '" + text + "', expected MIN,MAX with MIN below MAX");
        }
    }
}
