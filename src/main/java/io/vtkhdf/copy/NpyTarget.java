package io.vtkhdf.copy;

import io.vtkhdf.file.OutputFile;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.write.WriteListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A file of NumPy's: the values of one array, in its own type, little-endian. The shape is (z, y, x) of an image and
 * (t, z, y, x) of a series, the components, if there are several, behind it.
 */
public record NpyTarget(Path file, Set<OutputFile.Option> options, Axes axes) implements ArrayTarget {

    /** Whether there is an axis for the steps. */
    public enum Axes {
        OF_IMAGE,
        OF_SERIES
    }

    /** @throws IllegalArgumentException if the file is to be written in place: nobody could read it before its end */
    public NpyTarget {
        options = Set.copyOf(options);
        if (options.contains(OutputFile.Option.IN_PLACE)) {
            throw new IllegalArgumentException(file + ": a .npy file is not written in place");
        }
    }

    @Override
    public String kind() {
        return ".npy";
    }

    /** Bare values lie nowhere. */
    @Override
    public ImageGeometry storedGeometry(ImageGeometry geometry) {
        Dimensions points = geometry.dimensions();
        return ImageGeometry.of(points.x(), points.y(), points.z());
    }

    @Override
    public void requireCreatable() throws IOException {
        OutputFile.requireCreatable(file, options, NpyHeader.magic());
    }

    @Override
    public SeriesSink begin(ImageSource first, double[] times, WriteListener listener) throws IOException {
        requireWritable(first);
        return ArraySink.begin(
                OutputFile.create(file, options, NpyHeader.magic()), header(first, times.length), listener);
    }

    private byte[] header(ImageSource image, int steps) {
        ArraySpec array = image.arrays().get(0);
        Dimensions d = image.geometry().dimensions(array.association());
        IntStream time = axes == Axes.OF_SERIES ? IntStream.of(steps) : IntStream.empty();
        IntStream components = array.components() > 1 ? IntStream.of(array.components()) : IntStream.empty();
        IntStream space = IntStream.of(d.z(), d.y(), d.x());
        return NpyHeader.of(
                array.type(),
                IntStream.concat(IntStream.concat(time, space), components).toArray());
    }
}
