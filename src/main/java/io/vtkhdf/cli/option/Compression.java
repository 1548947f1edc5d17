package io.vtkhdf.cli.option;

import io.vtkhdf.vti.write.VtiForm;
import io.vtkhdf.write.Storage;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** The choices of {@code --compress}, and what they mean in each format. */
record Compression(Method method, int level) {

    enum Method {
        NONE,
        FAST,
        GZIP,
        LZ4
    }

    private static final Pattern GZIP = Pattern.compile("gzip(?::([1-9]))?");
    private static final int DEFAULT_LEVEL = 4;

    /** The option {@code --compress}. */
    static Arg<Compression> option(String description) {
        return Arg.of(
                Compression.class,
                OptionSpec.builder("--compress")
                        .paramLabel("HOW")
                        .converters(new Converter())
                        .defaultValue("none")
                        .description(description));
    }

    /** Parses {@code none}, {@code fast}, {@code lz4}, {@code gzip} and {@code gzip:1} to {@code gzip:9}. */
    static final class Converter implements ITypeConverter<Compression>, Iterable<String> {
        @Override
        public Compression convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "none" -> new Compression(Method.NONE, 0);
                case "fast" -> new Compression(Method.FAST, 0);
                case "lz4" -> new Compression(Method.LZ4, 0);
                default -> gzip(text);
            };
        }

        @Override
        public Iterator<String> iterator() {
            return List.of("none", "fast", "gzip", "lz4").iterator();
        }

        private static Compression gzip(String text) {
            Matcher gzip = GZIP.matcher(text.toLowerCase(Locale.ROOT));
            if (!gzip.matches()) {
                throw new TypeConversionException(
                        "found '" + text + "', expected none, fast, gzip, gzip:1 to gzip:9 or lz4");
            }
            return new Compression(
                    Method.GZIP, gzip.group(1) == null ? DEFAULT_LEVEL : Integer.parseInt(gzip.group(1)));
        }
    }

    /**
     * As it is given; picocli asks for it, and what records have by themselves is made in 20 ms when it is first
     * called.
     */
    @Override
    public String toString() {
        String name = method.name().toLowerCase(Locale.ROOT);
        return method == Method.GZIP ? name + ":" + level : name;
    }

    /** @throws IllegalArgumentException with LZ4, which VTK does not read in VTKHDF */
    Storage vtkhdf() {
        return switch (method) {
            case NONE -> Storage.raw();
            case FAST -> Storage.fast();
            case GZIP -> Storage.gzip(level);
            case LZ4 -> throw new IllegalArgumentException("--compress lz4 is for .vti only");
        };
    }

    VtiForm vti() {
        return switch (method) {
            case NONE -> VtiForm.raw();
            case FAST, LZ4 -> VtiForm.lz4();
            case GZIP -> VtiForm.zlib(level);
        };
    }
}
