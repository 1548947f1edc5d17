package io.vtkhdf.series;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.input.FileLocator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A step as a file of steps tells it.
 *
 * @param place in that file
 * @param time empty if it tells none
 * @param file as it is named
 */
record NamedStep(String place, Optional<Double> time, String file) {

    /**
     * The steps with their files, by increasing time; where no step has a time, 0, 1, 2… in their order.
     *
     * @throws CorruptFileException if there are none, if some have no time, or if two have the same
     */
    static List<FileStep> located(List<NamedStep> named, FileLocator locator) throws IOException {
        Path path = locator.path();
        if (named.isEmpty()) {
            throw new CorruptFileException(path.toString(), "file", "no step", "at least one");
        }
        List<FileStep> steps = new ArrayList<>();
        for (NamedStep step : sorted(path, timed(path, named))) {
            steps.add(new FileStep(locator.find(step.place, "step", step.file), step.time.orElseThrow()));
        }
        return steps;
    }

    private static List<NamedStep> timed(Path path, List<NamedStep> named) throws CorruptFileException {
        List<NamedStep> timeless =
                named.stream().filter(step -> step.time.isEmpty()).toList();
        if (timeless.isEmpty()) {
            return named;
        } else if (timeless.size() < named.size()) {
            NamedStep first = timeless.get(0);
            throw new CorruptFileException(
                    path.toString(), first.place, "no time of '" + first.file + "'", "one, as other steps have");
        }
        List<NamedStep> numbered = new ArrayList<>();
        for (NamedStep step : named) {
            numbered.add(new NamedStep(step.place, Optional.of((double) numbered.size()), step.file));
        }
        return numbered;
    }

    private static List<NamedStep> sorted(Path path, List<NamedStep> steps) throws CorruptFileException {
        List<NamedStep> sorted = steps.stream()
                .sorted(Comparator.comparingDouble(step -> step.time.orElseThrow()))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            NamedStep step = sorted.get(i);
            double time = step.time.orElseThrow();
            if (!Double.isFinite(time)) {
                throw new CorruptFileException(
                        path.toString(), step.place, "time " + time + " of '" + step.file + "'", "a finite number");
            } else if (i > 0 && time == sorted.get(i - 1).time.orElseThrow()) {
                throw new CorruptFileException(
                        path.toString(),
                        step.place,
                        "time " + time + " of both '" + sorted.get(i - 1).file + "' and '" + step.file + "'",
                        "a time of its own for each step");
            }
        }
        return sorted;
    }
}
