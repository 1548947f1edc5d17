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
 * @param files one, or those of the steps of a series, or those of the slices of an image
 * @param reach where the files may lie that it names
 * @param times where the times are from if the files are the steps of a series; empty if it is one image or file
 * @param chosen which step of a series is wanted
 * @param form what the files are, if they do not tell it themselves, or become one image
 */
public record Input(
        List<Path> files, InputReach reach, Optional<StepTimes> times, StepOptions chosen, Optional<InputForm> form) {

    /** Files that tell what they are. */
    public Input(List<Path> files, InputReach reach, Optional<StepTimes> times, StepOptions chosen) {
        this(files, reach, times, chosen, Optional.empty());
    }

    /** The file that messages name. */
    public Path path() {
        return files.get(0);
    }

    public ImageSeries open() throws IOException {
        if (form.isPresent()) {
            return form.get().open(files);
        }
        return times.isPresent()
                ? ImageSources.openSeries(files, times.get(), reach)
                : ImageSources.openSeries(path(), reach);
    }

    /** Whether it is a series rather than an image, even if it has but one step. */
    public boolean isSeries(ImageSeries opened) throws IOException {
        return times.isPresent()
                || opened.times().length > 1
                || form.isEmpty() && FileFormat.of(path()).namesSteps();
    }
}
