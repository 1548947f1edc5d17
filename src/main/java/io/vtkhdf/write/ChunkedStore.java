package io.vtkhdf.write;

import io.vtkhdf.chunk.ChunkBuffers;
import io.vtkhdf.chunk.ChunkEncoder;
import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.chunk.ChunkPipeline;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.format.FillValue;
import io.vtkhdf.hdf5.write.ChunkTable;
import io.vtkhdf.hdf5.write.ChunkedLayout;
import io.vtkhdf.hdf5.write.Layout;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Slices of a chunked dataset: those that a layer of chunks needs are gathered in a slab, which is then cut into
 * chunks. Where the values of a chunk stand together in one slice they need not be gathered.
 */
final class ChunkedStore implements SliceStore {

    private final ArrayShape shape;
    private final ChunkGrid grid;
    private final int[] chunk;
    private final ChunkPipeline pipeline;
    private final ChunkEncoder encoder;
    private final ChunkTable table;
    private final SlabBuffers slabs;
    private final FillValue fill;
    private final LongConsumer listener;
    private final Layout layout;
    private final Map<Integer, SlabBuffer> open = new HashMap<>();

    private ChunkedStore(WriterSession session, ArrayShape shape, Storage storage, Optional<ChunkTable> earlier) {
        Dimensions size = storage.chunkOf(shape).orElseThrow();
        int elementSize = shape.spec().type().size();
        this.shape = shape;
        this.chunk = new int[] {size.z(), size.y(), size.x()};
        this.grid = new ChunkGrid(shape.rows(), chunk);
        this.encoder = new ChunkEncoder(elementSize, storage.gzipLevel(), storage.hasShuffle(), storage.hasChecksum());
        this.pipeline = session.pipeline();
        this.slabs = session.slabs();
        this.listener = session.listener();
        this.fill = new FillValue(shape.spec().type());
        this.table = earlier.orElseGet(() -> new ChunkTable(Math.toIntExact(grid.count())));
        this.layout = new ChunkedLayout(shape.hdf5Chunk(size), elementSize, encoder.filters(), table);
    }

    /** An array of which nothing is there. */
    static ChunkedStore create(WriterSession session, ArrayShape shape, Storage storage) {
        return new ChunkedStore(session, shape, storage, Optional.empty());
    }

    /** An array of which an earlier run has written some chunks. */
    static ChunkedStore resume(WriterSession session, ArrayShape shape, Storage storage, ChunkTable chunks) {
        return new ChunkedStore(session, shape, storage, Optional.of(chunks));
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public void write(int slice, Values values) throws IOException {
        if (isRun()) {
            submitRuns(slice, values);
            return;
        }
        int layer = slice / chunk[0];
        SlabBuffer slab = slab(layer);
        if (slab.write(slice % chunk[0], values)) {
            complete(layer, slab);
        }
    }

    @Override
    public void fill(int slice) throws IOException {
        int layer = slice / chunk[0];
        synchronized (open) {
            if (!open.containsKey(layer)) {
                listener.accept(shape.sliceBytes()); // Chunks that were never written read as the fill value.
                return;
            }
        }
        int bytes = Math.toIntExact(shape.sliceBytes());
        ScalarType type = shape.spec().type();
        write(slice, GivenValues.of(shape.spec().name(), type, Values.littleEndian(fill.bytes(bytes))));
    }

    /** Whether the values of a chunk are neighbours in a slice: whole rows, or a part of one. */
    private boolean isRun() {
        return chunk[0] == 1 && (grid.chunksPerAxis()[2] == 1 || chunk[1] == 1);
    }

    private void submitRuns(int slice, Values values) throws IOException {
        for (int row = 0; row < grid.chunksPerAxis()[1]; row++) {
            for (int column = 0; column < grid.chunksPerAxis()[2]; column++) {
                submitRun(new long[] {slice, row, column}, values);
            }
        }
    }

    private void submitRun(long[] place, Values values) throws IOException {
        ChunkBuffers buffers = pipeline.acquire(chunkBytes());
        int components = shape.spec().components();
        int[] size = grid.sizeInside(place);
        long[] start = grid.start(place);
        long tuple = start[1] * shape.dimensions().x() + start[2];
        int count = ChunkGrid.elements(size) * components;
        values.get((int) (tuple * components), count, Values.littleEndian(buffers.data()));
        int valueBytes = count * shape.spec().type().size();
        Arrays.fill(buffers.data(), valueBytes, chunkBytes(), (byte) 0);
        pipeline.submit(buffers, valueBytes, encoder, table, (int) grid.number(place));
    }

    private int chunkBytes() {
        return grid.chunkElements() * shape.spec().tupleSize();
    }

    private SlabBuffer slab(int layer) throws IOException {
        synchronized (open) {
            SlabBuffer slab = open.get(layer);
            if (slab == null) {
                int slices = Math.min(chunk[0], shape.dimensions().z() - layer * chunk[0]);
                slab = slabs.create(shape, slices);
                open.put(layer, slab);
            }
            return slab;
        }
    }

    private void complete(int layer, SlabBuffer slab) throws IOException {
        for (int row = 0; row < grid.chunksPerAxis()[1]; row++) {
            submitRow(layer, row, slab);
        }
        synchronized (open) {
            open.remove(layer);
        }
        slab.release();
    }

    private void submitRow(int layer, int row, SlabBuffer slab) throws IOException {
        int firstRow = row * chunk[1];
        int rows = Math.min(chunk[1], shape.dimensions().y() - firstRow);
        int chunks = Math.max(1, slab.columnsAtOnce(rows) / chunk[2]);
        int allChunks = (int) grid.chunksPerAxis()[2];
        for (int first = 0; first < allChunks; first += chunks) {
            int end = Math.min(first + chunks, allChunks);
            int firstColumn = first * chunk[2];
            int columns =
                    (int) Math.min((long) end * chunk[2], shape.dimensions().x()) - firstColumn;
            SlabBuffer.Band band = slab.band(firstRow, rows, firstColumn, columns);
            for (int column = first; column < end; column++) {
                submit(band, (column - first) * chunk[2], new long[] {layer, row, column});
            }
        }
    }

    private void submit(SlabBuffer.Band band, int column, long[] place) throws IOException {
        ChunkBuffers buffers = pipeline.acquire(chunkBytes());
        int[] size = grid.sizeInside(place);
        if (!Arrays.equals(size, chunk)) {
            Arrays.fill(buffers.data(), 0, chunkBytes(), (byte) 0);
        }
        band.copyTo(column, size, buffers.data(), chunk);
        long valueBytes = (long) ChunkGrid.elements(size) * shape.spec().tupleSize();
        pipeline.submit(buffers, valueBytes, encoder, table, (int) grid.number(place));
    }
}
