package io.vtkhdf.write;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.util.BitSet;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Writes one point or cell array of a {@link ImageDataWriter}, slice by slice, in any order; each slice exactly once.
 *
 * <p>Values are handed over as a primitive array of the {@linkplain ScalarType#carrier() carrier} of the array's type,
 * or as a {@link java.nio.ByteBuffer}, of which the bytes from position to limit count, in its own byte order. They
 * must be exactly as many as the slice, slab or array holds. When a call returns they have been copied or written, and
 * the caller may reuse them.
 *
 * <p>Thread-safe: several threads may write different slices at once, and to different arrays of a file.
 */
public final class ArrayWriter {

    private final WriterSession writer;
    private final ArrayShape shape;
    private final SliceStore store;
    private final WrittenSlices written;

    ArrayWriter(WriterSession writer, ArrayShape shape, SliceStore store, WrittenSlices written) {
        this.writer = writer;
        this.shape = shape;
        this.store = store;
        this.written = written;
    }

    /** The same array under the name that it was given first. */
    ArrayWriter as(ArraySpec spec) {
        return new ArrayWriter(writer, new ArrayShape(spec, shape.dimensions(), shape.axes()), store, written);
    }

    public ArraySpec spec() {
        return shape.spec();
    }

    /** The number of tuples along each axis: points or cells of the image. */
    public Dimensions dimensions() {
        return shape.dimensions();
    }

    /**
     * Writes one z slice, x-fastest.
     *
     * @param slice counted from 0 whatever the extent
     * @throws IllegalArgumentException if there is no such slice, or the values are of the wrong type or number
     * @throws IllegalStateException if the slice was written before, or the file is closed
     * @throws IOException if writing fails, now or earlier
     */
    public void writeSlice(int slice, Object values) throws IOException {
        writeSlab(slice, 1, values, Order.X_FASTEST);
    }

    /** Writes one z slice in the given order; see {@link #writeSlice(int, Object)}. */
    public void writeSlice(int slice, Object values, Order order) throws IOException {
        writeSlab(slice, 1, values, order);
    }

    /** Writes the whole array; see {@link #writeSlab}. */
    public void write(Object values, Order order) throws IOException {
        writeSlab(0, dimensions().z(), values, order);
    }

    /**
     * Writes neighbouring z slices. In {@link Order#X_SLOWEST} the values are those of an array indexed [x][y][z] whose
     * z runs over the slab only.
     *
     * @throws IllegalArgumentException if there are no such slices, or the values are of the wrong type or number
     * @throws IllegalStateException if one of the slices was written before, or the file is closed
     * @throws IOException if writing fails, now or earlier
     */
    public void writeSlab(int firstSlice, int slices, Object values, Order order) throws IOException {
        write(firstSlice, slices, values, order, written::claim);
    }

    /**
     * As {@link #writeSlab}, but slices that were written before, by an earlier run or by this one, are passed over.
     *
     * @throws IllegalArgumentException if there are no such slices, or the values are of the wrong type or number
     * @throws IllegalStateException if the file is closed
     * @throws IOException if writing fails, now or earlier
     */
    public void writeMissing(int firstSlice, int slices, Object values, Order order) throws IOException {
        write(firstSlice, slices, values, order, written::claimMissing);
    }

    /** Says which of some slices, counted from the first of them, the caller is to write. */
    private interface Claim {
        BitSet of(int firstSlice, int slices);
    }

    private void write(int firstSlice, int slices, Object values, Order order, Claim claim) throws IOException {
        Objects.requireNonNull(order, "order");
        if (firstSlice < 0 || slices < 1 || slices > dimensions().z() - firstSlice) {
            throw new IllegalArgumentException(ShownText.quoted(spec().name()) + ": found slices " + firstSlice + " to "
                    + (firstSlice + (long) slices - 1) + ", expected some of 0 to "
                    + (dimensions().z() - 1));
        }
        GivenValues given = GivenValues.of(spec().name(), spec().type(), values);
        if (given.length() != shape.sliceValues() * slices) {
            throw new IllegalArgumentException(
                    ShownText.quoted(spec().name()) + ": found " + given.length() + " values, expected "
                            + shape.sliceValues() * slices + " (" + dimensions().x() + " x "
                            + dimensions().y() + " x " + slices
                            + " tuples of " + spec().components() + ")");
        }
        BitSet claimed;
        writer.startWriting();
        try {
            claimed = claim.of(firstSlice, slices);
            writer.change(() -> {
                for (int i = claimed.nextSetBit(0); i >= 0; i = claimed.nextSetBit(i + 1)) {
                    store.write(firstSlice + i, slice(given, i, slices, order));
                }
                return null;
            });
        } finally {
            writer.endWriting();
        }
        writer.commitIfDue(claimed.cardinality());
    }

    private Values slice(GivenValues slab, int index, int slices, Order order) {
        int sliceValues = (int) shape.sliceValues();
        return order == Order.X_FASTEST
                ? slab.slice(index * sliceValues, sliceValues)
                : new TransposedSlice(slab, shape, slices, index);
    }

    /**
     * Whether a slice is written, or filled in, or being written by another thread.
     *
     * @throws IllegalArgumentException if there is no such slice
     */
    public boolean isWritten(int slice) {
        if (slice < 0 || slice >= dimensions().z()) {
            throw new IllegalArgumentException(ShownText.quoted(spec().name()) + ": found slice " + slice
                    + ", expected one of 0 to " + (dimensions().z() - 1));
        }
        return written.contains(slice);
    }

    /** The slices still to be written, from the first to the last. */
    public IntStream missingSlices() {
        return written.missing().stream();
    }

    /** What is missing, for an error message; empty if nothing is. */
    String describeMissing() {
        return written.describeMissing();
    }

    void fillMissing() throws IOException {
        BitSet claimed = written.claimMissing(0, dimensions().z());
        writer.change(() -> {
            for (int slice = claimed.nextSetBit(0); slice >= 0; slice = claimed.nextSetBit(slice + 1)) {
                store.fill(slice);
            }
            return null;
        });
    }
}
