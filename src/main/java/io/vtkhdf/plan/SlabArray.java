package io.vtkhdf.plan;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.Slab;
import io.vtkhdf.write.store.ArrayIntake;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Writes what one array has in a slab, in slices, runs of slices or boxes, in any order; each value exactly once.
 * Slices count as in the whole image: the first slice of a slab is seldom slice 0.
 *
 * <p>Values are handed over, and thread-safety is, as of {@link io.vtkhdf.write.ArrayWriter}. All methods that write
 * throw
 *
 * <ul>
 *   <li>{@link IllegalArgumentException} naming the slab if a slice is not in it, or the values are of the wrong type
 *       or number,
 *   <li>{@link IllegalStateException} if some of it was written before, or the slab is closed; nothing is written then,
 *   <li>{@link IOException} if writing fails, now or earlier.
 * </ul>
 */
public final class SlabArray {

    private final ArrayIntake intake;
    private final SlabGate gate;
    private final SlabTarget target;
    private final int array;
    private final Optional<Slab> slices;
    private final String place;

    /**
     * @param slices of the whole array; empty if it has none in the slab
     * @param place how messages name the slab
     */
    SlabArray(ArrayIntake intake, SlabGate gate, SlabTarget target, int array, Optional<Slab> slices, String place) {
        this.intake = intake;
        this.gate = gate;
        this.target = target;
        this.array = array;
        this.slices = slices;
        this.place = place;
    }

    public ArraySpec spec() {
        return intake.spec();
    }

    /** The number of tuples along each axis of the whole array. */
    public Dimensions dimensions() {
        return intake.dimensions();
    }

    /**
     * The z slices that are to be written; empty if there are none, as of the cells of a last slab that is one slice of
     * points. Of a series they are all slices of a step.
     */
    public Optional<Slab> slices() {
        return slices;
    }

    /** Writes one z slice, x-fastest, for code that does not know the type. */
    public void writeSlice(int slice, Object values) throws IOException {
        write(slice, 1, values, Order.X_FASTEST);
    }

    /** Writes one z slice in the given order, for code that does not know the type. */
    public void writeSlice(int slice, Object values, Order order) throws IOException {
        write(slice, 1, values, order);
    }

    /** Writes one z slice, x-fastest. */
    public void writeSlice(int slice, byte[] values) throws IOException {
        write(slice, 1, values, Order.X_FASTEST);
    }

    /** Writes one z slice, x-fastest. */
    public void writeSlice(int slice, short[] values) throws IOException {
        write(slice, 1, values, Order.X_FASTEST);
    }

    /** Writes one z slice, x-fastest. */
    public void writeSlice(int slice, int[] values) throws IOException {
        write(slice, 1, values, Order.X_FASTEST);
    }

    /** Writes one z slice, x-fastest. */
    public void writeSlice(int slice, long[] values) throws IOException {
        write(slice, 1, values, Order.X_FASTEST);
    }

    /** Writes one z slice, x-fastest. */
    public void writeSlice(int slice, float[] values) throws IOException {
        write(slice, 1, values, Order.X_FASTEST);
    }

    /** Writes one z slice, x-fastest. */
    public void writeSlice(int slice, double[] values) throws IOException {
        write(slice, 1, values, Order.X_FASTEST);
    }

    /** Writes one z slice, x-fastest. */
    public void writeSlice(int slice, ByteBuffer values) throws IOException {
        write(slice, 1, values, Order.X_FASTEST);
    }

    /** Writes neighbouring z slices, x-fastest. */
    public void write(Slab run, Object values) throws IOException {
        write(run.first(), run.count(), values, Order.X_FASTEST);
    }

    /** Writes neighbouring z slices. */
    public void write(Slab run, Object values, Order order) throws IOException {
        write(run.first(), run.count(), values, order);
    }

    private void write(int first, int count, Object values, Order order) throws IOException {
        requireInside(first, count);
        gate.write(
                () -> intake.takeNew(first, count, looked(values), order),
                () -> target.write(array, new Slab(first, count), values, order));
        advance(values, (long) dimensions().x() * dimensions().y() * count);
    }

    /** Writes a box of tuples, x-fastest. */
    public void write(Region box, Object values) throws IOException {
        write(box, values, Order.X_FASTEST);
    }

    /** Writes a box of tuples. */
    public void write(Region box, Object values, Order order) throws IOException {
        requireInside(box.z(), box.size().z());
        gate.write(() -> intake.take(box, looked(values), order), () -> target.write(array, box, values, order));
        advance(values, box.size().count());
    }

    private void requireInside(int first, int count) {
        boolean isInside = slices.isPresent()
                && first >= slices.get().first()
                && first + (long) count
                        <= slices.get().first() + (long) slices.get().count();
        if (!isInside) {
            String found = count == 1 ? "slice " + first : "slices " + first + " to " + (first + (long) count - 1);
            throw new IllegalArgumentException(place + ": " + ShownText.quoted(spec().name()) + ": found " + found
                    + ", expected " + slices.map(own -> "some of " + own).orElse("none, as it has no slices there"));
        }
    }

    /** The position of a buffer is the caller's until all of it is written. */
    private static Object looked(Object values) {
        return values instanceof ByteBuffer buffer ? buffer.duplicate().order(buffer.order()) : values;
    }

    private void advance(Object values, long tuples) {
        if (values instanceof ByteBuffer buffer) {
            buffer.position(buffer.position() + (int) (tuples * spec().tupleSize()));
        }
    }

    /** What is missing, for an error message; empty if nothing is. */
    String describeMissing() {
        return intake.written().describeMissing();
    }
}
