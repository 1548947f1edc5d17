package io.vtkhdf.copy;

import io.vtkhdf.error.FileFailure;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.vti.write.VtiNames;
import io.vtkhdf.write.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes the files of a series' steps, and then the one that names them. Given up, it deletes those of the steps. */
final class PvdSink implements SeriesSink {

    private final PvdTarget target;
    private final OutputFile output;
    private final boolean isFolderNew;
    private final double[] times;
    private final WriteListener listener;
    /** Whether it is decided what becomes of the files. */
    private final AtomicBoolean ended = new AtomicBoolean();

    private volatile ImageSink underWay;
    private boolean isPlaced;

    PvdSink(PvdTarget target, OutputFile output, boolean isFolderNew, double[] times, WriteListener listener) {
        this.target = target;
        this.output = output;
        this.isFolderNew = isFolderNew;
        this.times = times;
        this.listener = listener;
    }

    @Override
    public StepSink step(int step, ImageSource image) throws IOException {
        ImageSink sink = target.step(step).create(TimedImage.of(image, times[step]), listener);
        underWay = sink;
        if (ended.get()) {
            sink.abort();
        }
        return new Step(sink);
    }

    private final class Step implements StepSink {
        private final ImageSink sink;

        Step(ImageSink sink) {
            this.sink = sink;
        }

        @Override
        public void write(ArraySpec array, int firstSlice, int slices, ByteBuffer values) throws IOException {
            sink.write(array, firstSlice, slices, values);
        }

        @Override
        public void finish() throws IOException {
            sink.finish();
            sink.close();
            underWay = null;
        }
    }

    @Override
    public void finish() throws IOException {
        try {
            ByteBuffer text = ByteBuffer.wrap(text().getBytes(StandardCharsets.UTF_8));
            while (text.hasRemaining()) {
                output.channel().write(text);
            }
        } catch (IOException e) {
            throw FileFailure.ofWriting(output.target(), e);
        }
        if (!ended.compareAndSet(false, true)) {
            throw new IllegalStateException(output.target() + ": was given up");
        }
        try {
            target.placeSteps(output.target(), times.length);
        } catch (IOException | RuntimeException e) {
            output.giveUp();
            throw e;
        }
        isPlaced = true;
        output.publish();
    }

    private String text() {
        StringBuilder text = new StringBuilder(PvdTarget.HEAD + " version=\"1.0\">\n  <Collection>\n");
        String folder = VtiNames.escaped(target.folder().getFileName().toString());
        for (int step = 0; step < times.length; step++) {
            text.append("    <DataSet timestep=\"")
                    .append(times[step])
                    .append("\" part=\"0\" file=\"")
                    .append(folder)
                    .append('/')
                    .append(VtiNames.escaped(target.nameOf(step)))
                    .append("\"/>\n");
        }
        return text.append("  </Collection>\n</VTKFile>\n").toString();
    }

    @Override
    public void abort() {
        if (ended.compareAndSet(false, true)) {
            ImageSink sink = underWay;
            if (sink != null) {
                sink.abort();
            }
            output.giveUp();
        }
    }

    @Override
    public void close() throws IOException {
        try (output) {
            if (underWay != null) {
                underWay.close();
            }
            abort();
        } finally {
            target.clear(isFolderNew && !isPlaced);
        }
    }
}
