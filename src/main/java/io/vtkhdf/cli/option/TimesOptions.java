package io.vtkhdf.cli.option;

import io.vtkhdf.source.StepTimes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** {@code --times} and {@code --dt}: the times of files that are the steps of one series. */
public final class TimesOptions implements Args {

    private final Arg<StepTimes> times;
    private final Arg<StepTimes> interval;

    /**
     * @param condition the option that makes files steps, such as {@code --series}
     * @param files what they are called
     */
    public TimesOptions(String condition, String files) {
        times = Arg.of(
                StepTimes.class,
                OptionSpec.builder("--times")
                        .paramLabel("T,T,...")
                        .converters(new Times())
                        .description("With " + condition + ": the times of the " + files
                                + ", in the natural order of their names."));
        interval = Arg.of(
                StepTimes.class,
                OptionSpec.builder("--dt")
                        .paramLabel("DT")
                        .converters(new Interval())
                        .description("With " + condition + ": the time from step to step; the first is at 0."));
    }

    @Override
    public List<Arg<?>> args() {
        return Specs.together(times, interval);
    }

    /** The option that is given; empty if none is. */
    public Optional<String> given() {
        return times.isGiven() ? Optional.of("--times") : interval.isGiven() ? Optional.of("--dt") : Optional.empty();
    }

    /**
     * The times that are given, or else those of the files.
     *
     * @throws IllegalArgumentException if the options do not go together
     */
    public StepTimes get() {
        if (times.isGiven() && interval.isGiven()) {
            throw new IllegalArgumentException("found --times and --dt, expected one of them");
        }
        return times.isGiven() ? times.get() : interval.isGiven() ? interval.get() : StepTimes.ofFiles();
    }

    private static final class Times implements ITypeConverter<StepTimes> {
        @Override
        public StepTimes convert(String text) {
            return converted(() -> StepTimes.of(Arrays.stream(text.split(",", -1))
                    .mapToDouble(TimesOptions::number)
                    .toArray()));
        }
    }

    private static final class Interval implements ITypeConverter<StepTimes> {
        @Override
        public StepTimes convert(String text) {
            return converted(() -> StepTimes.every(number(text)));
        }
    }

    private static StepTimes converted(Supplier<StepTimes> conversion) {
        try {
            return conversion.get();
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("found '" + text + "', expected a number", e);
        }
    }
}
