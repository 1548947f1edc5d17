package io.vtkhdf.write;

import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.format.FillValue;
import io.vtkhdf.format.UnfinishedMarks;
import io.vtkhdf.hdf5.write.Attribute;
import io.vtkhdf.hdf5.write.ContiguousLayout;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.hdf5.write.Layout;
import io.vtkhdf.hdf5.write.ReservedLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * Slices of a contiguous dataset: each is written at once to its place in the reserved space. While the file is
 * unfinished those parts of it that are written are told as chunks.
 */
final class ContiguousStore implements SliceStore {

    private final Hdf5Writer file;
    private final StagedCopy staged;
    private final Layout layout;
    private final long address;
    private final long sliceBytes;
    private final FillValue fill;
    private final LongConsumer listener;
    private final boolean untouched;

    private ContiguousStore(WriterSession session, ArrayShape shape, WrittenSlices written, OptionalLong earlier) {
        this.file = session.file();
        this.staged = session.staged();
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
    public void fill(int slice) throws IOException {
        if (fill.isZero() && untouched) {
            listener.accept(sliceBytes); // Space that was never written reads as zeros.
            return;
        }
        byte[] piece = fill.bytes((int) Math.min(sliceBytes, 1 << 20));
        for (long done = 0; done < sliceBytes; ) {
            int count = (int) Math.min(piece.length, sliceBytes - done);
            file.write(address(slice) + done, ByteBuffer.wrap(piece, 0, count));
            done += count;
        }
        listener.accept(sliceBytes);
    }

    private long address(int slice) {
        return address + slice * sliceBytes;
    }
}
