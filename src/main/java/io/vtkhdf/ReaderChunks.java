package io.vtkhdf;

import io.vtkhdf.chunk.ChunkDecoder;
import io.vtkhdf.chunk.ChunkGrid;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;

/** The chunks of a dataset. Where they lie is read from the file when it is first needed. */
final class ReaderChunks implements ReaderBlocks {

    private final JhdfDataset dataset;
    private final ChunkGrid grid;
    private final List<ReaderFilter> filters;
    private final int elementSize;
    private final int chunkSize;
    private final JhdfChunkIndex index;
    private ReaderChunkTable table;

    ReaderChunks(
            JhdfDataset dataset,
            ChunkGrid grid,
            List<ReaderFilter> filters,
            int elementSize,
            int chunkSize,
            JhdfChunkIndex index) {
        this.dataset = dataset;
        this.grid = grid;
        this.filters = filters;
        this.elementSize = elementSize;
        this.chunkSize = chunkSize;
        this.index = index;
    }

    private synchronized ReaderChunkTable table() throws IOException {
        if (table == null) {
            table = dataset.file().parse(dataset.path(), index::read);
        }
        return table;
    }

    @Override
    public ChunkGrid grid() {
        return grid;
    }

    @Override
    public Loader loader() {
        int[] ids = filters.stream().mapToInt(ReaderFilter::id).toArray();
        ChunkDecoder decoder = new ChunkDecoder(ids, elementSize, chunkSize);
        return new Loader() {
            @Override
            public ByteBuffer load(long block, int first, int count) throws IOException {
                ReaderChunkTable.Chunk chunk = table().find(block);
                if (chunk == null) {
                    return null;
                }
                requireSane(block, chunk);
                return filters.isEmpty()
                        ? ByteBuffer.wrap(
                                read(chunk.address() + (long) first * elementSize, (long) count * elementSize))
                        : ByteBuffer.wrap(decode(block, chunk, decoder), first * elementSize, count * elementSize)
                                .slice();
            }

            @Override
            public void close() {
                decoder.close();
            }
        };
    }

    private void requireSane(long block, ReaderChunkTable.Chunk chunk) throws IOException {
        ReaderChannel channel = dataset.file().channel();
        boolean saneSize = filters.isEmpty()
                ? chunk.size() == chunkSize
                : chunk.size() <= ChunkDecoder.maxStoredSize(chunkSize, filters.size());
        if (!saneSize || !channel.holds(chunk.address(), chunk.size())) {
            throw dataset.file()
                    .corrupt(
                            place(block),
                            chunk.size() + " bytes at address " + chunk.address(),
                            "at most about " + chunkSize + " bytes inside the file of " + channel.length());
        }
    }

    private byte[] read(long address, long size) throws IOException {
        return dataset.file().channel().read(address, (int) size);
    }

    private byte[] decode(long block, ReaderChunkTable.Chunk chunk, ChunkDecoder decoder) throws IOException {
        try {
            return decoder.decode(read(chunk.address(), chunk.size()), chunk.filterMask());
        } catch (DataFormatException e) {
            throw dataset.file().corrupt(place(block), e);
        }
    }

    private String place(long block) {
        return dataset.path() + " chunk " + Arrays.toString(grid.place(block));
    }

    @Override
    public long loaderMemory() {
        return 3L * chunkSize;
    }

    @Override
    public String storage() {
        return "chunked";
    }

    @Override
    public List<ReaderFilter> filters() {
        return filters;
    }

    @Override
    public long storedBytes() throws IOException {
        return table().storedBytes();
    }
}
