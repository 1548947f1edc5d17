package io.vtkhdf.vti;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.vti.xml.VtiElement;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The steps of a file that an array holds for: {@code TimeStep="0 2"} names them, counted from 0; without that
 * attribute, all. Immutable.
 */
final class VtiSteps {

    static final VtiSteps ALL = new VtiSteps(new int[0]);

    /** In increasing order; empty for all. */
    private final int[] steps;

    private VtiSteps(int[] steps) {
        this.steps = steps;
    }

    /** @param count of the file's steps; 0 if it has none, and the attribute so means nothing */
    static VtiSteps of(VtiElement array, int count) throws CorruptFileException {
        if (count == 0 || array.attribute("TimeStep").isEmpty()) {
            return ALL;
        }
        int[] steps = Arrays.stream(array.ints("TimeStep")).sorted().distinct().toArray();
        if (steps.length == 0 || steps[0] < 0 || steps[steps.length - 1] >= count) {
            throw array.wrong("TimeStep", "steps from 0 to " + (count - 1));
        }
        return new VtiSteps(steps);
    }

    boolean areAll() {
        return steps.length == 0;
    }

    boolean has(int step) {
        return areAll() || Arrays.binarySearch(steps, step) >= 0;
    }

    /** Those that are named; none if it is all of them. */
    IntStream named() {
        return Arrays.stream(steps);
    }
}
