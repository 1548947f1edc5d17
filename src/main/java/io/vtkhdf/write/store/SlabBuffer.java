package io.vtkhdf.write.store;

import io.vtkhdf.chunk.BoxCopy;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicLong;

/** Slices that wait until a layer of chunks has all it needs. Thread-safe for different values. */
abstract class SlabBuffer {

    /** The bytes that an array can have in any virtual machine. */
    static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    final ArrayShape shape;
    final int slices;
    /** Tuples. */
    private final AtomicLong missing;

    private final Runnable release;

    private SlabBuffer(ArrayShape shape, int slices, Runnable release) {
        this.shape = shape;
        this.slices = slices;
        this.release = release;
        this.missing = new AtomicLong(slices * sliceTuples(shape));
    }

    private static long sliceTuples(ArrayShape shape) {
        return (long) shape.dimensions().x() * shape.dimensions().y();
    }

    /** Takes a slice of the slab; returns whether it was the last thing missing. */
    final boolean write(int slice, Values values) throws IOException {
        put(slice, values);
        return missing.addAndGet(-sliceTuples(shape)) == 0;
    }

    /**
     * Takes a part of a box; returns whether it was the last thing missing.
     *
     * @param held the slab's place in the array
     */
    final boolean write(Region part, BoxValues values, Region held) throws IOException {
        put(part, values, held);
        return missing.addAndGet(-part.size().count()) == 0;
    }

    abstract void put(int slice, Values values) throws IOException;

    abstract void put(Region part, BoxValues values, Region held) throws IOException;

    /** Some rows (indices of y) and columns (of x) of all slices. */
    abstract Band band(int firstRow, int rows, int firstColumn, int columns) throws IOException;

    /** How many columns a band of so many rows may have without taking more memory than is meant for it. */
    abstract int columnsAtOnce(int rows);

    /** Gives the slab's space back. */
    final void release() {
        release.run();
    }

    /**
     * Part of a slab in memory: an array of (slices, {@code rows}, {@code columns}) tuples, of which those from
     * {@code firstRow} and {@code firstColumn} on count.
     */
    record Band(byte[] bytes, int slices, int rows, int columns, int firstRow, int firstColumn, int tupleSize) {

        /**
         * Copies the box of {@code size} (z, y, x) that begins at the given column into an array of the given shape.
         */
        void copyTo(int column, int[] size, byte[] target, int[] targetShape) {
            int[] held = {slices, rows, columns};
            int[] from = {0, firstRow, firstColumn + column};
            BoxCopy.copy(bytes, held, from, target, targetShape, new int[3], size, tupleSize);
        }
    }

    /** A place in a scratch file, and the memory that reading it back may take. */
    record Scratch(FileChannel file, long start, StagedCopy staged, long memory) {}

    /** A slab in the heap. */
    static final class InMemory extends SlabBuffer {
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
        void put(Region part, BoxValues values, Region held) throws IOException {
            values.copy(part, bytes, held);
        }

        @Override
        Band band(int firstRow, int rows, int firstColumn, int columns) {
            Dimensions held = shape.dimensions();
            return new Band(
                    bytes,
                    slices,
                    held.y(),
                    held.x(),
                    firstRow,
                    firstColumn,
                    shape.spec().tupleSize());
        }

        @Override
        int columnsAtOnce(int rows) {
            return shape.dimensions().x();
        }
    }

    /** A slab in a part of a scratch file, read back a few rows at a time. */
    static final class OnDisk extends SlabBuffer {
        private final Scratch scratch;

        OnDisk(ArrayShape shape, int slices, Scratch scratch, Runnable release) {
            super(shape, slices, release);
            this.scratch = scratch;
        }

        @Override
        void put(int slice, Values values) throws IOException {
            scratch.staged().write(values, this::writeFully, scratch.start() + slice * shape.sliceBytes());
        }

        @Override
        void put(Region part, BoxValues values, Region held) throws IOException {
            values.write(part, scratch.staged(), this::writeFully, scratch.start(), held);
        }

        private void writeFully(long position, ByteBuffer piece) throws IOException {
            while (piece.hasRemaining()) {
                position += scratch.file().write(piece, position);
            }
        }

        @Override
        int columnsAtOnce(int rows) {
            long columnBytes = (long) slices * rows * shape.spec().tupleSize();
            long columns = Math.min(scratch.memory(), LARGEST_ARRAY) / columnBytes;
            return (int) Math.max(1, Math.min(shape.dimensions().x(), columns));
        }

        @Override
        Band band(int firstRow, int rows, int firstColumn, int columns) throws IOException {
            int tupleSize = shape.spec().tupleSize();
            // Whole rows of a slice stand in one piece.
            int pieces = columns == shape.dimensions().x() ? 1 : rows;
            int pieceBytes = rows / pieces * columns * tupleSize;
            byte[] bytes = new byte[pieceBytes * pieces * slices];
            for (int piece = 0; piece < pieces * slices; piece++) {
                long row = firstRow + piece % pieces;
                long tuple = row * shape.dimensions().x() + firstColumn;
                long position = scratch.start() + piece / pieces * shape.sliceBytes() + tuple * tupleSize;
                readFully(ByteBuffer.wrap(bytes, piece * pieceBytes, pieceBytes), position);
            }
            return new Band(bytes, slices, rows, columns, 0, 0, tupleSize);
        }

        private void readFully(ByteBuffer target, long position) throws IOException {
            while (target.hasRemaining()) {
                int read = scratch.file().read(target, position);
                if (read < 0) {
                    throw new IOException("the scratch file ended at byte " + position);
                }
                position += read;
            }
        }
    }
}
