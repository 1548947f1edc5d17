package io.vtkhdf.write;

import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.format.FillValue;
import io.vtkhdf.format.UnfinishedMarks;
import io.vtkhdf.hdf5.write.Attribute;
import io.vtkhdf.hdf5.write.ContiguousLayout;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.hdf5.write.Layout;
import io.vtkhdf.hdf5.write.ReservedLayout;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.Slab;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * Slices and boxes of a contiguous dataset: each is written at once to its place in the reserved space. While the file
 * is unfinished those parts of it that are written are told as chunks.
 */
final class ContiguousStore implements SliceStore {

    private final Hdf5Writer file;
    private final StagedCopy staged;
    private final Layout layout;
    private final long address;
    private final ArrayShape shape;
    private final long sliceBytes;
    private final FillValue fill;
    private final LongConsumer listener;
    private final boolean untouched;

    private ContiguousStore(WriterSession session, ArrayShape shape, WrittenSlices written, OptionalLong earlier) {
        this.file = session.file();
        this.staged = session.staged();
        this.shape = shape;
        this.sliceBytes = shape.sliceBytes();
        this.fill = new FillValue(shape.spec().type());
        this.listener = session.listener();
        long size = Math.multiplyExact(sliceBytes, shape.dimensions().z());
        this.untouched = earlier.isEmpty();
        this.address = earlier.orElseGet(() -> file.allocate(size));
        ReservedParts parts = ReservedParts.of(shape);
        this.layout = new ReservedLayout(
                new ContiguousLayout(address, size),
                shape.hdf5Chunk(parts.part()),
                shape.spec().type().size(),
                part -> parts.isWritten(part, written));
    }

    /** An array of which nothing is there. */
    static ContiguousStore create(WriterSession session, ArrayShape shape, WrittenSlices written) {
        return new ContiguousStore(session, shape, written, OptionalLong.empty());
    }

    /** An array for which an earlier run has reserved space, and written some slices. */
    static ContiguousStore resume(WriterSession session, ArrayShape shape, WrittenSlices written, long address) {
        return new ContiguousStore(session, shape, written, OptionalLong.of(address));
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
        staged.write(values, file::write, address(slice));
        listener.accept(sliceBytes);
    }

    @Override
    public void write(Region box, BoxValues values) throws IOException {
        values.write(box, staged, file::write, address, Region.all(shape.dimensions()));
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
