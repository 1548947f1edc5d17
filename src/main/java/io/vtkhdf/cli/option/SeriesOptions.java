package io.vtkhdf.cli.option;

import io.vtkhdf.source.StepTimes;
import java.util.List;
import java.util.Optional;

/** {@code --series}: several INPUTs are the steps of one series; and which times these have. */
public final class SeriesOptions implements Args {

    private final Arg<Boolean> series = Arg.flag(
            "--series",
            "Take all INPUTs as the steps of one time series, in the natural order of their names (a2 before a10). Their"
                    + " times are those of their field arrays TimeValue, or 0, 1, 2... if none has one.");

    private final TimesOptions times = new TimesOptions("--series", "INPUTs");

    @Override
    public List<Arg<?>> args() {
        return Specs.together(series, times);
    }

    /**
     * Where the times are from; empty if the INPUTs are not one series.
     *
     * @throws IllegalArgumentException if the options do not go together
     */
    public Optional<StepTimes> times() {
        if (!series.isGiven() && times.given().isPresent()) {
            throw new IllegalArgumentException(
                    times.given().get() + " goes with --series, which takes several INPUTs as the steps of one series");
        }
        StepTimes chosen = times.get();
        return series.isGiven() ? Optional.of(chosen) : Optional.empty();
    }
}
