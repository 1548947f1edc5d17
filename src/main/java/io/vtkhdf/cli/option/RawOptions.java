package io.vtkhdf.cli.option;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.source.RawLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** What stands in an input of bare values, which itself does not tell it. */
public final class RawOptions implements Args {

    private final Arg<String> dimensions = Arg.of(
            String.class,
            OptionSpec.builder("--dimensions")
                    .paramLabel("X,Y,Z")
                    .description(
                            "INPUT is raw: bare values, x fastest, of so many points. The file must have exactly the"
                                    + " bytes of these."));

    private final Arg<String> type = Arg.of(
            String.class,
            OptionSpec.builder("--raw-type")
                    .paramLabel("TYPE")
                    .description("Raw: int8, uint8 ... uint64, float32 or float64."));

    private final Arg<String> endian = Arg.of(
            String.class,
            OptionSpec.builder("--endian").paramLabel("ORDER").description("Raw: little or big. Default: little."));

    private final Arg<Long> header = Arg.of(
            Long.class,
            OptionSpec.builder("--header-bytes")
                    .paramLabel("N")
                    .description("Raw: so many bytes stand in front of the values. Default: 0."));

    private final Arg<Integer> components = Arg.of(
            Integer.class,
            OptionSpec.builder("--components")
                    .paramLabel("N")
                    .description("Raw: so many components stand together. Default: 1."));

    @Override
    public List<Arg<?>> args() {
        return List.of(dimensions, type, endian, header, components);
    }

    /**
     * Empty if the input is not raw.
     *
     * @throws IllegalArgumentException if the options do not go together
     */
    public Optional<InputForm> form() {
        return layout().map(of -> files -> ImageSources.openRawSeries(files.get(0), of));
    }

    /** What the options tell, or the file itself. */
    public InputForm formOrAsFound(InputReach reach) {
        return form().orElse(files -> ImageSources.openSeries(files.get(0), reach));
    }

    private Optional<RawLayout> layout() {
        if (!dimensions.isGiven() && !type.isGiven()) {
            if (endian.isGiven() || header.isGiven() || components.isGiven()) {
                throw new IllegalArgumentException(
                        "--endian, --header-bytes and --components go with --dimensions and --raw-type");
            }
            return Optional.empty();
        } else if (!dimensions.isGiven() || !type.isGiven()) {
            throw new IllegalArgumentException("found " + (type.isGiven() ? "--raw-type" : "--dimensions")
                    + " alone, expected both --dimensions X,Y,Z and --raw-type TYPE, as a raw file tells neither");
        }
        return Optional.of(RawLayout.of(ImageGeometry.of(points().extent()), scalarType())
                .withOrder(order())
                .withHeaderBytes(header.isGiven() ? header.get() : 0)
                .withComponents(components.isGiven() ? components.get() : 1));
    }

    private Dimensions points() {
        String[] words = dimensions.get().split(",", -1);
        try {
            int[] xyz = Arrays.stream(words)
                    .map(String::strip)
                    .mapToInt(Integer::parseInt)
                    .toArray();
            if (xyz.length == 3) {
                return new Dimensions(xyz[0], xyz[1], xyz[2]);
            }
        } catch (IllegalArgumentException e) {
            // As with another number of them.
        }
        throw new IllegalArgumentException(
                "--dimensions: found '" + dimensions.get() + "', expected three numbers of points such as 512,512,300");
    }

    private ScalarType scalarType() {
        return Arrays.stream(ScalarType.values())
                .filter(candidate -> candidate.name().equals(type.get().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--raw-type: found '" + type.get()
                        + "', expected int8, uint8, int16, uint16, int32, uint32, int64, uint64, float32 or float64"));
    }

    private ByteOrder order() {
        if (!endian.isGiven()) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        return switch (endian.get().toLowerCase(Locale.ROOT)) {
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            case "big" -> ByteOrder.BIG_ENDIAN;
            default ->
                throw new IllegalArgumentException("--endian: found '" + endian.get() + "', expected little or big");
        };
    }
}
