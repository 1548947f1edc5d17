package io.vtkhdf.series;

import io.vtkhdf.source.StepTimes;
import java.util.List;
import java.util.Optional;

/** The times of steps that are files of their own. */
public final class TimesOfSteps {

    static final String ADVICE = "; --times or --dt gives the times";

    private TimesOfSteps() {}

    /**
     * Those that do not come from the files; empty if they do.
     *
     * @throws IllegalArgumentException if they are not as many as there are steps
     */
    public static Optional<double[]> chosen(StepTimes times, int steps) {
        if (times instanceof StepTimes.Given given) {
            if (given.times().size() != steps) {
                int found = given.times().size();
                throw new IllegalArgumentException("found " + found + (found == 1 ? " time for " : " times for ")
                        + steps + (steps == 1 ? " file" : " files") + ", expected as many");
            }
            return Optional.of(
                    given.times().stream().mapToDouble(Double::doubleValue).toArray());
        } else if (times instanceof StepTimes.Every every) {
            double[] chosen = new double[steps];
            for (int step = 0; step < steps; step++) {
                chosen[step] = step * every.interval();
            }
            return Optional.of(chosen);
        }
        return Optional.empty();
    }

    /**
     * Makes sure that each step is later than the one before.
     *
     * @param files that of each step
     * @throws IllegalArgumentException otherwise
     */
    public static void requireIncreasing(List<?> files, double... times) {
        for (int step = 1; step < times.length; step++) {
            if (!(times[step] > times[step - 1])) {
                throw new IllegalArgumentException(
                        files.get(step - 1) + " and " + files.get(step) + ": found times " + times[step - 1]
                                + " and then " + times[step]
                                + ", expected times that increase in the order of the files' names" + ADVICE);
            }
        }
    }

    /**
     * Makes sure that all have a time, or none.
     *
     * @param file one of them, and whether it has a time
     * @param first the first, and whether it has one
     * @throws IllegalArgumentException otherwise
     */
    public static void requireTimedAlike(Object file, boolean isTimed, Object first, boolean isFirstTimed) {
        if (isTimed != isFirstTimed) {
            throw new IllegalArgumentException((isTimed ? first : file)
                    + ": found no field array TimeValue with one number, expected one as in "
                    + (isTimed ? file : first) + ADVICE);
        }
    }
}
