package io.vtkhdf.cli;

import io.vtkhdf.cli.option.ArraySelection;
import io.vtkhdf.copy.AlikeSteps;
import io.vtkhdf.shape.Outliers;
import io.vtkhdf.shape.Shaping;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * What of an image, or of each step of a series, is converted, and into what.
 *
 * @param clamped counts the values that did not fit
 */
record Wanted(ArraySelection selection, Shaping shaping, Outliers clamped) {

    Wanted(ArraySelection selection, Shaping shaping) {
        this(selection, shaping, new Outliers());
    }

    ImageSource of(Path file, ImageSource image) throws IOException {
        return shaping.of(selection.of(file.toString(), image), file.toString(), clamped);
    }

    AlikeSteps of(ImageSeries series) throws IOException {
        AlikeSteps selected = new AlikeSteps(series, selection::of);
        return shaping.isNone() ? selected : new AlikeSteps(shaping.of(selected, clamped), (name, shaped) -> shaped);
    }

    /** What an unfinished file is to remember of it: values of another shape do not go on with these. Short. */
    String mark() {
        if (shaping.isNone()) {
            return "";
        }
        CRC32 sum = new CRC32();
        sum.update(shaping.toString().getBytes(StandardCharsets.UTF_8));
        return ", shaped as " + String.format("%08x", sum.getValue());
    }
}
