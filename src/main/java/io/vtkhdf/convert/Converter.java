package io.vtkhdf.convert;

import io.vtkhdf.ActiveArray;
import io.vtkhdf.ArraySpec;
import io.vtkhdf.ArrayWriter;
import io.vtkhdf.FieldArray;
import io.vtkhdf.ImageSource;
import io.vtkhdf.Order;
import io.vtkhdf.VtkhdfWriter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Copies an image into a {@link VtkhdfWriter}: the field arrays, which arrays are active, and one array after the
 * other, slab by slab through one buffer.
 *
 * <p>Not thread-safe. Neither the source nor the writer is closed, finished or aborted here.
 */
public final class Converter {

    private static final long DEFAULT_MEMORY = 64L << 20;

    private final ImageSource source;
    private List<ArraySpec> arrays;
    private long memory = DEFAULT_MEMORY;
    private ProgressListener listener = (done, total) -> {};
    private BooleanSupplier cancelled = () -> false;

    /** A copy of the whole image. */
    public Converter(ImageSource source) {
        this.source = source;
        this.arrays = source.arrays();
    }

    /**
     * Copies only these arrays.
     *
     * @throws IllegalArgumentException if one of them is not the source's
     */
    public Converter arrays(List<ArraySpec> selection) {
        if (!source.arrays().containsAll(selection)) {
            throw new IllegalArgumentException("found " + selection + ", expected arrays among " + source.arrays());
        }
        this.arrays = List.copyOf(selection);
        return this;
    }

    /** The bytes that the buffer may take; it is never smaller than one slice, nor larger than is of use. */
    public Converter memory(long bytes) {
        this.memory = bytes;
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
        return arrays.stream().mapToLong(array -> SlabLoop.bytes(source, array)).reduce(0, Math::addExact);
    }

    /**
     * Copies everything into a writer that was made for the source's geometry.
     *
     * @throws CancellationException if {@link #cancelledBy} told so
     * @throws UnsupportedOperationException if a slice takes 2^31 bytes or more
     */
    public void copyTo(VtkhdfWriter writer) throws IOException {
        for (FieldArray field : source.fields()) {
            writer.writeField(field);
        }
        SlabLoop loop = new SlabLoop(source, arrays, memory);
        Progress progress = new Progress(totalBytes());
        for (ArraySpec array : arrays) {
            ArrayWriter target = writer.createArray(array);
            loop.run(array, (first, slices, values) -> {
                requireNotCancelled();
                int bytes = values.remaining();
                target.writeSlab(first, slices, values, Order.X_FASTEST);
                progress.advance(bytes);
            });
        }
        for (ActiveArray active : source.activeArrays()) {
            if (isSelected(active)) {
                writer.setActive(active);
            }
        }
    }

    private void requireNotCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("interrupted");
        }
    }

    private boolean isSelected(ActiveArray active) {
        return arrays.stream()
                .anyMatch(array -> array.association() == active.association()
                        && array.name().equals(active.arrayName()));
    }

    private final class Progress {
        private final long total;
        private long done;

        Progress(long total) {
            this.total = total;
        }

        void advance(long bytes) {
            done += bytes;
            listener.progress(done, total);
        }
    }
}
