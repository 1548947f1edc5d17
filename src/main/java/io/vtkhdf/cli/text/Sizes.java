package io.vtkhdf.cli.text;

import io.vtkhdf.text.Numbers;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Sizes as people write them. {@code k m g t} and {@code KiB …} are powers of 1024, {@code kB MB …} of 1000. */
public final class Sizes implements ITypeConverter<Long> {

    private static final String SIZE = "([0-9]+(?:\\.[0-9]+)?) ?([kmgt]?)(i?b)?";
    private static final Map<String, Integer> POWERS = Map.of("", 0, "k", 1, "m", 2, "g", 3, "t", 4);
    private static final long LEAST_FOR_A_RATE = 1_000_000;
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

    @Override
    public Long convert(String text) {
        return parse(text);
    }

    /** @throws TypeConversionException if the text is no size, or one below 1 byte or beyond a long */
    static long parse(String text) {
        Matcher size = Pattern.compile(SIZE, Pattern.CASE_INSENSITIVE).matcher(text);
        if (!size.matches()) {
            throw new TypeConversionException("found '" + text + "', expected a size such as 64m, 512k or 1.5GiB");
        }
        boolean decimal = "b".equalsIgnoreCase(size.group(3));
        BigDecimal unit = BigDecimal.valueOf(decimal ? 1000 : 1024)
                .pow(POWERS.get(size.group(2).toLowerCase(Locale.ROOT)));
        BigDecimal bytes = new BigDecimal(size.group(1)).multiply(unit);
        if (bytes.compareTo(BigDecimal.ONE) < 0 || bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new TypeConversionException("found '" + text + "', expected a size of 1 byte to 8 EiB");
        }
        return bytes.longValue();
    }

    /** Three digits and a unit, such as {@code 9.41 GB}. */
    public static String text(double bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        int decimals = unit == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
        return Numbers.fixed(value, decimals) + " " + UNITS[unit];
    }

    /** Such as {@code 9.41 GB in 3.20 s (2.94 GB/s)}; of little, the speed tells nothing. */
    public static String speed(long bytes, double seconds) {
        String rate = bytes < LEAST_FOR_A_RATE ? "" : " (" + text(bytes / seconds) + "/s)";
        return text(bytes) + " in " + Times.text(seconds) + rate;
    }
}
