package io.vtkhdf.copy;

import io.vtkhdf.error.FileFailure;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.vti.write.VtiForm;
import io.vtkhdf.vti.write.VtiNames;
import io.vtkhdf.vti.write.VtiWriter;
import io.vtkhdf.write.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A VTK XML image file.
 *
 * @param threads the threads that encode
 * @param memory the bytes that encoding may take; what a single block needs is always taken
 */
public record VtiTarget(Path file, VtiForm form, Set<OutputFile.Option> options, int threads, long memory)
        implements ImageTarget {

    /** @throws IllegalArgumentException if the file is to be written in place: nobody could read it before its end */
    public VtiTarget {
        options = Set.copyOf(options);
        if (options.contains(OutputFile.Option.IN_PLACE)) {
            throw new IllegalArgumentException(file + ": a .vti file is not written in place");
        }
    }

    @Override
    public Path writtenFile() {
        return OutputFile.partOf(file);
    }

    @Override
    public String storedName(String name) {
        return VtiNames.stored(name);
    }

    @Override
    public ImageGeometry storedGeometry(ImageGeometry geometry) {
        return geometry;
    }

    @Override
    public TargetLayout layout(ArraySpec array, ImageGeometry geometry) {
        long bytes = Math.multiplyExact(geometry.dimensions(array.association()).count(), (long) array.tupleSize());
        return switch (form.encoding()) {
            case RAW -> new TargetLayout("appended", Optional.empty(), List.of(), bytes);
            case ASCII -> new TargetLayout("ascii", Optional.empty(), List.of(), bytes);
            case ZLIB, LZ4 ->
                new TargetLayout(
                        "appended",
                        Optional.empty(),
                        List.of(form.encoding().name().toLowerCase(Locale.ROOT)),
                        bytes);
        };
    }

    @Override
    public List<String> changes(ImageSource image) {
        return Changes.ofNames(image, this, "XML cannot hold all of its characters");
    }

    @Override
    public void requireCreatable() throws IOException {
        OutputFile.requireCreatable(file, options, VtiWriter.head());
    }

    @Override
    public ImageSink create(ImageSource image, WriteListener listener) throws IOException {
        OutputFile output = OutputFile.create(file, options, VtiWriter.head());
        try {
            return new Sink(output, new VtiWriter(output.channel(), image, form, threads, memory), listener);
        } catch (IOException e) {
            output.giveUp();
            throw FileFailure.ofWriting(file, e);
        } catch (RuntimeException | Error e) {
            output.giveUp();
            throw e;
        }
    }

    private static final class Sink implements ImageSink {
        private final OutputFile output;
        private final VtiWriter writer;
        private final WriteListener listener;
        /** Whether it is decided what becomes of the file. */
        private final AtomicBoolean ended = new AtomicBoolean();

        Sink(OutputFile output, VtiWriter writer, WriteListener listener) {
            this.output = output;
            this.writer = writer;
            this.listener = listener;
        }

        @Override
        public void write(ArraySpec array, int firstSlice, int slices, ByteBuffer values) throws IOException {
            long bytes = values.remaining();
            try {
                writer.write(array, values);
            } catch (IOException e) {
                throw FileFailure.ofWriting(output.target(), e);
            }
            listener.written(bytes);
        }

        @Override
        public void finish() throws IOException {
            try {
                writer.finish();
            } catch (IOException e) {
                throw FileFailure.ofWriting(output.target(), e);
            }
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
                writer.close();
                abort();
            }
        }
    }
}
