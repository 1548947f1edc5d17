package io.vtkhdf.copy;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.runtime.MemoryBudget;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.ProgressListener;
import io.vtkhdf.write.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Copies the images of a series into a file: step by step, one array after the other, slab by slab. While one slab is
 * written, a second thread reads the next from the source.
 *
 * <p>Not thread-safe, but for {@link #cancel()}. What is copied is not closed here.
 */
public final class Converter {

    private final ImageSeries series;
    private final double[] times;
    private long memory = SlabLoop.defaultMemory();
    private ProgressListener listener = (done, total) -> {};
    private Consumer<String> warnings = message -> {};
    private volatile boolean cancelled;
    private volatile ConversionProgress progress;
    /** Null until the target took the image. */
    private volatile SeriesSink sink;
    /** Held by whoever gives up: what is to be deleted is so before {@link #copyTo} ends. */
    private final Lock givingUp = new ReentrantLock();

    /**
     * What was done.
     *
     * @param bytes of array values that were copied
     * @param bytesBefore of those that were there already, or stand there once for several steps
     */
    public record Copied(long bytes, long bytesBefore) {}

    /** A copy of the whole image; {@link SelectedArrays} makes one of a part. */
    public Converter(ImageSource source) {
        this(new OneImage(source));
    }

    /** A copy of all steps, which are alike: {@link AlikeSteps} makes sure. */
    public Converter(ImageSeries series) {
        this.series = series;
        this.times = series.times();
    }

    /**
     * The bytes that the two buffers, which are outside the heap, may take: a quarter of the heap's limit, at most 512
     * MiB, if not given here, and never more than half of that limit. They are not smaller than one slice, nor larger
     * than is of use, see {@link ImageSource#slabThickness}; where two do not fit there is one.
     */
    public Converter memory(long bytes) {
        this.memory = MemoryBudget.BUFFERS.atMost(bytes);
        return this;
    }

    /** Who is to hear, in one line each, of what somebody may want to know of the file. */
    public Converter warnings(Consumer<String> value) {
        this.warnings = Objects.requireNonNull(value, "warnings");
        return this;
    }

    /** Who is to hear of the progress. */
    public Converter listener(ProgressListener value) {
        this.listener = Objects.requireNonNull(value, "listener");
        return this;
    }

    /**
     * Gives up at once what is not finished, from whichever thread: {@link #copyTo} fails, unless the file has appeared
     * already.
     */
    public void cancel() {
        cancelled = true;
        SeriesSink underWay = sink;
        if (underWay == null) {
            return;
        } else if (progress.isTelling()) { // By this thread it would wait for what waits for the listener.
            Thread thread = new Thread(() -> giveUp(underWay), "vtkhdf-give-up");
            thread.setDaemon(true);
            thread.start();
        } else {
            giveUp(underWay);
        }
    }

    private void giveUp(SeriesSink underWay) {
        givingUp.lock();
        try {
            underWay.abort();
        } finally {
            givingUp.unlock();
        }
    }

    private void awaitWhoGivesUp() {
        givingUp.lock();
        givingUp.unlock();
    }

    /**
     * Copies everything that the target has not got from an earlier run; the file appears when it is complete. Whatever
     * ends it before, what was committed stays in {@link SeriesTarget#writtenFile()}, and
     * {@link SeriesTarget#leftover()} tells of it: a {@link VtkhdfTarget} commits every few seconds, and, if it
     * {@linkplain SeriesTarget#isResumable() goes on with what is there}, once more at the end. If nothing was
     * committed, nothing stays.
     *
     * @return the bytes of array values that were copied, and of those that need not be
     * @throws CancellationException if it was {@linkplain #cancel cancelled}
     * @throws UnsupportedOperationException if a slice takes 2^31 bytes or more
     */
    public Copied copyTo(SeriesTarget target) throws IOException {
        try (ImageSource first = series.open(0)) {
            return copyTo(target, first);
        }
    }

    private Copied copyTo(SeriesTarget target, ImageSource first) throws IOException {
        // Whatever can fail beforehand does so before there is a file, or an earlier one is emptied.
        SlabLoop loop = new SlabLoop(first, first.arrays(), memory);
        long stepBytes = bytes(first);
        progress = new ConversionProgress(listener, Math.multiplyExact(stepBytes, (long) times.length));
        try (SeriesSink made = target.begin(first, times.clone(), new Heard(progress))) {
            sink = made;
            for (int step = 0; step < times.length; step++) {
                requireNotCancelled();
                progress.step(step, times.length);
                if (made.has(step)) {
                    progress.skipped(stepBytes);
                } else {
                    copy(step, step == 0 ? SelectedArrays.keptOpen(first) : opened(step), loop, made);
                }
            }
            series.requireUnchanged();
            requireNotCancelled();
            made.finish();
        } catch (IOException | RuntimeException e) {
            requireNotCancelled();
            throw e;
        } finally {
            progress.end();
            awaitWhoGivesUp();
        }
        return new Copied(progress.copied(), progress.total() - progress.copied());
    }

    private ImageSource opened(int step) throws IOException {
        try {
            return series.open(step);
        } catch (IOException e) {
            series.requireUnchanged(); // Else it was fine when all steps were looked at.
            throw e;
        }
    }

    private void copy(int step, ImageSource opened, SlabLoop loop, SeriesSink to) throws IOException {
        try (ImageSource image = opened) {
            StepSink stepSink = to.step(step, image);
            SlabLoop ofStep = loop.of(image, image.arrays());
            Unchanged.during(() -> copy(step, image, ofStep, stepSink), image::requireUnchanged);
            stepSink.finish();
        }
    }

    private Void copy(int step, ImageSource image, SlabLoop loop, StepSink to) throws IOException {
        for (ArraySpec array : pointsFirst(image)) {
            boolean isAsBefore = step > 0 && series.sameAs(array, step) == series.sameAs(array, step - 1);
            if (isAsBefore && to.reuse(array)) {
                progress.skipped(SlabLoop.bytes(image, array));
            } else {
                loop.run(array, new Copy(array, SlabLoop.sliceBytes(image, array), to));
            }
        }
        return null;
    }

    private static long bytes(ImageSource image) {
        return image.arrays().stream()
                .mapToLong(array -> SlabLoop.bytes(image, array))
                .reduce(0, Math::addExact);
    }

    /** Whether the target took the image, so that what was copied may be kept though the rest failed. */
    public boolean hasBegun() {
        return sink != null;
    }

    private static List<ArraySpec> pointsFirst(ImageSource image) {
        Comparator<ArraySpec> cellsLast = Comparator.comparing(array -> array.association() == Association.CELL);
        return image.arrays().stream().sorted(cellsLast).toList();
    }

    private void requireNotCancelled() {
        if (cancelled) {
            throw new CancellationException("interrupted");
        }
    }

    private final class Heard implements WriteListener {
        private final ConversionProgress progress;

        Heard(ConversionProgress progress) {
            this.progress = progress;
        }

        @Override
        public void written(long bytes) {
            progress.written(bytes);
        }

        @Override
        public void warned(String message) {
            warnings.accept(message);
        }
    }

    private final class Copy implements SlabLoop.Visitor {
        private final ArraySpec array;
        private final int sliceBytes;
        private final StepSink to;

        Copy(ArraySpec array, int sliceBytes, StepSink to) {
            this.array = array;
            this.sliceBytes = sliceBytes;
            this.to = to;
        }

        @Override
        public boolean wants(int firstSlice, int slices) throws IOException {
            requireNotCancelled();
            if (!to.has(array, firstSlice, slices)) {
                return true;
            }
            progress.skipped((long) slices * sliceBytes);
            return false;
        }

        @Override
        public void slab(int firstSlice, int slices, ByteBuffer values) throws IOException {
            requireNotCancelled();
            for (int slice = firstSlice; slice < firstSlice + slices; slice++) {
                if (to.has(array, slice, 1)) {
                    progress.skipped(sliceBytes);
                }
            }
            to.write(array, firstSlice, slices, values);
        }
    }
}
