package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.Box;
import io.vtkhdf.chunk.ChunkDecoder;
import io.vtkhdf.chunk.ChunkFilters;
import io.vtkhdf.chunk.ChunkFormatException;
import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.chunk.DecodedChunk;
import io.vtkhdf.chunk.DecodedChunks;
import io.vtkhdf.hdf5.FileBytes;
import io.vtkhdf.hdf5.LayoutClass;
import io.vtkhdf.hdf5.Span;
import io.vtkhdf.hdf5.StoredFilter;
import io.vtkhdf.hdf5.fetch.Fetch;
import io.vtkhdf.hdf5.fetch.FileChunk;
import io.vtkhdf.hdf5.fetch.ReadAhead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;

/** The chunks of a dataset. Where they lie is read from the file when it is first needed. */
public final class ChunkedBlocks implements LoadedBlocks, ReadAhead.Chunks {

    private final StoredFile file;
    private final String path;
    private final ChunkGrid grid;
    private final List<StoredFilter> filters;
    private final ChunkFilters pipeline;
    private final int elementSize;
    private final int chunkSize;
    private final ChunkIndex index;
    private final ReadAhead ahead;
    private StoredChunks table;

    ChunkedBlocks(
            StoredFile file,
            String path,
            ChunkGrid grid,
            List<StoredFilter> filters,
            ChunkFilters pipeline,
            int elementSize,
            ChunkIndex index) {
        this.file = file;
        this.path = path;
        this.grid = grid;
        this.filters = filters;
        this.pipeline = pipeline;
        this.elementSize = elementSize;
        this.chunkSize = pipeline.chunkSize();
        this.index = index;
        this.ahead = new ReadAhead(file.bytes(), file.buffers(), grid, chunkSize, this);
    }

    private synchronized StoredChunks table() throws IOException {
        if (table == null) {
            table = file.parse(path, index::read);
        }
        return table;
    }

    @Override
    public DecodedChunks.Key key(long block) {
        return new DecodedChunks.Key(this, block, chunkSize);
    }

    private DecodedChunks cache() {
        return file.chunkCache();
    }

    @Override
    public ChunkGrid grid() {
        return grid;
    }

    public int chunkSize() {
        return chunkSize;
    }

    @Override
    public Loader loader(FileBytes bytes, long[] firstPlace, int[] places) {
        if (filters.isEmpty()) {
            return (block, box) -> loadPlain(bytes, block, box);
        }
        return new ChunkLoader(bytes, (long) ChunkGrid.elements(places) * chunkSize <= cache().capacity() / 2);
    }

    @Override
    public StoredFile file() {
        return file;
    }

    @Override
    public Span needed(long block, Box box) throws IOException {
        StoredChunks.Chunk chunk = find(block);
        if (chunk == null) {
            return null;
        } else if (filters.isEmpty()) {
            return new Span(address(chunk, box), box.span() * elementSize);
        }
        boolean fetched = chunk.size() <= Fetch.mostBatch() && !cache().holds(key(block));
        return fetched ? new Span(chunk.address(), (int) chunk.size()) : null;
    }

    @Override
    public boolean areLoadedWhole() {
        return !filters.isEmpty();
    }

    @Override
    public void expect(long[] firstPlace, int[] places) throws IOException {
        if (!filters.isEmpty()) {
            ahead.expect(firstPlace, places);
        }
    }

    private long address(StoredChunks.Chunk chunk, Box box) {
        return chunk.address() + (long) box.first() * elementSize;
    }

    private Elements loadPlain(FileBytes bytes, long block, Box box) throws IOException {
        StoredChunks.Chunk chunk = find(block);
        if (chunk == null) {
            return null;
        }
        byte[] elements = bytes.read(address(chunk, box), box.span() * elementSize);
        return new Elements(ByteBuffer.wrap(elements), box.strides());
    }

    private final class ChunkLoader implements Loader {
        private final FileBytes bytes;
        private final boolean keeping;
        private DecodedChunk chunk;
        private long loaded = -1;

        ChunkLoader(FileBytes bytes, boolean keeping) {
            this.bytes = bytes;
            this.keeping = keeping;
        }

