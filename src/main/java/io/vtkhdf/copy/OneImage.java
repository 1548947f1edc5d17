package io.vtkhdf.copy;

import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An open image as a series of one step; it stays open, and its owner's to close. */
record OneImage(ImageSource image) implements ImageSeries {

    @Override
    public double[] times() {
        return new double[1];
    }

    @Override
    public boolean isTimed() {
        return false;
    }

    @Override
    public ImageSource open(int step) {
        return SelectedArrays.keptOpen(image);
    }

    @Override
    public List<Path> otherFiles() {
        return image.otherFiles();
    }

    @Override
    public void requireUnchanged() throws IOException {
        image.requireUnchanged();
    }

    @Override
    public void close() {}
}
