package io.vtkhdf.copy;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
            requireSameGeometry(step, selected.geometry());
            requireSameArrays(step, selected.arrays());
            return new SelectedArrays(selected, arrays);
        } catch (IOException | RuntimeException | Error e) {
            image.close();
            throw e;
        }
    }

    private void requireSameGeometry(int step, ImageGeometry found) throws UnsupportedFileException {
        requireSame(step, "extent", found.extent(), geometry.extent());
        requireSame(step, "origin", found.origin(), geometry.origin());
        requireSame(step, "spacing", found.spacing(), geometry.spacing());
        requireSame(step, "direction", found.direction(), geometry.direction());
    }

    private void requireSameArrays(int step, List<ArraySpec> found) throws UnsupportedFileException {
        for (ArraySpec array : arrays) {
            String place = place(array);
            ArraySpec other = like(array, found).orElseThrow(() -> differs(step, place, "no such array", "one"));
            requireSame(step, place, describe(other), describe(array));
            requireSame(step, "component names of " + place, other.componentNames(), array.componentNames());
        }
        for (ArraySpec array : found) {
            if (like(array, arrays).isEmpty()) {
                throw differs(step, place(array), "an array", "none");
            }
        }
    }

    private static Optional<ArraySpec> like(ArraySpec array, List<ArraySpec> among) {
        return among.stream()
                .filter(other -> other.association() == array.association()
                        && other.name().equals(array.name()))
                .findFirst();
    }

    private static String place(ArraySpec array) {
        return array.association().groupName() + " " + ShownText.quoted(array.name());
    }

    private static String describe(ArraySpec array) {
        return array.components() + " x " + array.type().vtkName();
    }

    private void requireSame(int step, String place, Object found, Object expected) throws UnsupportedFileException {
        if (!found.equals(expected)) {
            throw differs(step, place, found.toString(), expected.toString());
        }
    }

    private UnsupportedFileException differs(int step, String place, String found, String expected) {
        return new UnsupportedFileException(
                series.nameOf(step),
                place,
                found,
                expected + " as in " + series.nameOf(0) + ": all steps of a series are alike");
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
