package io.vtkhdf.cli.option;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.input.FileFormat;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.StepTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a conversion is to read.
 *
 * @param files one, or those of the steps of a series
 * @param reach where the files may lie that it names
 * @param times where the times are from if the files are the steps of a series; empty if it is one file
 * @param chosen which step of a series is wanted
 * @param merge whether the files, or the series that they are, become one with the arrays of all
 */
public record Input(
        List<Path> files, InputReach reach, Optional<StepTimes> times, StepOptions chosen, MergeOptions.Choice merge) {

    /** Files that are not merged. */
    public Input(List<Path> files, InputReach reach, Optional<StepTimes> times, StepOptions chosen) {
        this(files, reach, times, chosen, MergeOptions.Choice.NONE);
    }

    /** The file that messages name. */
    public Path path() {
        return files.get(0);
    }

    public ImageSeries open() throws IOException {
        if (merge != MergeOptions.Choice.NONE) {
            return merge.open(files, reach);
        }
        return times.isPresent()
                ? ImageSources.openSeries(files, times.get(), reach)
                : ImageSources.openSeries(path(), reach);
    }

    /** Whether it is a series rather than an image, even if it has but one step. */
    public boolean isSeries(ImageSeries opened) throws IOException {
        return times.isPresent()
                || opened.times().length > 1
                || FileFormat.of(path()).namesSteps();
    }
}
