package io.vtkhdf.series;

import io.vtkhdf.format.TimeValue;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.StepTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;

/** A series of files that were named one by one: in the natural order of their names. */
public final class SeveralFiles {

    private static final String ADVICE = "; --times or --dt gives the times";

    private SeveralFiles() {}

    /**
     * @throws IllegalArgumentException if there is no file, or one twice, or if not each has a time, or the times do
     *     not increase
     */
    public static ImageSeries open(List<Path> files, StepTimes times, ImageOpener opener) throws IOException {
        if (files.isEmpty() || new HashSet<>(files).size() < files.size()) {
            throw new IllegalArgumentException("found " + files + ", expected the file of each step once");
        }
        List<Path> sorted = files.stream()
                .sorted(Comparator.comparing(Path::toString, new NaturalOrder()))
                .toList();
        return new FileSeries(List.of(), steps(sorted, times(sorted, times, opener)), opener);
    }

    private static List<FileStep> steps(List<Path> files, double[] times) {
        List<FileStep> steps = new ArrayList<>();
        for (Path file : files) {
            int step = steps.size();
            if (step > 0 && times[step] <= times[step - 1]) {
                throw new IllegalArgumentException(
                        files.get(step - 1) + " and " + file + ": found times " + times[step - 1] + " and then "
                                + times[step] + ", expected times that increase in the order of the files' names"
                                + ADVICE);
            }
            steps.add(new FileStep(file, times[step]));
        }
        return steps;
    }

    private static double[] times(List<Path> files, StepTimes times, ImageOpener opener) throws IOException {
        double[] chosen = new double[files.size()];
        if (times instanceof StepTimes.Given given) {
            if (given.times().size() != chosen.length) {
                throw new IllegalArgumentException(
                        "found " + given.times().size() + (given.times().size() == 1 ? " time" : " times") + " for "
                                + chosen.length + (chosen.length == 1 ? " file" : " files") + ", expected as many");
            }
            return given.times().stream().mapToDouble(Double::doubleValue).toArray();
        } else if (times instanceof StepTimes.Every every) {
            for (int step = 0; step < chosen.length; step++) {
                chosen[step] = step * every.interval();
            }
            return chosen;
        }
        return timesOf(files, opener);
    }

    private static double[] timesOf(List<Path> files, ImageOpener opener) throws IOException {
        double[] times = new double[files.size()];
        boolean isFirstTimed = false;
        for (int step = 0; step < times.length; step++) {
            OptionalDouble time = timeOf(files.get(step), opener);
            if (step == 0) {
                isFirstTimed = time.isPresent();
            } else if (time.isPresent() != isFirstTimed) {
                Path timed = files.get(time.isPresent() ? step : 0);
                Path timeless = files.get(time.isPresent() ? 0 : step);
                throw new IllegalArgumentException(timeless
                        + ": found no field array TimeValue with one number, expected one as in " + timed + ADVICE);
            }
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
