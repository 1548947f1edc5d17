package io.vtkhdf.write.store;

import io.vtkhdf.chunk.ChunkBuffers;
import io.vtkhdf.chunk.ChunkEncoder;
import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.chunk.ChunkPipeline;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.hdf5.write.ChunkTable;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import java.io.IOException;
import java.util.Arrays;

/** Cuts values of one array into chunks, which then go through the pipeline. Thread-safe. */
final class ChunkCutter {

    private final ArrayShape shape;
    private final ChunkGrid grid;
    private final int[] chunk;
    private final ChunkPipeline pipeline;
    private final ChunkEncoder encoder;
    private final ChunkTable table;
    private final boolean areRuns;

    ChunkCutter(ArrayShape shape, ChunkGrid grid, ChunkPipeline pipeline, ChunkEncoder encoder, ChunkTable table) {
        this.shape = shape;
        this.grid = grid;
        this.chunk = grid.chunkShape();
        this.pipeline = pipeline;
        this.encoder = encoder;
        this.table = table;
        this.areRuns = chunk[0] == 1 && (grid.chunksPerAxis()[2] == 1 || chunk[1] == 1);
    }

    /** Whether the values of a chunk are neighbours in a slice: whole rows, or a part of one. */
    boolean areRuns() {
        return areRuns;
    }

    /** All chunks of a slice, whose values are {@linkplain #areRuns() runs}. */
    void submitRuns(int slice, Values values) throws IOException {
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

    /** All chunks of a layer. */
    void submit(int layer, SlabBuffer slab) throws IOException {
        for (int row = 0; row < grid.chunksPerAxis()[1]; row++) {
            submitRow(layer, row, slab);
        }
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

    /** A chunk that has all of its values now. */
    void submit(int number, PendingChunks.Pending complete) throws IOException {
        Dimensions size = complete.region().size();
        SlabBuffer.Band band = new SlabBuffer.Band(
                complete.bytes(),
                size.z(),
                size.y(),
                size.x(),
                0,
                0,
                shape.spec().tupleSize());
        submit(band, 0, grid.place(number));
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

    /** A chunk that a box covers. */
    void submit(ChunkRegions.Share share, BoxValues values) throws IOException {
        ChunkBuffers buffers = pipeline.acquire(chunkBytes());
        Region inside = share.inside();
        Dimensions size = new Dimensions(chunk[2], chunk[1], chunk[0]);
        if (!inside.size().equals(size)) {
            Arrays.fill(buffers.data(), 0, chunkBytes(), (byte) 0);
        }
        values.copy(inside, buffers.data(), new Region(inside.x(), inside.y(), inside.z(), size));
        long valueBytes = inside.size().count() * shape.spec().tupleSize();
        pipeline.submit(buffers, valueBytes, encoder, table, share.number());
    }
}
