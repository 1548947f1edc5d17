package io.vtkhdf.series;

import io.vtkhdf.format.TimeValue;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.StepTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A series of files that were named one by one: in the natural order of their names. */
public final class SeveralFiles {

    private SeveralFiles() {}

    /**
     * @throws IllegalArgumentException if there is no file, or one twice, or if not each has a time, or the times do
     *     not increase
     */
    public static ImageSeries open(List<Path> files, StepTimes times, ImageOpener opener) throws IOException {
        if (files.isEmpty() || new HashSet<>(files).size() < files.size()) {
            throw new IllegalArgumentException("found " + files + ", expected the file of each step once");
        }
        List<Path> sorted = files.stream().sorted(NaturalOrder.ofFiles()).toList();
        Optional<double[]> chosen = TimesOfSteps.chosen(times, sorted.size());
        double[] known = chosen.isPresent() ? chosen.get() : timesOf(sorted, opener);
        return new FileSeries(List.of(), steps(sorted, known), opener);
    }

    private static List<FileStep> steps(List<Path> files, double[] times) {
        TimesOfSteps.requireIncreasing(files, times);
        List<FileStep> steps = new ArrayList<>();
        for (Path file : files) {
            steps.add(new FileStep(file, times[steps.size()]));
        }
        return steps;
    }

    private static double[] timesOf(List<Path> files, ImageOpener opener) throws IOException {
        double[] times = new double[files.size()];
        boolean isFirstTimed = false;
        for (int step = 0; step < times.length; step++) {
            OptionalDouble time = timeOf(files.get(step), opener);
            isFirstTimed = step == 0 ? time.isPresent() : isFirstTimed;
            TimesOfSteps.requireTimedAlike(files.get(step), time.isPresent(), files.get(0), isFirstTimed);
            times[step] = time.orElse(step);
        }
        return times;
    }

    private static OptionalDouble timeOf(Path file, ImageOpener opener) throws IOException {
        try (ImageSource image = opener.open(file)) {
            return image.fields().stream()
                    .map(TimeValue::of)
                    .flatMapToDouble(OptionalDouble::stream)
                    .findFirst();
        }
    }
}
