package io.vtkhdf.cli.text;

import java.util.Optional;

/** What is said of the steps of a series; times with all of their digits, since those are what a user has to give. */
public final class StepWords {

    private StepWords() {}

    /** Such as {@code step 2 of 0 to 4, time 0.5}; empty if it is the only one. */
    public static Optional<String> of(int step, double... times) {
        return times.length == 1
                ? Optional.empty()
                : Optional.of("step " + step + " of 0 to " + (times.length - 1) + ", time " + time(times[step]));
    }

    /** Such as {@code there are 5 steps, of the times 0 to 1}. */
    public static String range(double... times) {
        int last = times.length - 1;
        return last == 0
                ? "there is one step, of the time " + time(times[0])
                : "there are " + times.length + " steps, of the times " + time(times[0]) + " to " + time(times[last]);
    }

    /** Exactly, without a fraction of 0. */
    public static String time(double time) {
        String text = Double.toString(time);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
