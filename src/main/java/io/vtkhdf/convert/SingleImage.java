package io.vtkhdf.convert;

import io.vtkhdf.format.TimeValue;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** A single image as a series of one step. */
final class SingleImage implements ImageSeries {

    /** Opens the image, as often as it is called. */
    @FunctionalInterface
    interface Opener {
        ImageSource open() throws IOException;
    }

    private final Path file;
    private final Opener opener;
    private final double time;
    private final List<Path> otherFiles;
    /** The one that the time is from, until somebody takes it; else null. */
    private ImageSource opened;

    private SingleImage(Path file, Opener opener, ImageSource opened) {
        this.file = file;
        this.opener = opener;
        this.opened = opened;
        this.otherFiles = opened.otherFiles();
        this.time = opened.fields().stream()
                .map(TimeValue::of)
                .flatMapToDouble(OptionalDouble::stream)
                .findFirst()
                .orElse(0);
    }

    static SingleImage open(Path file, Opener opener) throws IOException {
        return new SingleImage(file, opener, opener.open());
    }

    /** @param again opens the same image, once the one that is open was taken */
    static SingleImage of(Path file, ImageSource opened, Opener again) {
        return new SingleImage(file, again, opened);
    }

    @Override
    public double[] times() {
        return new double[] {time};
    }

    @Override
    public boolean isTimed() {
        return false;
    }

    @Override
    public ImageSource open(int step) throws IOException {
        if (step != 0) {
            throw new IllegalArgumentException("found the step " + step + ", expected 0, as there is one");
        }
        ImageSource source = opened == null ? opener.open() : opened;
        opened = null;
        return source;
    }

    @Override
    public String nameOf(int step) {
        return file.toString();
    }

    @Override
    public List<Path> otherFiles() {
        return otherFiles;
    }

    @Override
    public void close() throws IOException {
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }
}
