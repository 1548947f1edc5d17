package io.vtkhdf.copy;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The steps of an open VTKHDF file, which is closed with the series. */
public final class VtkhdfSeries implements ImageSeries {

    private final Path file;
    private final ImageDataReader reader;

    /** @param file that the reader reads, for errors */
    public VtkhdfSeries(Path file, ImageDataReader reader) {
        this.file = file;
        this.reader = reader;
    }

    @Override
    public double[] times() {
        return reader.times();
    }

    @Override
    public boolean isTimed() {
        return reader.isSeries();
    }

    @Override
    public ImageSource open(int step) throws IOException {
        return VtkhdfSource.ofStep(reader.atStep(step));
    }

    @Override
    public String nameOf(int step) {
        return file + (isTimed() ? ", step " + step : "");
    }

    @Override
    public int sameAs(ArraySpec array, int step) {
        Optional<ArrayReader> found = reader.findArray(array.association(), array.name());
        return found.isPresent() ? found.get().sameAsStep(step) : step;
    }

    @Override
    public void requireUnchanged() throws IOException {
        if (reader.isFinished()) {
            reader.requireUnchanged();
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
