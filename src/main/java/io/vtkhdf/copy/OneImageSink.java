package io.vtkhdf.copy;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The sink of an image as that of a series of one step. */
final class OneImageSink implements SeriesSink {

    private final ImageSink image;

    OneImageSink(ImageSink image) {
        this.image = image;
    }

    @Override
    public StepSink step(int step, ImageSource unused) {
        return new StepSink() {
            @Override
            public void write(ArraySpec array, int firstSlice, int slices, ByteBuffer values) throws IOException {
                image.write(array, firstSlice, slices, values);
            }

            @Override
            public boolean has(ArraySpec array, int firstSlice, int slices) throws IOException {
                return image.has(array, firstSlice, slices);
            }

            @Override
            public void finish() {
                // With the series.
            }
        };
    }

    @Override
    public void finish() throws IOException {
        image.finish();
    }

    @Override
    public void abort() {
        image.abort();
    }

    @Override
    public void close() throws IOException {
        image.close();
    }
}
