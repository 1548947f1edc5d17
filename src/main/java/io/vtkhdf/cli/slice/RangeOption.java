package io.vtkhdf.cli.slice;

import io.vtkhdf.picture.RangeEnd;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Both ends of a range of colours. */
record RangeOption(RangeEnd low, RangeEnd high) {

    /** Parses {@code MIN,MAX} or {@code p2:p98}, whatever stands between the two. */
    static final class Converter implements ITypeConverter<RangeOption> {
        @Override
        public RangeOption convert(String text) {
            try {
                String[] parts = text.split("[,:]", 2);
                RangeOption range = new RangeOption(end(parts[0]), end(parts[1]));
                if (range.low.isPercentile() != range.high.isPercentile() || range.low.number() < range.high.number()) {
                    return range;
                }
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                // said below
            }
            throw new TypeConversionException(
                    "found '" + text + "', expected MIN,MAX with MIN below MAX, or percentiles such as p2:p98");
        }

        private static RangeEnd end(String text) {
            boolean isPercentile = text.startsWith("p");
            return new RangeEnd(Double.parseDouble(isPercentile ? text.substring(1) : text), isPercentile);
        }
    }
}
