package io.vtkhdf;

import io.vtkhdf.hdf5.ContiguousLayout;
import io.vtkhdf.hdf5.Hdf5File;
import io.vtkhdf.hdf5.Layout;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Slices of a contiguous dataset: each is written at once to its place in the reserved space. */
final class ContiguousStore implements SliceStore {

    private final Hdf5File file;
    private final StagedCopy staged;
    private final ContiguousLayout layout;
    private final long sliceBytes;
    private final FillValue fill;

    ContiguousStore(Hdf5File file, StagedCopy staged, long sliceBytes, int slices, FillValue fill) {
        this.file = file;
        this.staged = staged;
        this.sliceBytes = sliceBytes;
        this.fill = fill;
        long size = Math.multiplyExact(sliceBytes, slices);
        this.layout = new ContiguousLayout(file.allocate(size), size);
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public void write(int slice, Values values) throws IOException {
        staged.write(values, file::write, address(slice));
    }

    @Override
    public void fill(int slice) throws IOException {
        if (fill.isZero()) {
            return; // Space that was never written reads as zeros.
        }
        byte[] piece = fill.bytes((int) Math.min(sliceBytes, 1 << 20));
        for (long done = 0; done < sliceBytes; ) {
            int count = (int) Math.min(piece.length, sliceBytes - done);
            file.write(address(slice) + done, ByteBuffer.wrap(piece, 0, count));
            done += count;
        }
    }

    private long address(int slice) {
        return layout.address() + slice * sliceBytes;
    }
}
