package io.vtkhdf.shape;

import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Slabs that are made slice by slice, out of the slices of a source. */
final class SliceBySlice implements SlabReader {

    /** Makes one slice. */
    interface Maker {
        /** Puts all values of the slice at the target's position, in its byte order. */
        void make(int slice, SourceSlices source, ByteBuffer target) throws IOException;
    }

    private final SourceSlices source;
    private final int slices;
    private final int sliceBytes;
    private final Maker maker;
    private int next;
    private boolean closed;

    SliceBySlice(SourceSlices source, int slices, int sliceBytes, Maker maker) {
        this.source = source;
        this.slices = slices;
        this.sliceBytes = sliceBytes;
        this.maker = maker;
    }

    @Override
    public void read(int count, ByteBuffer target) throws IOException {
        requireLeft(count);
        if (target.remaining() < (long) count * sliceBytes) {
            throw new IllegalArgumentException(
                    "room for " + target.remaining() + " bytes, " + (long) count * sliceBytes + " wanted");
        }
        for (int i = 0; i < count; i++) {
            maker.make(next, source, target);
            next++;
        }
    }

    @Override
    public void skip(int count, ByteBuffer scratch) {
        requireLeft(count);
        next += count;
    }

    private void requireLeft(int count) {
        if (closed) {
            throw new IllegalStateException("the array is closed");
        } else if (count < 0 || count > slices - next) {
            throw new IllegalArgumentException(count + " slices wanted, " + (slices - next) + " left");
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            source.close();
        }
    }
}
