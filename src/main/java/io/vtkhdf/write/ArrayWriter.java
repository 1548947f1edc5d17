package io.vtkhdf.write;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.write.store.ArrayIntake;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/**
 * Writes one point or cell array of a {@link ImageDataWriter}, in slices, slabs or boxes, in any order; each value
 * exactly once.
 *
 * <p>Values are handed over as a primitive array of the {@linkplain ScalarType#carrier() carrier} of the array's type,
 * which must hold exactly as many as the slice, slab or region does; or as a {@link ByteBuffer}, whose bytes from its
 * position on count, in its own byte order. A buffer must hold at least as many; its position is advanced by what was
 * taken, as {@link io.vtkhdf.read.ArrayReader} advances that of a buffer by what it puts there, so that one buffer
 * gives slice after slice. If a call fails the position stays. Threads that share a buffer take a
 * {@linkplain ByteBuffer#duplicate() duplicate} each.
 *
 * <p>They stand x-fastest unless another {@link Order} is told. When a call returns they have been copied or written,
 * and the caller may reuse them.
 *
 * <p>Thread-safe: several threads may write different slices and regions at once, and to different arrays of a file.
 *
 * <p>All methods that write throw
 *
 * <ul>
 *   <li>{@link IllegalArgumentException} if there are no such slices or no such region, or the values are of the wrong
 *       type or number,
 *   <li>{@link IllegalStateException} if some of it was written before, or the file is closed; nothing is written then,
 *   <li>{@link IOException} if writing fails, now or earlier.
 * </ul>
 */
public final class ArrayWriter {

    private final ArrayIntake intake;

    ArrayWriter(ArrayIntake intake) {
        this.intake = intake;
    }

    /** The same array under the name that it was given first. */
    ArrayWriter as(ArraySpec spec) {
        return new ArrayWriter(intake.as(spec));
    }

    public ArraySpec spec() {
        return intake.spec();
    }

    /** The number of tuples along each axis: points or cells of the image. */
    public Dimensions dimensions() {
        return intake.dimensions();
    }

    /**
     * Writes one z slice.
     *
     * @param slice counted from 0 whatever the extent
     * @param values an array of the type's carrier or a ByteBuffer; for code that does not know the type
     */
    public void writeSlice(int slice, Object values) throws IOException {
        writeSlices(slice, 1, values, Order.X_FASTEST);
    }

    /** Writes one z slice in the given order, for code that does not know the type. */
    public void writeSlice(int slice, Object values, Order order) throws IOException {
        writeSlices(slice, 1, values, order);
    }

    /** Writes one z slice, x-fastest. */
    public void writeSlice(int slice, byte[] values) throws IOException {
        writeSlices(slice, 1, values, Order.X_FASTEST);
    }

    /** Writes one z slice in the given order. */
    public void writeSlice(int slice, byte[] values, Order order) throws IOException {
        writeSlices(slice, 1, values, order);
    }

    /** Writes one z slice, x-fastest. */
    public void writeSlice(int slice, short[] values) throws IOException {
        writeSlices(slice, 1, values, Order.X_FASTEST);
    }

    /** Writes one z slice in the given order. */
    public void writeSlice(int slice, short[] values, Order order) throws IOException {
        writeSlices(slice, 1, values, order);
    }

    /** Writes one z slice, x-fastest. */
    public void writeSlice(int slice, int[] values) throws IOException {
        writeSlices(slice, 1, values, Order.X_FASTEST);
    }

    /** Writes one z slice in the given order. */
    public void writeSlice(int slice, int[] values, Order order) throws IOException {
        writeSlices(slice, 1, values, order);
    }

    /** Writes one z slice, x-fastest. */
    public void writeSlice(int slice, long[] values) throws IOException {
        writeSlices(slice, 1, values, Order.X_FASTEST);
    }

    /** Writes one z slice in the given order. */
    public void writeSlice(int slice, long[] values, Order order) throws IOException {
        writeSlices(slice, 1, values, order);
    }

    /** Writes one z slice, x-fastest. */
    public void writeSlice(int slice, float[] values) throws IOException {
        writeSlices(slice, 1, values, Order.X_FASTEST);
    }

