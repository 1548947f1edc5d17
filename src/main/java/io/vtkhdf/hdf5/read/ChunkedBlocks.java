package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.Box;
import io.vtkhdf.chunk.ChunkDecoder;
import io.vtkhdf.chunk.ChunkFormatException;
import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.chunk.DecodedChunk;
import io.vtkhdf.chunk.DecodedChunks;
import io.vtkhdf.chunk.Filter;
import io.vtkhdf.chunk.StoredChunk;
import io.vtkhdf.hdf5.FileBytes;
import io.vtkhdf.hdf5.LayoutClass;
import io.vtkhdf.hdf5.StoredFilter;
import io.vtkhdf.runtime.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;

/** The chunks of a dataset. Where they lie is read from the file when it is first needed. */
public final class ChunkedBlocks implements LoadedBlocks {

    private final StoredFile file;
    private final String path;
    private final ChunkGrid grid;
    private final List<StoredFilter> filters;
    private final int[] filterIds;
    private final int elementSize;
    private final int chunkSize;
    private final ChunkIndex index;
    private final ReadSequence sequence = new ReadSequence();
    private StoredChunks table;

    ChunkedBlocks(
            StoredFile file,
            String path,
            ChunkGrid grid,
            List<StoredFilter> filters,
            int elementSize,
            int chunkSize,
            ChunkIndex index) {
        this.file = file;
        this.path = path;
        this.grid = grid;
        this.filters = filters;
        this.filterIds = new int[filters.size()];
        for (int i = 0; i < filterIds.length; i++) {
            filterIds[i] = filters.get(i).id();
        }
        this.elementSize = elementSize;
        this.chunkSize = chunkSize;
        this.index = index;
    }

    private synchronized StoredChunks table() throws IOException {
        if (table == null) {
            table = file.parse(path, index::read);
        }
        return table;
    }

    private DecodedChunks.Key key(long block) {
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
    public Loader loader(long[] firstPlace, int[] places) {
        if (filters.isEmpty()) {
            return this::loadPlain;
        }
        return new ChunkLoader((long) ChunkGrid.elements(places) * chunkSize <= cache().capacity() / 2);
    }

    @Override
    public void expect(long[] firstPlace, int[] places) throws IOException {
        long[] step = filters.isEmpty() ? null : sequence.step(firstPlace, places);
        if (step == null) {
            return;
        }
        long chunks = ChunkGrid.elements(places);
        long affordable = cache().capacity() / 2 / chunkSize / chunks;
        long enough = (2L * Workers.processors() + chunks - 1) / chunks;
        long[] next = firstPlace.clone();
        for (long i = 0; i < Math.min(affordable, enough); i++) {
            for (int axis = 0; axis < next.length; axis++) {
                next[axis] += step[axis];
            }
            decodeAhead(next, places);
        }
    }

    private void decodeAhead(long[] first, int[] places) throws IOException {
        long[] all = grid.chunksPerAxis();
        for (int axis = 0; axis < all.length; axis++) {
            if (first[axis] < 0 || first[axis] + places[axis] > all[axis]) {
                return;
            }
        }
        for (int i = 0; i < ChunkGrid.elements(places); i++) {
            long block = grid.number(Blocks.place(first, places, i));
            if (table().find(block) != null) {
                cache().decodeAhead(key(block), () -> decode(block));
            }
        }
    }

    private Elements loadPlain(long block, Box box) throws IOException {
        StoredChunks.Chunk chunk = find(block);
        if (chunk == null) {
            return null;
        }
        long address = chunk.address() + (long) box.first() * elementSize;
        byte[] bytes = file.bytes().read(address, box.span() * elementSize);
        return new Elements(ByteBuffer.wrap(bytes), box.strides());
    }

    private final class ChunkLoader implements Loader {
        private final boolean keeping;
        private DecodedChunk chunk;
        private long loaded = -1;

        ChunkLoader(boolean keeping) {
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
                chunk = chunk == null ? decode(block) : chunk;
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

    private DecodedChunk decode(long block) throws IOException {
        StoredChunks.Chunk stored = find(block);
        ChunkDecoder decoder = file.decoders().take();
        try {
            DecodedChunk chunk = cache().blank(elementSize, chunkSize);
            decoder.decode(filterIds, new ChunkInFile(file.bytes(), stored), stored.filterMask(), chunk);
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
    public void verify(long block) throws IOException {
        if (!filters.isEmpty()) {
            cache().recycle(decode(block));
            return;
        }
        StoredChunks.Chunk chunk = find(block);
        for (long done = 0; done < chunk.size(); done += RegionCopy.PIECE_SIZE) {
            int count = (int) Math.min(RegionCopy.PIECE_SIZE, chunk.size() - done);
            file.bytes().read(chunk.address() + done, count);
        }
    }

    @Override
    public long unchecked() throws IOException {
        long bytes = 0;
        for (int i = 0; i < table().count(); i++) {
            StoredChunks.Chunk chunk = table().find(table().number(i));
            bytes += hasChecksum(chunk.filterMask()) ? 0 : chunk.size();
        }
        return bytes;
    }

    /** Deflated data end with the Adler-32 checksum of zlib. */
    private boolean hasChecksum(int filterMask) {
        for (int i = 0; i < filterIds.length; i++) {
            if (filterIds[i] != Filter.SHUFFLE && (filterMask >>> i & 1) == 0) {
                return true;
            }
        }
        return false;
    }

    private record ChunkInFile(FileBytes bytes, StoredChunks.Chunk chunk) implements StoredChunk {
        @Override
        public int size() {
            return (int) chunk.size();
        }

        @Override
        public void read(int from, byte[] target, int count) throws IOException {
            bytes.read(chunk.address() + from, target, count);
        }
    }

    /** Where a chunk is stored, inside the file; null if it was never written. */
    public StoredChunks.Chunk find(long block) throws IOException {
        StoredChunks.Chunk chunk = table().find(block);
        if (chunk == null) {
            return null;
        }
        FileBytes bytes = file.bytes();
        boolean saneSize = filters.isEmpty()
                ? chunk.size() == chunkSize
                : chunk.size() <= ChunkDecoder.maxStoredSize(chunkSize, filters.size());
        if (!saneSize || !bytes.holds(chunk.address(), chunk.size())) {
            throw file.corrupt(
                    place(block),
                    chunk.size() + " bytes at address " + chunk.address(),
                    "at most about " + chunkSize + " bytes inside the file of " + bytes.length());
        }
        return chunk;
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
