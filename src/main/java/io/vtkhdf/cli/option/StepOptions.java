package io.vtkhdf.cli.option;

import io.vtkhdf.cli.text.StepWords;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** {@code --step} and {@code --time}: one step of a series. */
public final class StepOptions implements Args {

    private final Arg<Integer> step;
    private final Arg<Double> time;

    /** @param otherwise what is taken if neither is given, such as {@code the first} */
    public StepOptions(String otherwise) {
        this.step = Arg.of(
                Integer.class,
                OptionSpec.builder("--step")
                        .paramLabel("K")
                        .description("Of a time series: which step, counted from 0. Default: " + otherwise + "."));
        this.time = Arg.of(
                Double.class,
                OptionSpec.builder("--time")
                        .paramLabel("T")
                        .description("Of a time series: the last step that is not later than T, as VTK takes it; the"
                                + " first if all are later."));
    }

    @Override
    public List<Arg<?>> args() {
        return List.of(step, time);
    }

    public boolean isGiven() {
        return step.isGiven() || time.isGiven();
    }

    /**
     * The step of a file that is meant; the first if none is.
     *
     * @param times of the steps, increasing
     * @throws IllegalArgumentException if there is none such, or both options are given
     */
    public int of(Path file, double... times) {
        if (step.isGiven() && time.isGiven()) {
            throw new IllegalArgumentException("found --step and --time, expected one of them");
        } else if (time.isGiven()) {
            return stepAt(file, time.get(), times);
        }
        int chosen = step.isGiven() ? step.get() : 0;
        if (chosen < 0 || chosen >= times.length) {
            throw new IllegalArgumentException(file + ": found --step " + chosen + ", expected "
                    + (times.length == 1 ? "0" : "0 to " + (times.length - 1)) + ": " + StepWords.range(times));
        }
        return chosen;
    }

    /**
     * The last step that is not later than a time; the first if all are.
     *
     * @throws IllegalArgumentException if {@code wanted} is no number
     */
    public static int stepAt(Path file, double wanted, double... times) {
        if (Double.isNaN(wanted)) {
            throw new IllegalArgumentException(
                    file + ": found --time " + wanted + ", expected a number: " + StepWords.range(times));
        }
        int found = Arrays.binarySearch(times, wanted + 0.0); // Of two zeros -0.0 would be the earlier one.
        return Math.max(found < 0 ? -found - 2 : found, 0);
    }
}