    /** Writes one z slice in the given order. */
    public void writeSlice(int slice, float[] values, Order order) throws IOException {
        writeSlices(slice, 1, values, order);
    }

    /** Writes one z slice, x-fastest. */
    public void writeSlice(int slice, double[] values) throws IOException {
        writeSlices(slice, 1, values, Order.X_FASTEST);
    }

    /** Writes one z slice in the given order. */
    public void writeSlice(int slice, double[] values, Order order) throws IOException {
        writeSlices(slice, 1, values, order);
    }

    /** Writes one z slice, x-fastest. */
    public void writeSlice(int slice, ByteBuffer values) throws IOException {
        writeSlices(slice, 1, values, Order.X_FASTEST);
    }

    /** Writes one z slice in the given order. */
    public void writeSlice(int slice, ByteBuffer values, Order order) throws IOException {
        writeSlices(slice, 1, values, order);
    }

    /**
     * Writes a box of tuples: of a decomposed domain, what one rank holds, its halo left out. All boxes together give
     * each value once, in any order and from any thread; {@linkplain #writeSlice slices} may be among them.
     *
     * <p>One rank of a domain that is cut into equal parts along x, with one layer of halo on both sides, which is left
     * out by the values that are copied for the box:
     *
     * <pre>{@code
     * try (ImageDataWriter writer = ImageDataWriter.create(Path.of("domain.vtkhdf"), ImageGeometry.of(64, 32, 16))) {
     *     ArrayWriter data = writer.createPointArray("data", ScalarType.FLOAT64);
     *     for (int rank = 0; rank < 4; rank++) { // or each in a thread of its own
     *         double[] local = new double[18 * 32 * 16]; // 16 along x, and a halo of 1 on both sides
     *         double[] mine = new double[16 * 32 * 16];
     *         for (int row = 0; row < 32 * 16; row++) {
     *             System.arraycopy(local, row * 18 + 1, mine, row * 16, 16);
     *         }
     *         data.write(new Region(rank * 16, 0, 0, new Dimensions(16, 32, 16)), mine);
     *     }
     *     writer.finish();
     * }
     * }</pre>
     *
     * <p>Raw, each box is written at once, row by row: boxes that are long along x are the fastest. Of an array in
     * chunks, those chunks that a box covers are compressed at once; a chunk that it covers in part waits in memory, up
     * to half of that of the writer's options, until other boxes have brought the rest. If more would have to wait than
     * fit, nothing of the box is written and an {@link IllegalStateException} says so: let boxes begin and end where
     * {@linkplain ChunkShape chunks} do.
     *
     * <p>A slice counts as written when all of it is. One that is there in part is still among the
     * {@link #missingSlices()}, reads as the fill value, at least in part, after a commit, and is missing as a whole
     * for a {@linkplain WriteOptions#withResume resumed} run, which writes it again, whole or in boxes.
     * {@link #writeMissing} refuses it as long as this run goes on.
     *
     * @throws IllegalStateException also if it overlaps what was written before, or incomplete chunks would take too
     *     much memory
     */
    public void write(Region region, Object values, Order order) throws IOException {
        intake.take(region, values, order);
    }

    /** Writes a box of tuples, x-fastest; see {@link #write(Region, Object, Order)}. */
    public void write(Region region, Object values) throws IOException {
        intake.take(region, values, Order.X_FASTEST);
    }

    /** Writes a box of tuples, x-fastest; see {@link #write(Region, Object, Order)}. */
    public void write(Region region, byte[] values) throws IOException {
        intake.take(region, values, Order.X_FASTEST);
    }

    /** Writes a box of tuples in the given order; see {@link #write(Region, Object, Order)}. */
    public void write(Region region, byte[] values, Order order) throws IOException {
        intake.take(region, values, order);
    }

    /** Writes a box of tuples, x-fastest; see {@link #write(Region, Object, Order)}. */
    public void write(Region region, short[] values) throws IOException {
        intake.take(region, values, Order.X_FASTEST);
    }

    /** Writes a box of tuples in the given order; see {@link #write(Region, Object, Order)}. */
    public void write(Region region, short[] values, Order order) throws IOException {
        intake.take(region, values, order);
    }

    /** Writes a box of tuples, x-fastest; see {@link #write(Region, Object, Order)}. */
    public void write(Region region, int[] values) throws IOException {
        intake.take(region, values, Order.X_FASTEST);
    }

