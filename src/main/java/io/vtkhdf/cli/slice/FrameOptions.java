package io.vtkhdf.cli.slice;

import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.Args;
import io.vtkhdf.cli.option.StepOptions;
import io.vtkhdf.cli.text.StepWords;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** {@code --step} and {@code --time}: one step of a series or several. */
final class FrameOptions implements Args {

    private final Arg<Indices> step = Arg.of(
            Indices.class,
            OptionSpec.builder("--step")
                    .paramLabel("K")
                    .converters(new Indices.Converter())
                    .description(
                            "Of a time series: which steps, as --index names slices, counted from 0. Default: the first."));

    private final Arg<Double> time = Arg.of(
            Double.class,
            OptionSpec.builder("--time")
                    .paramLabel("T")
                    .description(
                            "Of a time series: the last step that is not later than T, as VTK takes it; the first if"
                                    + " all are later."));

    @Override
    public List<Arg<?>> args() {
        return List.of(step, time);
    }

    /**
     * The steps of a file that are meant; the first if none is.
     *
     * @throws IllegalArgumentException if there are none such, or both options are given
     */
    int[] of(Path file, double... times) {
        if (step.isGiven() && time.isGiven()) {
            throw new IllegalArgumentException("found --step and --time, expected one of them");
        } else if (time.isGiven()) {
            return new int[] {StepOptions.stepAt(file, time.get(), times)};
        } else if (!step.isGiven()) {
            return new int[] {0};
        }
        try {
            return step.get().of(times.length, "--step");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage() + ": " + StepWords.range(times), e);
        }
    }
}
