package io.vtkhdf.cli.slice;

import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.Args;
import io.vtkhdf.picture.ColourMap;
import io.vtkhdf.picture.PictureSettings;
import io.vtkhdf.plane.Thinning;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** How a picture is to look. */
public final class PictureOptions implements Args {

    private final Arg<ColourMap> map = Arg.of(
            ColourMap.class,
            OptionSpec.builder("--colormap")
                    .paramLabel("NAME")
                    .description(
                            "grey, viridis, magma, inferno, plasma, cividis, turbo, coolwarm (0 in its middle), or categories:"
                                    + " a colour for each of at most 20 integers. Default: categories if there are at most 10"
                                    + " and no --range or --log, else viridis."));

    private final Arg<RangeOption> range = Arg.of(
            RangeOption.class,
            OptionSpec.builder("--range")
                    .paramLabel("MIN,MAX")
                    .converters(new RangeOption.Converter())
                    .description(
                            "The values of the first and last colour, or percentiles, as p2:p98; what lies outside has colours of"
                                    + " its own. Default: the range of all values shown."));

    private final Arg<Boolean> clip = Arg.flag(
            "--clip", "What lies outside of --range has the first or the last colour, not colours of its own.");

    private final Arg<Boolean> log = Arg.flag("--log", "A logarithmic scale of colours.");

    private final Arg<Thinning> thin = Arg.of(
            Thinning.class,
            OptionSpec.builder("--thin")
                    .paramLabel("HOW")
                    .description(
                            "What a pixel shows of several values: their mean, max, min or mode (the most frequent); none: each"
                                    + " value has a pixel. Default: mean, of categories mode."));

    private final Arg<Integer> size = Arg.of(
            Integer.class,
            OptionSpec.builder("--size")
                    .paramLabel("PIXELS")
                    .description("The longer edge of the values. Default: as many as there are, but 640 to 1600."));

    private final Arg<Boolean> plain =
            Arg.flag("--plain", "Nothing but the values: one pixel each, at most 1600, unless --size says more.");

    private final Arg<String> title = Arg.of(
            String.class, OptionSpec.builder("--title").paramLabel("TEXT").description("Default: the array's name."));

    private final Arg<String> unit = Arg.of(
            String.class,
            OptionSpec.builder("--unit").paramLabel("TEXT").description("Stands behind the title, in brackets."));

    private final Arg<Double> fontScale = Arg.of(
            Double.class,
            OptionSpec.builder("--font-scale").paramLabel("FACTOR").description("Larger or smaller text. Default: 1."));

    @Override
    public List<Arg<?>> args() {
        return List.of(map, range, clip, log, thin, size, plain, title, unit, fontScale);
    }

    /** The first option that was given. */
    public Optional<String> given() {
        return givenOf(args().toArray(Arg[]::new));
    }

    /** @throws IllegalArgumentException with an option that chooses colours, for values that are colours */
    void requireNoColours() {
        givenOf(map, range, clip, log).ifPresent(option -> {
            throw new IllegalArgumentException("found " + option + " for true colour, expected none;"
                    + " --component magnitude or the number of one shows values");
        });
    }

    /** @throws IllegalArgumentException with an option that a histogram does not follow */
    void requireForHistogram() {
        givenOf(map, clip, log, thin, size, plain).ifPresent(option -> {
            throw new IllegalArgumentException(
                    "found " + option + " with --histogram, expected --range, --title, --unit" + " or --font-scale");
        });
    }

    private static Optional<String> givenOf(Arg<?>... options) {
        return Arrays.stream(options).filter(Arg::isGiven).findFirst().map(Arg::name);
    }

    Optional<RangeOption> range() {
        return Optional.ofNullable(range.get());
    }

    public String title(String otherwise) {
        return (title.isGiven() ? title.get() : otherwise) + (unit.isGiven() ? " (" + unit.get() + ")" : "");
    }

    double fontScale() {
        return fontScale.isGiven() ? fontScale.get() : 1;
    }

    /** @throws IllegalArgumentException if they do not fit together */
    public PictureSettings settings() {
        PictureSettings settings = PictureSettings.defaults()
                .withLogarithmic(log.isGiven())
                .withClipped(clip.isGiven())
                .withPlain(plain.isGiven())
                .withFontScale(fontScale());
        settings = map.isGiven() ? settings.withMap(map.get()) : settings;
        settings = thin.isGiven() ? settings.withThinning(thin.get()) : settings;
        settings = size.isGiven() ? settings.withSize(size.get()) : settings;
        return range.isGiven()
                ? settings.withRange(range.get().low(), range.get().high())
                : settings;
    }
}
