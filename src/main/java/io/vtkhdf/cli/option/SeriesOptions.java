package io.vtkhdf.cli.option;

import io.vtkhdf.source.StepTimes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** {@code --series}: several INPUTs are the steps of one series; and which times these have. */
public final class SeriesOptions implements Args {

    private final Arg<Boolean> series = Arg.flag(
            "--series",
            "Take all INPUTs as the steps of one time series, in the natural order of their names (a2 before a10). Their"
                    + " times are those of their field arrays TimeValue, or 0, 1, 2... if none has one.");

    private final Arg<StepTimes> times = Arg.of(
            StepTimes.class,
            OptionSpec.builder("--times")
                    .paramLabel("T,T,...")
                    .converters(new Times())
                    .description("With --series: the times of the INPUTs, in the natural order of their names."));

    private final Arg<StepTimes> interval = Arg.of(
            StepTimes.class,
            OptionSpec.builder("--dt")
                    .paramLabel("DT")
                    .converters(new Interval())
                    .description("With --series: the time from step to step; the first is at 0."));

    @Override
    public List<Arg<?>> args() {
        return Specs.together(series, times, interval);
    }

    /**
     * Where the times are from; empty if the INPUTs are not one series.
     *
     * @throws IllegalArgumentException if the options do not go together
     */
    public Optional<StepTimes> times() {
        if (!series.isGiven() && (times.isGiven() || interval.isGiven())) {
            throw new IllegalArgumentException((times.isGiven() ? "--times" : "--dt")
                    + " goes with --series, which takes several INPUTs as the steps of one series");
        } else if (times.isGiven() && interval.isGiven()) {
            throw new IllegalArgumentException("found --times and --dt, expected one of them");
        } else if (!series.isGiven()) {
            return Optional.empty();
        }
        return Optional.of(times.isGiven() ? times.get() : interval.isGiven() ? interval.get() : StepTimes.ofFiles());
    }

    private static final class Times implements ITypeConverter<StepTimes> {
        @Override
        public StepTimes convert(String text) {
            return converted(() -> StepTimes.of(Arrays.stream(text.split(",", -1))
                    .mapToDouble(SeriesOptions::number)
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
