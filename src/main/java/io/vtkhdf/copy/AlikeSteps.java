package io.vtkhdf.copy;

import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A series whose steps are alike, in geometry and arrays, as those of a VTKHDF file must be: a step that is not is an
 * error that names the first step, that one, and what differs. Closing it closes the other.
 */
public final class AlikeSteps implements ImageSeries {

    /** Which part of a step's image is meant. */
    @FunctionalInterface
    public interface Selection {
        /** @param name of the step, for errors */
        ImageSource of(String name, ImageSource image) throws IOException;
    }

    /** Hears of each step that is looked at. */
    @FunctionalInterface
    public interface Visitor {
        void step(int step, ImageSource image) throws IOException;
    }

    private final ImageSeries series;
    private final Selection selection;
    private final ImageGeometry geometry;
    private final List<ArraySpec> arrays;

    /** @param selection is asked for each step that is opened */
    public AlikeSteps(ImageSeries series, Selection selection) throws IOException {
        this.series = series;
        this.selection = selection;
        try (ImageSource first = series.open(0)) {
            ImageSource selected = selection.of(series.nameOf(0), first);
            this.geometry = selected.geometry();
            this.arrays = selected.arrays();
        }
    }

    /**
     * Opens each step once, one after the other.
     *
     * @throws UnsupportedFileException if a step differs from the first
     */
    public void lookAtAll(Visitor visitor) throws IOException {
        int steps = series.times().length;
        for (int step = 0; step < steps; step++) {
            try (ImageSource image = open(step)) {
                visitor.step(step, image);
            }
        }
    }

    @Override
    public double[] times() {
        return series.times();
    }

    @Override
    public boolean isTimed() {
        return series.isTimed();
    }

    @Override
    public ImageSource open(int step) throws IOException {
        ImageSource image = series.open(step);
        try {
            ImageSource selected = selection.of(series.nameOf(step), image);
            Likeness likeness = new Likeness(series.nameOf(step), series.nameOf(0), "all steps of a series are alike");
            likeness.requireSameGeometry(selected.geometry(), geometry);
            likeness.requireSameArrays(selected.arrays(), arrays);
            return new SelectedArrays(selected, arrays);
        } catch (IOException | RuntimeException | Error e) {
            image.close();
            throw e;
        }
    }

    @Override
    public String nameOf(int step) {
        return series.nameOf(step);
    }

    @Override
    public int sameAs(ArraySpec array, int step) {
        return series.sameAs(array, step);
    }

    @Override
    public List<Path> otherFiles() {
        return series.otherFiles();
    }

    @Override
    public void requireUnchanged() throws IOException {
        series.requireUnchanged();
    }

    @Override
    public void close() throws IOException {
        series.close();
    }
}
