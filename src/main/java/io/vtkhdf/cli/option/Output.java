package io.vtkhdf.cli.option;

import io.vtkhdf.copy.SeriesTarget;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** A file to be written, in the form that what is read turns out to need. */
public final class Output {

    private final Path file;
    private final Optional<SeriesTarget> ofImage;
    private final Supplier<SeriesTarget> ofSeries;

    private Output(Path file, Optional<SeriesTarget> ofImage, Supplier<SeriesTarget> ofSeries) {
        this.file = file;
        this.ofImage = ofImage;
        this.ofSeries = ofSeries;
    }

    /** @param ofSeries throws an {@link IllegalArgumentException} if a series cannot be written */
    public static Output of(SeriesTarget ofImage, Supplier<SeriesTarget> ofSeries) {
        return new Output(ofImage.file(), Optional.of(ofImage), ofSeries);
    }

    /** One that is a series also of one image. */
    public static Output ofSeries(SeriesTarget target) {
        return new Output(target.file(), Optional.empty(), () -> target);
    }

    public Path file() {
        return file;
    }

    /** Whether one image becomes a series of one step. */
    public boolean isAlwaysSeries() {
        return ofImage.isEmpty();
    }

    /** The form that is the same for both, as far as files are concerned. */
    public SeriesTarget any() {
        return ofImage.orElseGet(ofSeries);
    }

    public SeriesTarget ofImage() {
        return ofImage.orElseThrow();
    }

    public SeriesTarget ofSeries() {
        return ofSeries.get();
    }
}
