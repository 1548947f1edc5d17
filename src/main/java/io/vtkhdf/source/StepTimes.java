package io.vtkhdf.source;

import java.util.Arrays;
import java.util.List;

/** Where the times of a series come from whose steps are files of their own. Immutable. */
public sealed interface StepTimes {

    /**
     * From the files: the field array {@code TimeValue}, of one number, that VTK's writers put into each; 0, 1, 2… if
     * none has it.
     */
    record OfFiles() implements StepTimes {}

    /** These, one a file. */
    record Given(List<Double> times) implements StepTimes {
        public Given {
            times = List.copyOf(times);
            for (int i = 0; i < times.size(); i++) {
                if (!Double.isFinite(times.get(i)) || i > 0 && times.get(i) <= times.get(i - 1)) {
                    throw new IllegalArgumentException(
                            "found time " + times.get(i) + " at step " + i + ", expected finite times that increase");
                }
            }
        }
    }

    /** Step k at k times this. */
    record Every(double interval) implements StepTimes {
        public Every {
            if (!(interval > 0 && Double.isFinite(interval))) {
                throw new IllegalArgumentException(
                        "found " + interval + " from step to step, expected a finite time above 0");
            }
        }
    }

    static StepTimes ofFiles() {
        return new OfFiles();
    }

    /** @throws IllegalArgumentException if they are not finite or do not increase */
    static StepTimes of(double... times) {
        return new Given(Arrays.stream(times).boxed().toList());
    }

    /** @throws IllegalArgumentException if it is not a finite number above 0 */
    static StepTimes every(double interval) {
        return new Every(interval);
    }
}
