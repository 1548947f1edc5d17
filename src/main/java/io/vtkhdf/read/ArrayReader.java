package io.vtkhdf.read;

import io.vtkhdf.chunk.CopyTarget;
import io.vtkhdf.chunk.Destination;
import io.vtkhdf.chunk.ElementBox;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.format.AxisOrder;
import io.vtkhdf.format.ImageArray;
import io.vtkhdf.format.StepTimes;
import io.vtkhdf.hdf5.StoredFilter;
import io.vtkhdf.hdf5.number.StoredNumbers;
import io.vtkhdf.hdf5.read.Blocks;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.Slab;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A point or cell array of an open file, at one step if that is a time series.
 *
 * <p>Regions are boxes of tuples, counted from 0 whatever the extent. Values come in a primitive array of the type's
 * {@linkplain io.vtkhdf.image.ScalarType#carrier() carrier}, new or the caller's, or in a buffer; x-fastest unless
 * another {@link Order} is told. Whoever knows the type has {@code readDoubles}, {@code readFloats} and so on; whoever
 * does not has {@code read} and {@code readSlice}, which give an {@code Object}. Only the chunks that a region touches
 * are read and decoded, on all processors. Beside the result that takes the memory of a few chunks: one for each
 * processor, decoded, or fewer if they do not fit into a quarter of the heap.
 *
 * <p>One call yields at most 2^31 - 1 values (into a buffer, bytes). Read larger arrays in slabs: regions of some z
 * slices.
 *
 * <p>An array may be a virtual dataset, whose values stand in other datasets, mostly in other files: its parts. They
 * are read as if they were the array, converted if they are of another type. A part that is not there reads as the fill
 * value, which {@link #missingParts()} tells; one that is there and cannot be read is an error.
 *
 * <p>Thread-safe. All methods that read throw
 *
 * <ul>
 *   <li>{@link CorruptFileException} if the data cannot be decoded or do not match their checksum,
 *   <li>{@link IllegalArgumentException} if the region is not inside the array or too large for one call, or the values
 *       do not come in such an array,
 *   <li>{@link IllegalStateException} if the reader is closed.
 * </ul>
 */
public final class ArrayReader {

    private final ImageArray array;
    private final StepTimes times;
    private final int step;
    private final ArraySpec spec;
    private final Dimensions dimensions;

    /** @param times of all steps of the file */
    ArrayReader(ImageArray array, StepTimes times, int step) {
        this.array = array;
        this.times = times;
        this.step = step;
        this.spec = array.spec();
        this.dimensions = array.dimensions();
    }

    public ArraySpec spec() {
        return spec;
    }

    /** The number of tuples along each axis. */
    public Dimensions dimensions() {
        return dimensions;
    }

    /** The step of a time series that is read; 0 if the file is none. */
    public int step() {
        return step;
    }

    /**
     * The array at another step, which is cheap.
     *
     * @throws CorruptFileException if the array has no values for it
     * @throws IllegalArgumentException if there is no such step
     */
    public ArrayReader atStep(int step) throws CorruptFileException {
        return new ArrayReader(array.atStep(times.require(step)), times, step);
    }

    /**
     * How many slabs of values are stored, each of them the array at one step or at several; may be more or less than
     * there are steps. 1 if the file is no time series.
     */
    public long slabs() {
        return array.slabCount();
    }

    /**
     * The first step that has the very same stored values as this one, whose slab it shares: this one itself unless the
     * file stores once what does not change.
     */
    public int sameAsStep() {
        return sameAsStep(step);
    }

    /** The same for any step, cheaper than by way of {@link #atStep}. */
    public int sameAsStep(int other) {
        return array.earliestAs(other);
    }

    /**
     * How the array is stored, all steps of it together.
     *
     * @throws CorruptFileException if the index of the chunks, which is read for their size, is broken
     */
    public StoredLayout storage() throws IOException {
        requireOpen();
        Blocks blocks = array.blocks();
        List<StoredLayout.Filter> filters = new ArrayList<>();
        for (StoredFilter filter : blocks.filters()) {
            filters.add(new StoredLayout.Filter(filter.id(), filter.name()));
        }
        StoredNumbers numbers = array.dataset().numbers();
        return new StoredLayout(
                StoredLayout.Form.valueOf(blocks.storage().name()),
                chunk(),
                List.copyOf(filters),
                blocks.storedBytes(),
                numbers.isPlain()
                        ? Optional.empty()
                        : Optional.of(numbers.stored().name()),
                blocks.parts());
    }

    /**
     * The parts of the array, if it is a virtual dataset, that are not there: see {@link #missingParts(Region)}.
     *
     * @throws io.vtkhdf.error.FileContentException if a part is there and cannot be read, or is not as it was
     */
    public List<MissingPart> missingParts() throws IOException {
        return missingParts(Region.all(dimensions));
    }

    /**
     * The parts that hold values of a region, if the array is a virtual dataset, and are not there: these values read
     * as the fill value, NaN or whatever the file says. Opens each part once, some at a time; the parts of parts as
     * well.
     *
     * @throws io.vtkhdf.error.FileContentException if a part is there and cannot be read, or is not as it was
     */
    public List<MissingPart> missingParts(Region region) throws IOException {
        requireInside(region);
        List<MissingPart> missing = new ArrayList<>();
        array.blocks().checkParts(box(region), part -> missing.add(new MissingPart(part.file(), part.dataset())));
        return List.copyOf(missing);
    }

    /**
     * As {@link #missingParts(Region)}, whatever else is the matter with others.
     *
     * @param unreadable is told why a part is there and cannot be read, or is not as it was: reading its values fails
     */
    public List<MissingPart> missingParts(Region region, Consumer<IOException> unreadable) throws IOException {
        requireInside(region);
        return lostParts(box(region), unreadable);
    }

    /** The same of the values of all steps. */
    public List<MissingPart> missingPartsOfAllSteps(Consumer<IOException> unreadable) throws IOException {
        ElementBox box = box(Region.all(dimensions));
        int time = array.axes().time();
        if (time >= 0) {
            box.first()[time] = 0;
            box.size()[time] = Math.toIntExact(array.dataset().shape()[time]);
        }
        return lostParts(box, unreadable);
    }

    private List<MissingPart> lostParts(ElementBox box, Consumer<IOException> unreadable) throws IOException {
        LostParts lost = new LostParts(unreadable);
        array.blocks().checkParts(box, lost);
        return lost.missing();
    }

    /** The slices of a chunk; 1 if there are no chunks. */
    public int chunkThickness() {
        return chunk().map(Dimensions::z).orElse(1);
    }

    /** The size of a chunk in tuples; empty if there are none. */
    public Optional<Dimensions> chunk() {
        return array.chunk();
    }

    /** A z slice, x-fastest, as a primitive array of the type's carrier. */
    public Object readSlice(int slice) throws IOException {
        return read(Region.slice(dimensions, Axis.Z, slice), Order.X_FASTEST);
    }

    /** The slice across an axis, x-fastest: a region that is 1 thick along it. */
    public Object readSlice(Axis axis, int index) throws IOException {
        return read(Region.slice(dimensions, axis, index), Order.X_FASTEST);
    }

    /** The slice across an axis: a region that is 1 thick along it. */
    public Object readSlice(Axis axis, int index, Order order) throws IOException {
        return read(Region.slice(dimensions, axis, index), order);
    }

    /** The whole array, x-fastest. */
    public Object read() throws IOException {
        return read(Order.X_FASTEST);
    }

    /** The whole array. */
    public Object read(Order order) throws IOException {
        return read(Region.all(dimensions), order);
    }

    /** Neighbouring z slices, x-fastest, as a primitive array of the type's carrier. */
    public Object read(Slab slab) throws IOException {
        return read(slab, Order.X_FASTEST);
    }

    /** Neighbouring z slices, as a primitive array of the type's carrier. */
    public Object read(Slab slab, Order order) throws IOException {
        return read(Region.slab(dimensions, slab), order);
    }

    /** A region, x-fastest, as a primitive array of the type's carrier. */
    public Object read(Region region) throws IOException {
        return read(region, Order.X_FASTEST);
    }

    /** A region, as a primitive array of the type's carrier. */
    public Object read(Region region, Order order) throws IOException {
        requireInside(region);
        Object values = spec.type().newArray(count(region, 1));
        copy(region, order, CopyTarget.of(spec.type(), values));
        return values;
    }

    /** All of an array of INT8 or UINT8, x-fastest. */
    public byte[] readBytes() throws IOException {
        return readBytes(Order.X_FASTEST);
    }

    /** All of an array of INT8 or UINT8. */
    public byte[] readBytes(Order order) throws IOException {
        return readBytes(Region.all(dimensions), order);
    }

    /** A z slice of an array of INT8 or UINT8, x-fastest. */
    public byte[] readBytes(int slice) throws IOException {
        return readBytes(Region.slice(dimensions, Axis.Z, slice), Order.X_FASTEST);
    }

    /** A region of an array of INT8 or UINT8, x-fastest. */
    public byte[] readBytes(Region region) throws IOException {
        return readBytes(region, Order.X_FASTEST);
    }

    /** A region of an array of INT8 or UINT8. */
    public byte[] readBytes(Region region, Order order) throws IOException {
        return read(byte[].class, region, order);
    }

    /** A region of an array of INT8 or UINT8, x-fastest, into an array, from an index on. */
    public void read(Region region, byte[] target, int offset) throws IOException {
        read(region, target, target.length, offset, Order.X_FASTEST);
    }

    /** A region of an array of INT8 or UINT8 into an array, from an index on. */
    public void read(Region region, byte[] target, int offset, Order order) throws IOException {
        read(region, target, target.length, offset, order);
    }

    /** All of an array of INT16 or UINT16, x-fastest. */
    public short[] readShorts() throws IOException {
        return readShorts(Order.X_FASTEST);
    }

    /** All of an array of INT16 or UINT16. */
    public short[] readShorts(Order order) throws IOException {
        return readShorts(Region.all(dimensions), order);
    }

    /** A z slice of an array of INT16 or UINT16, x-fastest. */
    public short[] readShorts(int slice) throws IOException {
        return readShorts(Region.slice(dimensions, Axis.Z, slice), Order.X_FASTEST);
    }

    /** A region of an array of INT16 or UINT16, x-fastest. */
    public short[] readShorts(Region region) throws IOException {
        return readShorts(region, Order.X_FASTEST);
    }

    /** A region of an array of INT16 or UINT16. */
    public short[] readShorts(Region region, Order order) throws IOException {
        return read(short[].class, region, order);
    }

    /** A region of an array of INT16 or UINT16, x-fastest, into an array, from an index on. */
    public void read(Region region, short[] target, int offset) throws IOException {
        read(region, target, target.length, offset, Order.X_FASTEST);
    }

    /** A region of an array of INT16 or UINT16 into an array, from an index on. */
    public void read(Region region, short[] target, int offset, Order order) throws IOException {
        read(region, target, target.length, offset, order);
    }

    /** All of an array of INT32 or UINT32, x-fastest. */
    public int[] readInts() throws IOException {
        return readInts(Order.X_FASTEST);
    }

    /** All of an array of INT32 or UINT32. */
    public int[] readInts(Order order) throws IOException {
        return readInts(Region.all(dimensions), order);
    }

    /** A z slice of an array of INT32 or UINT32, x-fastest. */
    public int[] readInts(int slice) throws IOException {
        return readInts(Region.slice(dimensions, Axis.Z, slice), Order.X_FASTEST);
    }

    /** A region of an array of INT32 or UINT32, x-fastest. */
    public int[] readInts(Region region) throws IOException {
        return readInts(region, Order.X_FASTEST);
    }

    /** A region of an array of INT32 or UINT32. */
    public int[] readInts(Region region, Order order) throws IOException {
        return read(int[].class, region, order);
    }

    /** A region of an array of INT32 or UINT32, x-fastest, into an array, from an index on. */
    public void read(Region region, int[] target, int offset) throws IOException {
        read(region, target, target.length, offset, Order.X_FASTEST);
    }

    /** A region of an array of INT32 or UINT32 into an array, from an index on. */
    public void read(Region region, int[] target, int offset, Order order) throws IOException {
        read(region, target, target.length, offset, order);
    }

    /** All of an array of INT64 or UINT64, x-fastest. */
    public long[] readLongs() throws IOException {
        return readLongs(Order.X_FASTEST);
    }

    /** All of an array of INT64 or UINT64. */
    public long[] readLongs(Order order) throws IOException {
        return readLongs(Region.all(dimensions), order);
    }

    /** A z slice of an array of INT64 or UINT64, x-fastest. */
    public long[] readLongs(int slice) throws IOException {
        return readLongs(Region.slice(dimensions, Axis.Z, slice), Order.X_FASTEST);
    }

    /** A region of an array of INT64 or UINT64, x-fastest. */
    public long[] readLongs(Region region) throws IOException {
        return readLongs(region, Order.X_FASTEST);
    }

    /** A region of an array of INT64 or UINT64. */
    public long[] readLongs(Region region, Order order) throws IOException {
        return read(long[].class, region, order);
    }

    /** A region of an array of INT64 or UINT64, x-fastest, into an array, from an index on. */
    public void read(Region region, long[] target, int offset) throws IOException {
        read(region, target, target.length, offset, Order.X_FASTEST);
    }

    /** A region of an array of INT64 or UINT64 into an array, from an index on. */
    public void read(Region region, long[] target, int offset, Order order) throws IOException {
        read(region, target, target.length, offset, order);
    }

    /** All of an array of FLOAT32, x-fastest. */
    public float[] readFloats() throws IOException {
        return readFloats(Order.X_FASTEST);
    }

    /** All of an array of FLOAT32. */
    public float[] readFloats(Order order) throws IOException {
        return readFloats(Region.all(dimensions), order);
    }

    /** A z slice of an array of FLOAT32, x-fastest. */
    public float[] readFloats(int slice) throws IOException {
        return readFloats(Region.slice(dimensions, Axis.Z, slice), Order.X_FASTEST);
    }

    /** A region of an array of FLOAT32, x-fastest. */
    public float[] readFloats(Region region) throws IOException {
        return readFloats(region, Order.X_FASTEST);
    }

    /** A region of an array of FLOAT32. */
    public float[] readFloats(Region region, Order order) throws IOException {
        return read(float[].class, region, order);
    }

    /** A region of an array of FLOAT32, x-fastest, into an array, from an index on. */
    public void read(Region region, float[] target, int offset) throws IOException {
        read(region, target, target.length, offset, Order.X_FASTEST);
    }

    /** A region of an array of FLOAT32 into an array, from an index on. */
    public void read(Region region, float[] target, int offset, Order order) throws IOException {
        read(region, target, target.length, offset, order);
    }

    /** All of an array of FLOAT64, x-fastest. */
    public double[] readDoubles() throws IOException {
        return readDoubles(Order.X_FASTEST);
    }

    /** All of an array of FLOAT64. */
    public double[] readDoubles(Order order) throws IOException {
        return readDoubles(Region.all(dimensions), order);
    }

    /** A z slice of an array of FLOAT64, x-fastest. */
    public double[] readDoubles(int slice) throws IOException {
        return readDoubles(Region.slice(dimensions, Axis.Z, slice), Order.X_FASTEST);
    }

    /** A region of an array of FLOAT64, x-fastest. */
    public double[] readDoubles(Region region) throws IOException {
        return readDoubles(region, Order.X_FASTEST);
    }

    /** A region of an array of FLOAT64. */
    public double[] readDoubles(Region region, Order order) throws IOException {
        return read(double[].class, region, order);
    }

    /** A region of an array of FLOAT64, x-fastest, into an array, from an index on. */
    public void read(Region region, double[] target, int offset) throws IOException {
        read(region, target, target.length, offset, Order.X_FASTEST);
    }

    /** A region of an array of FLOAT64 into an array, from an index on. */
    public void read(Region region, double[] target, int offset, Order order) throws IOException {
        read(region, target, target.length, offset, order);
    }

    private <A> A read(Class<A> carried, Region region, Order order) throws IOException {
        requireCarrier(carried);
        return carried.cast(read(region, order));
    }

    private void requireCarrier(Class<?> carried) {
        String carrier = spec.type().carrier().getName();
        if (carried.getComponentType() != spec.type().carrier()) {
            throw new IllegalArgumentException(ShownText.quoted(spec.name()) + ": found an array of "
                    + spec.type().vtkName() + ", whose values do not come as " + carried.getSimpleName() + " but as "
                    + carrier + "[]: use read" + carrier.substring(0, 1).toUpperCase(Locale.ROOT)
                    + carrier.substring(1) + "s, or a " + carrier + "[] as the target");
        }
    }

    private void read(Region region, Object target, int length, int offset, Order order) throws IOException {
        requireCarrier(target.getClass());
        requireInside(region);
        int count = count(region, 1);
        if (offset < 0 || count > length - offset) {
            throw new IllegalArgumentException(ShownText.quoted(spec.name()) + ": the region " + region + " takes "
                    + count + " values, found an array of " + length + ", to be filled from index " + offset);
        }
        copy(region, order, CopyTarget.of(spec.type(), target, offset));
    }

    /** A region, x-fastest, into a buffer; see {@link #read(Region, ByteBuffer, Order)}. */
    public void read(Region region, ByteBuffer target) throws IOException {
        read(region, target, Order.X_FASTEST);
    }

    /**
     * A region into a buffer, from its position on, in its byte order; advances the position by exactly the region's
     * size, as {@link io.vtkhdf.write.ArrayWriter} advances that of a buffer by what it takes.
     *
     * @throws IllegalArgumentException also if the buffer is read-only or has less room than that; nothing is read then
     */
    public void read(Region region, ByteBuffer target, Order order) throws IOException {
        requireInside(region);
        int size = count(region, spec.type().size());
        if (target.isReadOnly() || target.remaining() < size) {
            throw new IllegalArgumentException(ShownText.quoted(spec.name()) + ": the region " + region + " takes "
                    + size
                    + " bytes, found a "
                    + (target.isReadOnly() ? "read-only buffer" : "buffer with room for " + target.remaining()));
        }
        copy(region, order, CopyTarget.of(spec.type(), target));
        target.position(target.position() + size);
    }

    /** For how many z slices the file has all values; the others read as the fill value, at least in part. */
    public int storedSlices() throws IOException {
        return array.storedSlices();
    }

    private void requireInside(Region region) {
        requireOpen();
        if (!region.isWithin(dimensions)) {
            throw new IllegalArgumentException(ShownText.quoted(spec.name()) + ": the region " + region
                    + " is not inside the array of " + dimensions);
        }
    }

    private void requireOpen() {
        if (!array.dataset().file().isOpen()) {
            throw new IllegalStateException(ShownText.quoted(spec.name()) + ": the reader is closed");
        }
    }

    /** The number of values of a region times {@code unit}. */
    private int count(Region region, int unit) {
        try {
            return Math.toIntExact(Math.multiplyExact(region.size().count(), (long) spec.components() * unit));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(ShownText.quoted(spec.name()) + ": the region " + region
                    + " is too large for one call; read it in slabs of z slices");
        }
    }

    private void copy(Region region, Order order, CopyTarget target) throws IOException {
        Objects.requireNonNull(order, "order");
        AxisOrder axes = array.axes();
        Dimensions size = region.size();
        int components = spec.components();
        int[] strides = order == Order.X_FASTEST
                ? axes.spread(components, components * size.x(), components * size.x() * size.y(), 1)
                : axes.spread(components * size.z() * size.y(), components * size.z(), components, 1);
        array.blocks().copy(box(region), array.dataset().form(), new Destination(target, 0, strides));
    }

    private ElementBox box(Region region) {
        Dimensions size = region.size();
        AxisOrder axes = array.axes();
        return ElementBox.of(axes.first(region), axes.spread(size.x(), size.y(), size.z(), spec.components()));
    }

    /** The file and the place of the dataset in it. */
    @Override
    public String toString() {
        return ShownText.of(
                array.dataset().file().name() + ": " + array.dataset().path());
    }
}
