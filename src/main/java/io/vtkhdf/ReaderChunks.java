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
        return new ChunkLoader();
    }

    private final class ChunkLoader implements Loader {
        private final ChunkDecoder decoder =
                new ChunkDecoder(filters.stream().mapToInt(ReaderFilter::id).toArray(), elementSize, chunkSize);
        private long decoded = -1;

        @Override
        public ByteBuffer load(long block, int first, int count) throws IOException {
            ReaderChunkTable.Chunk chunk = table().find(block);
            if (chunk == null) {
                return null;
            }
            requireSane(block, chunk);
            if (filters.isEmpty()) {
                long address = chunk.address() + (long) first * elementSize;
                return ByteBuffer.wrap(dataset.file().channel().read(address, count * elementSize));
            }
            if (block != decoded) {
                decoded = -1;
                decode(block, chunk, decoder);
                decoded = block;
            }
            return decoder.elements(first, count);
        }

        @Override
        public void close() {
            decoder.close();
        }
    }

    /** The bytes of a chunk in the file. */
    private record StoredChunk(ReaderChannel channel, long address, int size) implements ChunkDecoder.Stored {
        @Override
        public byte[] read(int from, int count) throws IOException {
            return channel.read(address + from, count);
        }
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

    private void decode(long block, ReaderChunkTable.Chunk chunk, ChunkDecoder decoder) throws IOException {
        try {
            decoder.decode(
                    new StoredChunk(dataset.file().channel(), chunk.address(), (int) chunk.size()), chunk.filterMask());
        } catch (DataFormatException e) {
            throw dataset.file().corrupt(place(block), e);
        }
    }

    private String place(long block) {
        return dataset.path() + " chunk " + Arrays.toString(grid.place(block));
    }

    @Override
    public long loaderMemory() {
        return 2L * chunkSize;
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
