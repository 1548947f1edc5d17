package io.vtkhdf.hdf5.write;

import io.vtkhdf.chunk.Filter;
import io.vtkhdf.hdf5.ByteWriter;
import io.vtkhdf.hdf5.Datatype;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A dataset to which rows are added, few at a time. What is there is never written again, but for the rows since the
 * last chunk that is full, which go into each commit's tree as long as they wait for more: of them alone there is one
 * chunk in memory, and 8 bytes for each chunk in the file.
 *
 * <p>As long as all rows fit one chunk it is told as contiguous, then as chunks without filters. Not thread-safe.
 */
public final class GrowingDataset {

    /** Of a chunk, so that what a commit writes again is little. */
    private static final int FEW_BYTES = 1 << 11;

    /** Of a chunk, so that many rows at once are few chunks. */
    private static final int MANY_BYTES = 1 << 20;

    private final Hdf5Writer file;
    private final Datatype type;
    private final int columns;
    private final int rowBytes;
    private final ByteBuffer tail;
    private final PlacedChunks full = new PlacedChunks(false);
    private long rows;

    /** Where the rows of the tail stand, as a chunk or as they are, and how many bytes of them. */
    private long told;

    private int toldBytes = -1;

    /**
     * A dataset without rows.
     *
     * @param columns elements of a row: 0 for a dataset of rank 1
     * @param rowsAtOnce how many are about to be added at a time
     */
    public GrowingDataset(Hdf5Writer file, Datatype type, int columns, long rowsAtOnce) {
        this.file = file;
        this.type = type;
        this.columns = columns;
        this.rowBytes = Math.multiplyExact(type.size(), Math.max(1, columns));
        this.tail = ByteBuffer.allocate(Math.multiplyExact(chunkRows(rowBytes, rowsAtOnce), rowBytes));
    }

    private static int chunkRows(int rowBytes, long rowsAtOnce) {
        long few = Math.max(1, FEW_BYTES / rowBytes);
        return (int) Math.max(few, Math.min(rowsAtOnce, MANY_BYTES / rowBytes));
    }

    /** Adds all that remains of {@code values}: whole rows as they stand in the file. */
    public void append(ByteBuffer values) throws IOException {
        rows += values.remaining() / rowBytes;
        while (values.hasRemaining()) {
            int taken = Math.min(values.remaining(), tail.remaining());
            tail.put(values.slice(values.position(), taken));
            values.position(values.position() + taken);
            if (!tail.hasRemaining()) {
                full.add(file.append(tail.flip()), 0);
                tail.clear();
                toldBytes = -1;
            }
        }
    }

    public long rows() {
        return rows;
    }

    /** The dataset with the rows that it has by now. */
    public Dataset dataset() {
        long[] shape = columns == 0 ? new long[] {rows} : new long[] {rows, columns};
        return new Dataset(type, shape, new Told(), new byte[0]);
    }

    /** As it is at the time of the commit. */
    private final class Told implements Layout {

        @Override
        public byte[] write(ByteWriter out) throws IOException {
            if (tail.position() > 0) {
                writeTail(out);
            }
            return layout().write(out);
        }

        private Layout layout() {
            if (full.count() == 0) {
                return new ContiguousLayout(told, tail.position());
            }
            int chunkRows = tail.capacity() / rowBytes;
            int[] chunk = columns == 0 ? new int[] {chunkRows} : new int[] {chunkRows, columns};
            return new ChunkedLayout(chunk, type.size(), List.of(), places());
        }

        @Override
        public long indexBytes() {
            return layout().indexBytes();
        }

        @Override
        public List<Filter> filters() {
            return List.of();
        }

        @Override
        public int allocationTime() {
            return layout().allocationTime();
        }
    }

    private void writeTail(ByteWriter out) throws IOException {
        if (toldBytes == tail.position()) {
            return;
        }
        told = out.align();
        out.bytes(tail.array(), tail.position());
        if (full.count() > 0) {
            out.zerosTo(told + tail.capacity());
        }
        toldBytes = tail.position();
    }

    private ChunkPlaces places() {
        ChunkPlaces whole = full.first(full.count());
        int count = whole.count() + (tail.position() > 0 ? 1 : 0);
        return new ChunkPlaces() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public long address(int chunk) {
                return chunk < whole.count() ? whole.address(chunk) : told;
            }

            @Override
            public int size(int chunk) {
                return 0;
            }
        };
    }
}
