package io.vtkhdf.copy;

import io.vtkhdf.error.FileFailure;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.write.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The values of one array, of one step or more, behind a header; or with the header in a file of its own, which appears
 * after that of the values.
 */
final class ArraySink implements SeriesSink {

    private final OutputFile values;
    private final Optional<OutputFile> header;
    private final WriteListener listener;
    /** Whether it is decided what becomes of the files. */
    private final AtomicBoolean ended = new AtomicBoolean();

    private ArraySink(OutputFile values, Optional<OutputFile> header, WriteListener listener) {
        this.values = values;
        this.header = header;
        this.listener = listener;
    }

    /** @param header comes in front of the values */
    static ArraySink begin(OutputFile file, byte[] header, WriteListener listener) throws IOException {
        return begun(new ArraySink(file, Optional.empty(), listener), file, header);
    }

    /** @param header is all of the other file */
    static ArraySink begin(OutputFile headerFile, byte[] header, OutputFile values, WriteListener listener)
            throws IOException {
        return begun(new ArraySink(values, Optional.of(headerFile), listener), headerFile, header);
    }

    private static ArraySink begun(ArraySink sink, OutputFile file, byte[] header) throws IOException {
        try {
            write(file, ByteBuffer.wrap(header));
            return sink;
        } catch (IOException | RuntimeException | Error e) {
            try (sink) {
                throw e;
            }
        }
    }

    private static void write(OutputFile file, ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                file.channel().write(bytes);
            }
        } catch (IOException e) {
            throw FileFailure.ofWriting(file.target(), e);
        }
    }

    @Override
    public StepSink step(int step, ImageSource image) {
        return new Step(this);
    }

    @Override
    public void finish() throws IOException {
        if (!ended.compareAndSet(false, true)) {
            throw new IllegalStateException(values.target() + ": was given up");
        }
        values.publish();
        if (header.isPresent()) {
            header.get().publish();
        }
    }

    @Override
    public void abort() {
        if (ended.compareAndSet(false, true)) {
            values.giveUp();
            header.ifPresent(OutputFile::giveUp);
        }
    }

    @Override
    public void close() throws IOException {
        try (values) {
            abort();
        } finally {
            if (header.isPresent()) {
                header.get().close();
            }
        }
    }

    private record Step(ArraySink sink) implements StepSink {

        @Override
        public void write(ArraySpec array, int firstSlice, int slices, ByteBuffer bytes) throws IOException {
            long size = bytes.remaining();
            ArraySink.write(sink.values, bytes);
            sink.listener.written(size);
        }

        @Override
        public void finish() {
            // The next follows at once.
        }
    }
}
