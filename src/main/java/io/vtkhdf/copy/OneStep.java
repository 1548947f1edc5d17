package io.vtkhdf.copy;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A step of a series as a series of its own, at the time that it has there. Closing it closes the other.
 *
 * @param step of the other series
 */
public record OneStep(ImageSeries series, int step) implements ImageSeries {

    @Override
    public double[] times() {
        return new double[] {series.times()[step]};
    }

    @Override
    public boolean isTimed() {
        return series.isTimed();
    }

    @Override
    public ImageSource open(int only) throws IOException {
        if (only != 0) {
            throw new IllegalArgumentException("found the step " + only + ", expected 0, as there is one");
        }
        return series.open(step);
    }

    @Override
    public String nameOf(int only) {
        return series.nameOf(step);
    }

    @Override
    public int sameAs(ArraySpec array, int only) {
        return only;
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
