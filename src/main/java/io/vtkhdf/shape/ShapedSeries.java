package io.vtkhdf.shape;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The steps of a series, each shaped alike. Closing it closes the series. */
final class ShapedSeries implements ImageSeries {

    private final ImageSeries series;
    private final Shaping.Settings settings;
    private final Outliers clamped;
    private final Scratch scratch = new Scratch();
    /** What each array of the first step is made of. */
    private final Map<ArraySpec, ArraySpec> before = new HashMap<>();

    ShapedSeries(ImageSeries series, Shaping.Settings settings, Outliers clamped) throws IOException {
        this.series = series;
        this.settings = settings;
        this.clamped = clamped;
        try (ImageSource first = open(0)) {
            first.arrays().forEach(array -> before.put(array, original(first, array)));
        }
    }

    private static ArraySpec original(ImageSource image, ArraySpec array) {
        return image instanceof WrappedSource wrapped ? original(wrapped.inner, wrapped.innerOf(array)) : array;
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
            return new ShapedImage(settings, series.nameOf(step), clamped, scratch).of(image);
        } catch (RuntimeException | Error e) {
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
        ArraySpec original = before.get(array);
        return original == null ? step : series.sameAs(original, step);
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
