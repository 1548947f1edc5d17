package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.ByteReader;
import io.vtkhdf.hdf5.Malformed;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads the chunk index of a dataset, whichever it is. None is jHDF's to parse: its readers of fixed and extensible
 * arrays know nothing of chunks or pages never written, nor of a dataset that is smaller than it may become, of version
 * 2 it errs about deep B-trees, and those of version 1 it reads node by node, each a request to a remote file.
 */
final class ChunkIndex {

    private static final int MASK_SIZE = 4;

    private final LayoutMessage.Chunked layout;
    private final ChunkGrid grid;
    private final long[] maxShape;
    private final int chunkSize;
    private final boolean filtered;

    /** @param chunkSize the bytes of an unfiltered chunk */
    ChunkIndex(LayoutMessage.Chunked layout, ChunkGrid grid, long[] maxShape, int chunkSize, boolean filtered) {
        this.layout = layout;
        this.grid = grid;
        this.maxShape = maxShape;
        this.chunkSize = chunkSize;
        this.filtered = filtered;
    }

    /** To be called through {@link StoredFile#parse}. */
    StoredChunks read(BoundedBytes storage) {
        StoredChunks table = new StoredChunks();
        if (layout.index().address() >= 0) {
            addAll(storage, layout.index(), table);
        }
        StoredChunks ordered = table.inOrder();
        if (layout.edges() == LayoutMessage.Edges.UNFILTERED) {
            ordered.leaveOutFilters(this::reachesBeyond);
        }
        return ordered;
    }

    private boolean reachesBeyond(long chunk) {
        return !Arrays.equals(grid.sizeInside(grid.place(chunk)), grid.chunkShape());
    }

    private void addAll(BoundedBytes storage, LayoutMessage.Index index, StoredChunks table) {
        long address = index.address();
        switch (index.type()) {
            case B_TREE_V1 -> addTree(storage, address, table);
            case SINGLE_CHUNK -> addSingle(index, table);
            case IMPLICIT -> addImplicit(storage.length(), address, table);
            case FIXED_ARRAY -> new FixedArrayIndex(storage, address, sink(table)).read();
            case EXTENSIBLE_ARRAY -> new ExtensibleArrayIndex(storage, address, sink(table)).read();
            case B_TREE_V2 ->
                RecordTree.forEach(
                        storage,
                        address,
                        filtered ? RecordTree.FILTERED_CHUNKS : RecordTree.CHUNKS,
                        entry -> add(entry, table));
        }
    }

    /** An entry is: address, if it is filtered its size and mask (4), and its place among the chunks (8 an axis). */
    private void add(ByteBuffer entry, StoredChunks table) {
        int sizeSize = entry.remaining() - ByteReader.ADDRESS_SIZE - MASK_SIZE - Long.BYTES * grid.rank();
        if (filtered ? sizeSize < 1 || sizeSize > Long.BYTES : sizeSize != -MASK_SIZE) {
            throw new Malformed("B-tree of chunks with entries of " + entry.remaining() + " bytes");
        }
        long address = ByteReader.address(entry);
        long size = filtered ? ByteReader.unsigned(entry, sizeSize) : chunkSize;
        int mask = filtered ? entry.getInt() : 0;
        long[] place = new long[grid.rank()];
        for (int axis = 0; axis < place.length; axis++) {
            place[axis] = entry.getLong();
        }
        add(place, address, size, mask, table);
    }

    private void add(long[] place, long address, long size, int mask, StoredChunks table) {
        long[] chunksPerAxis = grid.chunksPerAxis();
        boolean inside = address >= 0;
        for (int axis = 0; axis < place.length; axis++) {
            inside &= place[axis] >= 0 && place[axis] < chunksPerAxis[axis];
        }
        if (inside) {
            table.add(grid.number(place), address, size, mask);
        }
    }

    private IndexEntries sink(StoredChunks table) {
        return new IndexEntries(table, grid, maxShape, chunkSize, filtered);
    }

    private void addSingle(LayoutMessage.Index index, StoredChunks table) {
        if (grid.count() != 1) {
            throw new Malformed("single chunk index of " + grid.count() + " chunks");
        }
        table.add(0, index.address(), index.storedSize() < 0 ? chunkSize : index.storedSize(), index.filterMask());
    }

    /** All chunks one after the other. */
    private void addImplicit(long fileLength, long address, StoredChunks table) {
        IndexEntries sink = sink(table);
        long end = Math.min(sink.count(), (fileLength - address) / chunkSize);
        for (long chunk = 0; chunk < end; chunk++) {
            sink.add(chunk, address + chunk * chunkSize, chunkSize, 0);
        }
        if (end < sink.count()) {
            throw new Malformed(sink.count() + " chunks reach beyond the end of the file");
        }
    }

    private void addTree(BoundedBytes storage, long address, StoredChunks table) {
        int[] chunkShape = grid.chunkShape();
        ChunkTree tree = new ChunkTree(storage, grid.rank(), (start, at, size, mask) -> {
            for (int axis = 0; axis < start.length; axis++) {
                start[axis] /= chunkShape[axis];
            }
            add(start, at, size, mask, table);
        });
        tree.read(address);
    }
}