    /** Writes a box of tuples in the given order; see {@link #write(Region, Object, Order)}. */
    public void write(Region region, int[] values, Order order) throws IOException {
        intake.take(region, values, order);
    }

    /** Writes a box of tuples, x-fastest; see {@link #write(Region, Object, Order)}. */
    public void write(Region region, long[] values) throws IOException {
        intake.take(region, values, Order.X_FASTEST);
    }

    /** Writes a box of tuples in the given order; see {@link #write(Region, Object, Order)}. */
    public void write(Region region, long[] values, Order order) throws IOException {
        intake.take(region, values, order);
    }

    /** Writes a box of tuples, x-fastest; see {@link #write(Region, Object, Order)}. */
    public void write(Region region, float[] values) throws IOException {
        intake.take(region, values, Order.X_FASTEST);
    }

    /** Writes a box of tuples in the given order; see {@link #write(Region, Object, Order)}. */
    public void write(Region region, float[] values, Order order) throws IOException {
        intake.take(region, values, order);
    }

    /** Writes a box of tuples, x-fastest; see {@link #write(Region, Object, Order)}. */
    public void write(Region region, double[] values) throws IOException {
        intake.take(region, values, Order.X_FASTEST);
    }

    /** Writes a box of tuples in the given order; see {@link #write(Region, Object, Order)}. */
    public void write(Region region, double[] values, Order order) throws IOException {
        intake.take(region, values, order);
    }

    /** Writes a box of tuples, x-fastest; see {@link #write(Region, Object, Order)}. */
    public void write(Region region, ByteBuffer values) throws IOException {
        intake.take(region, values, Order.X_FASTEST);
    }

    /** Writes a box of tuples in the given order; see {@link #write(Region, Object, Order)}. */
    public void write(Region region, ByteBuffer values, Order order) throws IOException {
        intake.take(region, values, order);
    }

    /**
     * Writes neighbouring z slices. In {@link Order#X_SLOWEST} the values are those of an array indexed [x][y][z] whose
     * z runs over the slab only.
     */
    public void write(Slab slab, Object values, Order order) throws IOException {
        writeSlices(slab.first(), slab.count(), values, order);
    }

    /** Writes neighbouring z slices, x-fastest. */
    public void write(Slab slab, Object values) throws IOException {
        write(slab, values, Order.X_FASTEST);
    }

    /** Writes the whole array. */
    public void write(Object values, Order order) throws IOException {
        write(Slab.all(dimensions()), values, order);
    }

    /** Writes the whole array, x-fastest. */
    public void write(Object values) throws IOException {
        write(values, Order.X_FASTEST);
    }

    private void writeSlices(int first, int slices, Object values, Order order) throws IOException {
        intake.takeNew(first, slices, values, order);
    }

    /**
     * As {@link #write(Slab, Object, Order)}, but slices that were written before, by an earlier run or by this one,
     * are passed over.
     *
     * @throws IllegalStateException also if this run has written a part of one of the slices
     */
    public void writeMissing(Slab slab, Object values, Order order) throws IOException {
        intake.takeMissing(slab.first(), slab.count(), values, order);
    }

    /** As {@link #writeMissing(Slab, Object, Order)}, x-fastest. */
    public void writeMissing(Slab slab, Object values) throws IOException {
        writeMissing(slab, values, Order.X_FASTEST);
    }

    /**
     * Whether a slice is written, or filled in, or being written by another thread, all of it.
     *
     * @throws IllegalArgumentException if there is no such slice
     */
    public boolean isWritten(int slice) {
        if (slice < 0 || slice >= dimensions().z()) {
            throw new IllegalArgumentException(ShownText.quoted(spec().name()) + ": found slice " + slice
                    + ", expected one of 0 to " + (dimensions().z() - 1));
        }
        return intake.written().contains(slice);
    }

    /** The slices still to be written, or to be completed, from the first to the last. */
    public IntStream missingSlices() {
        return intake.written().missing().stream();
    }

    /** What is missing, for an error message; empty if nothing is. */
    String describeMissing() {
        return intake.written().describeMissing();
    }

    void fillMissing() throws IOException {
        intake.fillMissing();
    }
}
