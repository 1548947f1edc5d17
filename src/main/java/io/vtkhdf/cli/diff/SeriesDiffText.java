package io.vtkhdf.cli.diff;

import io.vtkhdf.cli.text.StepWords;
import io.vtkhdf.compare.SeriesComparison;
import io.vtkhdf.compare.SeriesDifference;
import io.vtkhdf.compare.StepDifference;
import io.vtkhdf.text.Numbers;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * Prints how two series differ for people, as it comes: the steps that differ, the first of them in full, and a last
 * line that says how many there are.
 */
final class SeriesDiffText {

    /** So many steps are told in full: a series may have thousands. */
    static final int MOST_STEPS = 10;

    private final String a;
    private final String b;
    private final PrintWriter out;
    private int differing;

    SeriesDiffText(String a, String b, PrintWriter out) {
        this.a = a;
        this.b = b;
        this.out = out;
    }

    SeriesDifference print(SeriesComparison comparison) throws IOException {
        SeriesDifference difference = comparison.run(this::step);
        if (differing > MOST_STEPS) {
            out.println((differing - MOST_STEPS) + " more steps differ (--json tells of all)");
        }
        out.println(verdict(difference));
        return difference;
    }

    private void step(StepDifference step) {
        DiffText text = new DiffText(step.image(), step.time(), a, b);
        if (step.step() == 0) {
            text.printForgiven(out);
        }
        if (!step.isSame() && ++differing <= MOST_STEPS) {
            out.println("Step " + step.step() + ", time " + StepWords.time(step.timeA()) + ":");
            text.printDifferences(out);
            out.println();
        }
    }

    private static String verdict(SeriesDifference difference) {
        String steps = difference.stepsA() == difference.stepsB()
                ? ""
                : "the number of steps (A has " + difference.stepsA() + ", B has " + difference.stepsB() + "), ";
        String compared = Numbers.counted(difference.compared(), "step");
        return difference.isSame()
                ? "the same: " + compared
                : "different: " + steps + difference.differing() + " of " + compared
                        + (steps.isEmpty() ? "" : " that both have");
    }
}
