package io.vtkhdf.copy;

import io.vtkhdf.error.FileFailure;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.write.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * A file of NumPy's: the values of one array, in its own type, little-endian. The shape is (z, y, x) of an image and
 * (t, z, y, x) of a series, the components, if there are several, behind it.
 */
public record NpyTarget(Path file, Set<OutputFile.Option> options, Axes axes) implements SeriesTarget {

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
    public Path writtenFile() {
        return OutputFile.partOf(file);
    }

    @Override
    public String storedName(String name) {
        return name;
    }

    @Override
    public ImageGeometry storedGeometry(ImageGeometry geometry) {
        return geometry;
    }

    @Override
    public TargetLayout layout(ArraySpec array, ImageGeometry geometry) {
        long bytes = Math.multiplyExact(geometry.dimensions(array.association()).count(), (long) array.tupleSize());
        return new TargetLayout("contiguous", Optional.empty(), List.of(), bytes);
    }

    @Override
    public ImageSource storable(ImageSource image) {
        return SelectedArrays.withFields(image, List.of());
    }

    @Override
    public List<String> changes(ImageSource image) {
        List<String> changes = new ArrayList<>();
        for (FieldArray field : image.fields()) {
            changes.add(Association.FIELD.groupName() + " '" + field.name()
                    + "': left out, since a .npy file holds one array");
        }
        return changes;
    }

    @Override
    public void requireCreatable() throws IOException {
        OutputFile.requireCreatable(file, options, NpyHeader.magic());
    }

    @Override
    public void requireWritable(ImageSource image) {
        if (image.arrays().size() != 1) {
            throw new IllegalArgumentException(
                    file + ": found " + image.arrays().size() + " arrays, expected one, as a .npy file holds; --array"
                            + " NAME chooses one");
        }
    }

    @Override
    public SeriesSink begin(ImageSource first, double[] times, WriteListener listener) throws IOException {
        requireWritable(first);
        OutputFile output = OutputFile.create(file, options, NpyHeader.magic());
        Sink sink = new Sink(output, listener);
        try {
            sink.write(ByteBuffer.wrap(header(first, times.length)));
            return sink;
        } catch (IOException | RuntimeException | Error e) {
            sink.abort();
            throw e;
        }
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

    private static final class Sink implements SeriesSink {
        private final OutputFile output;
        private final WriteListener listener;
        /** Whether it is decided what becomes of the file. */
        private final AtomicBoolean ended = new AtomicBoolean();

        Sink(OutputFile output, WriteListener listener) {
            this.output = output;
            this.listener = listener;
        }

        @Override
        public StepSink step(int step, ImageSource image) {
            return new Step(this);
        }

        void write(ByteBuffer bytes) throws IOException {
            try {
                while (bytes.hasRemaining()) {
                    output.channel().write(bytes);
                }
            } catch (IOException e) {
                throw FileFailure.ofWriting(output.target(), e);
            }
        }

        @Override
        public void finish() throws IOException {
            if (!ended.compareAndSet(false, true)) {
                throw new IllegalStateException(output.target() + ": was given up");
            }
            output.publish();
        }

        @Override
        public void abort() {
            if (ended.compareAndSet(false, true)) {
                output.giveUp();
            }
        }

        @Override
        public void close() throws IOException {
            try (output) {
                abort();
            }
        }
    }

    private record Step(Sink sink) implements StepSink {

        @Override
        public void write(ArraySpec array, int firstSlice, int slices, ByteBuffer values) throws IOException {
            long bytes = values.remaining();
            sink.write(values);
            sink.listener.written(bytes);
        }

        @Override
        public void finish() {
            // The next follows at once.
        }
    }
}
