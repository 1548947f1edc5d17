package io.vtkhdf.validate;

import io.vtkhdf.compat.rules.StoredSteps.Times;
import io.vtkhdf.format.ImageHeader;
import io.vtkhdf.hdf5.read.StoredLinks;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/** The list of times of a time series. */
final class StepTimes {

    private static final String VALUES = "Values";
    private static final String STEPS = "/" + ImageHeader.GROUP + "/" + ImageHeader.STEPS;
    private static final String PATH = STEPS + "/" + VALUES;

    private final StepNumbers values;
    private final int count;
    private final List<Finding> findings;
    private boolean sameWhereEqual = true;

    /** @param findings to be added to */
    StepTimes(StoredLinks steps, int count, List<Finding> findings) throws IOException {
        this.values = StepNumbers.of(steps, VALUES, findings);
        this.count = count;
        this.findings = findings;
    }

    OptionalDouble first() {
        return time(0);
    }

    OptionalDouble last() {
        return time(values.rows() - 1);
    }

    private OptionalDouble time(int step) {
        return step >= 0 && step < values.rows() ? OptionalDouble.of(values.at(step, 0)) : OptionalDouble.empty();
    }

    private boolean isComplete() {
        return values.rows() == count && values.columns() == 1;
    }

    /** Tells of an array: steps of the same time do no harm if all arrays are the same in them. */
    void compare(StepPlaces array) {
        for (int i = 1; isComplete() && sameWhereEqual && i < count; i++) {
            sameWhereEqual = values.at(i, 0) != values.at(i - 1, 0) || array.isSame(i, i - 1);
        }
    }

    /** After {@link #compare} of every array. */
    Times judge() {
        if (!values.isThere()) {
            findings.add(Finding.error(STEPS, "no dataset " + VALUES, "one"));
            return Times.MISSING;
        } else if (!values.isReadable()) {
            return Times.MISSING;
        } else if (!isComplete()) {
            String columns = values.columns() > 1 ? " x " + values.columns() : "";
            findings.add(Finding.error(PATH, values.rows() + columns + " times", count + ", as NSteps has it"));
            return values.rows() < count ? Times.TOO_FEW : Times.TOO_MANY;
        }
        boolean equal = false;
        for (int i = 0; i < count; i++) {
            double time = values.at(i, 0);
            if (Double.isNaN(time) || i > 0 && time <= values.at(i - 1, 0)) {
                boolean harmless = i > 0 && time == values.at(i - 1, 0) && sameWhereEqual;
                if (!harmless || !equal) {
                    note(i, harmless);
                }
                if (!harmless) {
                    return Times.UNORDERED;
                }
                equal = true;
            }
        }
        return Times.GOOD;
    }

    private void note(int step, boolean harmless) {
        String found = "the time " + values.at(step, 0) + " of step " + step;
        String expected = "times that increase from step to step";
        findings.add(harmless ? Finding.warning(PATH, found, expected) : Finding.error(PATH, found, expected));
    }
}
