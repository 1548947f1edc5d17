package io.vtkhdf.read;

import io.vtkhdf.chunk.CopyTarget;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.format.AxisOrder;
import io.vtkhdf.format.ImageArray;
import io.vtkhdf.hdf5.StoredFilter;
import io.vtkhdf.hdf5.read.RegionCopy;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A point or cell array of an open file.
 *
 * <p>Regions are boxes of tuples, counted from 0 whatever the extent; values come in a primitive array of the type's
 * carrier, or in a buffer, x-fastest or in C order, see {@link Order}. Only the chunks that a region touches are read
 * and decoded, on all processors. Beside the result that takes the memory of a few chunks: one for each processor,
 * decoded, or fewer if they do not fit into a quarter of the heap.
 *
 * <p>One call yields at most 2^31 - 1 values (into a buffer, bytes). Read larger arrays in slabs: regions of some z
 * slices.
 *
 * <p>Thread-safe. All methods that read throw
 *
 * <ul>
 *   <li>{@link CorruptFileException} if the data cannot be decoded or do not match their checksum,
 *   <li>{@link IllegalArgumentException} if the region is not inside the array or too large for one call,
 *   <li>{@link IllegalStateException} if the reader is closed.
 * </ul>
 */
public final class ArrayReader {

    private final ImageArray array;
    private final ArraySpec spec;
    private final Dimensions dimensions;

    ArrayReader(ImageArray array) {
        this.array = array;
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

    /**
     * How the array is stored.
     *
     * @throws CorruptFileException if the index of the chunks, which is read for their size, is broken
     */
    public StoredLayout storage() throws IOException {
        requireOpen();
        List<String> filters =
                array.blocks().filters().stream().map(StoredFilter::name).toList();
        return new StoredLayout(
                array.blocks().storage(), chunk(), filters, array.blocks().storedBytes());
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
        return readSlice(Axis.Z, slice, Order.X_FASTEST);
    }

    /** The slice across an axis: a region that is 1 thick along it. */
    public Object readSlice(Axis axis, int index, Order order) throws IOException {
        return readRegion(Region.slice(dimensions, axis, index), order);
    }

    /** A region, as a primitive array of the type's carrier. */
    public Object readRegion(Region region, Order order) throws IOException {
        requireInside(region);
        Object values = spec.type().newArray(count(region, 1));
        copy(region, order, CopyTarget.of(spec.type(), values));
        return values;
    }

    /**
     * A region into a buffer, from its position on, in its byte order; advances the position by exactly the region's
     * size.
     *
     * @throws IllegalArgumentException also if the buffer is read-only or has less room than that; nothing is read then
     */
    public void readRegion(Region region, Order order, ByteBuffer target) throws IOException {
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

    /** The whole array. */
    public Object read(Order order) throws IOException {
        return readRegion(Region.all(dimensions), order);
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
        new RegionCopy(
                        array.blocks(),
                        array.dataset().numbers().order(),
                        array.dataset().fillValue(),
                        axes.first(region),
                        axes.spread(size.x(), size.y(), size.z(), components),
                        strides,
                        target)
                .run();
    }
}
