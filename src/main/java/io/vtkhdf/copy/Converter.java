package io.vtkhdf.copy;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.runtime.MemoryBudget;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.ProgressListener;
import io.vtkhdf.write.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Copies an image into a file: one array after the other, slab by slab. While one is written, a second thread reads the
 * next from the source.
 *
 * <p>Not thread-safe, but for {@link #cancel()}. The source is not closed here.
 */
public final class Converter {

    private final ImageSource source;
    private long memory = SlabLoop.defaultMemory();
    private ProgressListener listener = (done, total) -> {};
    private Consumer<String> warnings = message -> {};
    private volatile boolean cancelled;
    private volatile ConversionProgress progress;
    /** Null until the target took the image. */
    private volatile ImageSink sink;

    /** A copy of the whole image; {@link SelectedArrays} makes one of a part. */
    public Converter(ImageSource source) {
        this.source = source;
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
        ImageSink underWay = sink;
        if (underWay == null) {
            return;
        } else if (progress.isTelling()) { // By this thread it would wait for what waits for the listener.
            Thread thread = new Thread(underWay::abort, "vtkhdf-give-up");
            thread.setDaemon(true);
            thread.start();
        } else {
            underWay.abort();
        }
    }

    /** The bytes of array values that are to be copied. */
    public long totalBytes() {
        return source.arrays().stream()
                .mapToLong(array -> SlabLoop.bytes(source, array))
                .reduce(0, Math::addExact);
    }

    /**
     * Copies everything that the target has not got from an earlier run; the file appears when it is complete. Whatever
     * ends it before, what was committed stays in {@link ImageTarget#writtenFile()}, and {@link ImageTarget#leftover()}
     * tells of it: a {@link VtkhdfTarget} commits every few seconds, and, if it {@linkplain ImageTarget#isResumable()
     * goes on with what is there}, once more at the end. If nothing was committed, nothing stays.
     *
     * @return the bytes of array values that were copied
     * @throws CancellationException if it was {@linkplain #cancel cancelled}
     * @throws UnsupportedOperationException if a slice takes 2^31 bytes or more
     */
    public long copyTo(ImageTarget target) throws IOException {
        // Whatever can fail beforehand does so before there is a file, or an earlier one is emptied.
        SlabLoop loop = new SlabLoop(source, source.arrays(), memory);
        progress = new ConversionProgress(listener, totalBytes());
        try (ImageSink made = target.create(source, new Heard(progress))) {
            sink = made;
            Unchanged.during(() -> copy(loop, made), source);
            requireNotCancelled();
            made.finish();
        } catch (IOException | RuntimeException e) {
            requireNotCancelled();
            throw e;
        } finally {
            progress.end();
        }
        return progress.copied();
    }

    private Void copy(SlabLoop loop, ImageSink to) throws IOException {
        for (ArraySpec array : pointsFirst()) {
            loop.run(array, new Copy(array, to));
        }
        return null;
    }

    /** Whether the target took the image, so that what was copied may be kept though the rest failed. */
    public boolean hasBegun() {
        return sink != null;
    }

    private List<ArraySpec> pointsFirst() {
        Comparator<ArraySpec> cellsLast = Comparator.comparing(array -> array.association() == Association.CELL);
        return source.arrays().stream().sorted(cellsLast).toList();
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
        private final ImageSink to;
        private final int sliceBytes;

        Copy(ArraySpec array, ImageSink to) {
            this.array = array;
            this.to = to;
            this.sliceBytes = SlabLoop.sliceBytes(source, array);
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
