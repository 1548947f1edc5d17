package io.vtkhdf.write.store;

import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.format.FillValue;
import io.vtkhdf.format.UnfinishedMarks;
import io.vtkhdf.hdf5.write.Attribute;
import io.vtkhdf.hdf5.write.ContiguousLayout;
import io.vtkhdf.hdf5.write.Layout;
import io.vtkhdf.hdf5.write.ReservedLayout;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.Slab;
import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Slices and boxes of a contiguous dataset: each is written at once to its place in the reserved space. While the file
 * is unfinished those parts of it that are written are told as chunks.
 */
public final class ContiguousStore implements SliceStore {

    private final StagedCopy.Target target;
    private final StagedCopy staged;
    private final Layout layout;
    private final long address;
    private final ArrayShape shape;
    private final long sliceBytes;
    private final FillValue fill;
    private final LongConsumer listener;
    private final boolean untouched;

    private ContiguousStore(
            StoreTools tools, ArrayShape shape, WrittenSlices written, long address, boolean untouched) {
        this(tools.file()::write, tools.staged(), tools.listener(), shape, written, address, untouched);
    }

    private ContiguousStore(
            StagedCopy.Target target,
            StagedCopy staged,
            LongConsumer listener,
            ArrayShape shape,
            WrittenSlices written,
            long address,
            boolean untouched) {
        this.target = target;
        this.staged = staged;
        this.shape = shape;
        this.sliceBytes = shape.sliceBytes();
        this.fill = new FillValue(shape.spec().type());
        this.listener = listener;
        this.untouched = untouched;
        this.address = address;
        ReservedParts parts = ReservedParts.of(shape);
        this.layout = new ReservedLayout(
                new ContiguousLayout(address, bytes(shape)),
                shape.hdf5Chunk(parts.part()),
                shape.spec().type().size(),
                part -> parts.isWritten(part, written));
    }

    /** An array of which nothing is there. */
    public static ContiguousStore create(StoreTools tools, ArrayShape shape, WrittenSlices written) {
        return fresh(tools, shape, written, tools.file().allocate(bytes(shape)));
    }

    /** An array of which nothing is there, in space at an address that nobody has written to. */
    public static ContiguousStore fresh(StoreTools tools, ArrayShape shape, WrittenSlices written, long address) {
        return new ContiguousStore(tools, shape, written, address, true);
    }

    /** An array for which an earlier run has reserved space, and written some slices. */
    public static ContiguousStore resume(StoreTools tools, ArrayShape shape, WrittenSlices written, long address) {
        return new ContiguousStore(tools, shape, written, address, false);
    }

    /** An array in space that others have reserved, of which only some slices are to be written, to any target. */
    public static ContiguousStore shared(
            StagedCopy.Target target, StagedCopy staged, ArrayShape shape, WrittenSlices written, long address) {
        return new ContiguousStore(target, staged, bytes -> {}, shape, written, address, false);
    }

    /** The bytes of an array. */
    public static long bytes(ArrayShape shape) {
        return Math.multiplyExact(shape.sliceBytes(), shape.dimensions().z());
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public List<Attribute> marks() {
        return List.of(UnfinishedMarks.reserved(address));
    }

    @Override
    public void write(int slice, Values values) throws IOException {
        staged.write(values, target, address(slice));
        listener.accept(sliceBytes);
    }

    @Override
    public void write(Region box, BoxValues values) throws IOException {
        values.write(box, staged, target, address, Region.all(shape.dimensions()));
        listener.accept(box.size().count() * shape.spec().tupleSize());
    }

    @Override
    public void fill(int slice) throws IOException {
        fill(Region.slab(shape.dimensions(), new Slab(slice, 1)));
    }

    @Override
    public void fill(Region part) throws IOException {
        if (fill.isZero() && untouched) {
            // Space that was never written reads as zeros.
            listener.accept(part.size().count() * shape.spec().tupleSize());
        } else {
            write(part, BoxValues.filled(part, shape));
        }
    }

    private long address(int slice) {
        return address + slice * sliceBytes;
    }
}
