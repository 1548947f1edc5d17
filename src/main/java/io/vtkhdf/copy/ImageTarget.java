package io.vtkhdf.copy;

import io.vtkhdf.source.ImageSource;
import io.vtkhdf.write.WriteListener;
import java.io.IOException;

/** A file that holds one image: a series of one step. Immutable. */
public interface ImageTarget extends SeriesTarget {

    @Override
    default ImageTarget madeFrom(String source) {
        return this;
    }

    /**
     * Begins to write.
     *
     * @param image tells geometry, arrays, fields and active arrays; no values are read from it
     * @param listener hears of the bytes of array values that have come to stand in the file, perhaps by several
     *     threads at once, and of what somebody may want to know
     */
    ImageSink create(ImageSource image, WriteListener listener) throws IOException;

    @Override
    default SeriesSink begin(ImageSource first, double[] times, WriteListener listener) throws IOException {
        if (times.length != 1) {
            throw new IllegalArgumentException(file() + ": found " + times.length + " steps, expected one image");
        }
        return new OneImageSink(create(first, listener));
    }
}