        @Override
        public Elements load(long block, Box box) throws IOException {
            if (block != loaded) {
                close();
                if (table().find(block) == null) {
                    return null;
                }
                chunk = cache().take(key(block));
                chunk = chunk == null ? decode(bytes, block) : chunk;
                loaded = block;
            }
            return chunk.isShuffled() && box.isSparse()
                    ? new Elements(chunk.gather(box.first(), box.size(), box.strides()), box.denseStrides())
                    : new Elements(chunk.elements(box.first(), box.span()), box.strides());
        }

        @Override
        public void discard() {
            if (chunk != null) {
                cache().recycle(chunk);
            }
            chunk = null;
            loaded = -1;
        }

        @Override
        public void close() {
            if (chunk != null && keeping) {
                cache().keep(key(loaded), chunk);
                chunk = null;
            }
            discard();
        }
    }

    @Override
    public DecodedChunk decode(FileBytes bytes, long block) throws IOException {
        StoredChunks.Chunk stored = find(block);
        ChunkDecoder decoder = file.decoders().take();
        try {
            DecodedChunk chunk = cache().blank(elementSize, chunkSize);
            FileChunk data = new FileChunk(bytes, stored.address(), (int) stored.size());
            decoder.decode(pipeline, data, stored.filterMask(), chunk);
            return chunk;
        } catch (ChunkFormatException e) {
            throw file.corrupt(place(block), e.found(), e.expected());
        } catch (DataFormatException e) {
            throw file.corrupt(place(block), "data that zlib refuses: " + e.getMessage(), "a deflated chunk");
        } finally {
            file.decoders().giveBack(decoder);
        }
    }

    @Override
    public long storedCount() throws IOException {
        return table().count();
    }

    @Override
    public Stored stored(long index) throws IOException {
        long number = table().number((int) index);
        StoredChunks.Chunk chunk = table().find(number);
        return new Stored(number, chunk.address(), chunk.size());
    }

    @Override
    public void verify(FileBytes bytes, long block) throws IOException {
        if (!filters.isEmpty()) {
            cache().recycle(decode(bytes, block));
            return;
        }
        StoredChunks.Chunk chunk = find(block);
        long piece = bytes.isRemote() ? Fetch.mostBatch() : RegionCopy.PIECE_SIZE;
        for (long done = 0; done < chunk.size(); done += piece) {
            bytes.read(chunk.address() + done, (int) Math.min(piece, chunk.size() - done));
        }
    }

    @Override
    public long unchecked() throws IOException {
        long bytes = 0;
        for (int i = 0; i < table().count(); i++) {
            StoredChunks.Chunk chunk = table().find(table().number(i));
            bytes += pipeline.hasChecksum(chunk.filterMask()) ? 0 : chunk.size();
        }
        return bytes;
    }

    /** Where a chunk is stored, inside the file; null if it was never written. */
    public StoredChunks.Chunk find(long block) throws IOException {
        StoredChunks.Chunk chunk = table().find(block);
        if (chunk == null) {
            return null;
        }
        FileBytes bytes = file.bytes();
        boolean saneSize = filters.isEmpty() ? chunk.size() == chunkSize : chunk.size() <= pipeline.mostStored();
        if (!saneSize || !bytes.holds(chunk.address(), chunk.size())) {
            throw file.corrupt(
                    place(block),
                    chunk.size() + " bytes at address " + chunk.address(),
                    "at most about " + chunkSize + " bytes inside the file of " + bytes.length());
        }
        return chunk;
    }

    @Override
    public Span span(long block) throws IOException {
        StoredChunks.Chunk chunk = table().find(block);
        boolean sane = chunk != null
                && chunk.size() <= pipeline.mostStored()
                && file.bytes().holds(chunk.address(), chunk.size());
        return sane ? new Span(chunk.address(), (int) chunk.size()) : null;
    }

    private String place(long block) {
        return path + " chunk " + Arrays.toString(grid.place(block));
    }

    @Override
    public long loaderMemory() {
        return 2L * chunkSize;
    }

    @Override
    public LayoutClass storage() {
        return LayoutClass.CHUNKED;
    }

    @Override
    public List<StoredFilter> filters() {
        return filters;
    }

    @Override
    public long storedBytes() throws IOException {
        try {
            return table().storedBytes();
        } catch (ArithmeticException e) {
            throw file.corrupt(
                    path,
                    "chunks of 2^63 bytes or more",
                    "chunks inside the file of " + file.bytes().length() + " bytes");
        }
    }
}
