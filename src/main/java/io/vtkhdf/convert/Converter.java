package io.vtkhdf.convert;

import io.vtkhdf.ArraySpec;
import io.vtkhdf.Association;
import io.vtkhdf.ImageSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Copies an image into a file: one array after the other, slab by slab. While one is written, a second thread reads the
 * next from the source.
 *
 * <p>Not thread-safe. The source is not closed here.
 */
public final class Converter {

    private final ImageSource source;
    private long memory = SlabLoop.defaultMemory();
    private ProgressListener listener = (done, total) -> {};
    private BooleanSupplier cancelled = () -> false;
    private boolean begun;

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
        this.memory = Math.min(bytes, Runtime.getRuntime().maxMemory() / 2);
        return this;
    }

    /** Who is to hear of the progress. */
    public Converter listener(ProgressListener value) {
        this.listener = Objects.requireNonNull(value, "listener");
        return this;
    }

    /** Asked before every slab whether to stop. */
    public Converter cancelledBy(BooleanSupplier flag) {
        this.cancelled = Objects.requireNonNull(flag, "flag");
        return this;
    }

    /** The bytes of array values that are to be copied. */
    public long totalBytes() {
        return source.arrays().stream()
                .mapToLong(array -> SlabLoop.bytes(source, array))
                .reduce(0, Math::addExact);
    }

    /**
     * Copies everything that the target has not got from an earlier run; the file appears when it is complete. If that
     * fails nothing stays of it, unless the target {@linkplain ImageTarget#isResumable() can be gone on with}.
     *
     * @return the bytes of array values that were copied
     * @throws CancellationException if {@link #cancelledBy} told so
     * @throws UnsupportedOperationException if a slice takes 2^31 bytes or more
     */
    public long copyTo(ImageTarget target) throws IOException {
        // Whatever can fail beforehand does so before there is a file, or an earlier one is emptied.
        SlabLoop loop = new SlabLoop(source, source.arrays(), memory);
        Progress progress = new Progress(totalBytes());
        try (ImageSink sink = target.create(source)) {
            begun = true;
            long copied = Unchanged.during(() -> copy(loop, sink, progress), source);
            requireNotCancelled();
            sink.finish();
            return copied;
        }
    }

    private long copy(SlabLoop loop, ImageSink sink, Progress progress) throws IOException {
        for (ArraySpec array : pointsFirst()) {
            loop.run(array, new Copy(array, sink, progress));
        }
        return progress.copied;
    }

    /** Whether the target took the image, so that what was copied may be kept though the rest failed. */
    public boolean hasBegun() {
        return begun;
    }

    private List<ArraySpec> pointsFirst() {
        Comparator<ArraySpec> cellsLast = Comparator.comparing(array -> array.association() == Association.CELL);
        return source.arrays().stream().sorted(cellsLast).toList();
    }

    private void requireNotCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("interrupted");
        }
    }

    private final class Copy implements SlabLoop.Visitor {
        private final ArraySpec array;
        private final ImageSink sink;
        private final Progress progress;
        private final int sliceBytes;

        Copy(ArraySpec array, ImageSink sink, Progress progress) {
            this.array = array;
            this.sink = sink;
            this.progress = progress;
            this.sliceBytes = SlabLoop.sliceBytes(source, array);
        }

        @Override
        public boolean wants(int firstSlice, int slices) throws IOException {
            requireNotCancelled();
            if (!sink.has(array, firstSlice, slices)) {
                return true;
            }
            progress.skip(slices * sliceBytes);
            return false;
        }

        @Override
        public void slab(int firstSlice, int slices, ByteBuffer values) throws IOException {
            requireNotCancelled();
            int bytes = values.remaining();
            sink.write(array, firstSlice, slices, values);
            progress.copied += bytes;
            progress.advance(bytes);
        }
    }

    private final class Progress {
        private final long total;
        private long done;
        private long copied;

        Progress(long total) {
            this.total = total;
        }

        void skip(long bytes) {
            listener.skipped(bytes, total);
            advance(bytes);
        }

        void advance(long bytes) {
            done += bytes;
            listener.progress(done, total);
        }
    }
}
