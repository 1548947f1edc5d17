package io.vtkhdf;

import io.vtkhdf.chunk.BoxCopy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicInteger;

/** Slices that wait until a layer of chunks has all it needs. Thread-safe for different slices. */
abstract class Slab {

    final ArrayShape shape;
    final int slices;
    private final AtomicInteger missing;
    private final Runnable release;

    private Slab(ArrayShape shape, int slices, Runnable release) {
        this.shape = shape;
        this.slices = slices;
        this.release = release;
        this.missing = new AtomicInteger(slices);
    }

    /** Takes a slice of the slab; returns whether it was the last one missing. */
    final boolean write(int slice, Values values) throws IOException {
        put(slice, values);
        return missing.decrementAndGet() == 0;
    }

    abstract void put(int slice, Values values) throws IOException;

    /** Some rows (indices of y) of all slices. */
    abstract Band band(int firstRow, int rows) throws IOException;

    /** Gives the slab's space back. */
    final void release() {
        release.run();
    }

    /**
     * Rows of a slab in memory: an array of (slices, {@code rowsHeld}, nx) tuples, of which the rows from
     * {@code firstRow} count.
     */
    record Band(byte[] bytes, ArrayShape shape, int slices, int rowsHeld, int firstRow) {

        /**
         * Copies the box of {@code size} (z, y, x) that begins at the given column into an array of the given shape.
         */
        void copyTo(int firstColumn, int[] size, byte[] target, int[] targetShape) {
            int[] held = {slices, rowsHeld, shape.dimensions().x()};
            int[] from = {0, firstRow, firstColumn};
            BoxCopy.copy(
                    bytes,
                    held,
                    from,
                    target,
                    targetShape,
                    new int[3],
                    size,
                    shape.spec().tupleSize());
        }
    }

    /** A slab in the heap. */
    static final class InMemory extends Slab {
        private final byte[] bytes;

        InMemory(ArrayShape shape, int slices, Runnable release) {
            super(shape, slices, release);
            this.bytes = new byte[Math.toIntExact(shape.sliceBytes() * slices)];
        }

        @Override
        void put(int slice, Values values) {
            int sliceBytes = (int) shape.sliceBytes();
            values.get(0, values.length(), Values.littleEndian(bytes).position(slice * sliceBytes));
        }

        @Override
        Band band(int firstRow, int rows) {
            return new Band(bytes, shape, slices, shape.dimensions().y(), firstRow);
        }
    }

    /** A slab in a part of a scratch file, read back a few rows at a time. */
    static final class OnDisk extends Slab {
        private final FileChannel scratch;
        private final long start;
        private final StagedCopy staged;

        OnDisk(ArrayShape shape, int slices, FileChannel scratch, long start, StagedCopy staged, Runnable release) {
            super(shape, slices, release);
            this.scratch = scratch;
            this.start = start;
            this.staged = staged;
        }

        @Override
        void put(int slice, Values values) throws IOException {
            staged.write(values, this::writeFully, start + slice * shape.sliceBytes());
        }

        private void writeFully(long position, ByteBuffer piece) throws IOException {
            while (piece.hasRemaining()) {
                position += scratch.write(piece, position);
            }
        }

        @Override
        Band band(int firstRow, int rows) throws IOException {
            long rowBytes = (long) shape.dimensions().x() * shape.spec().tupleSize();
            int bandBytes = Math.toIntExact(rowBytes * rows);
            byte[] bytes = new byte[Math.multiplyExact(bandBytes, slices)];
            for (int slice = 0; slice < slices; slice++) {
                ByteBuffer target = ByteBuffer.wrap(bytes, slice * bandBytes, bandBytes);
                long position = start + slice * shape.sliceBytes() + firstRow * rowBytes;
                while (target.hasRemaining()) {
                    int read = scratch.read(target, position);
                    if (read < 0) {
                        throw new IOException("the scratch file ended at byte " + position);
                    }
                    position += read;
                }
            }
            return new Band(bytes, shape, slices, rows, 0);
        }
    }
}
