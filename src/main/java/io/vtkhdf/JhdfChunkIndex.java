package io.vtkhdf;

import io.jhdf.btree.BTreeV1;
import io.jhdf.btree.record.BTreeDatasetChunkRecord;
import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.dataset.chunked.DatasetInfo;
import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessageV4;
import io.vtkhdf.chunk.ChunkGrid;
import java.util.BitSet;
import java.util.List;

/**
 * Reads the chunk index of a dataset, whichever it is. B-trees are jHDF's to parse; its readers of fixed and extensible
 * arrays know nothing of chunks or pages never written, nor of a dataset that is smaller than it may become, so these
 * are our own.
 */
final class JhdfChunkIndex {

    private final DataLayoutMessage layout;
    private final ChunkGrid grid;
    private final long[] maxShape;
    private final int chunkSize;
    private final boolean filtered;

    /** @param chunkSize the bytes of an unfiltered chunk */
    JhdfChunkIndex(DataLayoutMessage layout, ChunkGrid grid, long[] maxShape, int chunkSize, boolean filtered) {
        this.layout = layout;
        this.grid = grid;
        this.maxShape = maxShape;
        this.chunkSize = chunkSize;
        this.filtered = filtered;
    }

    /** To be called through {@link JhdfFile#parse}. */
    ReaderChunkTable read(JhdfStorage storage) {
        ReaderChunkTable table = new ReaderChunkTable();
        if (layout instanceof ChunkedDataLayoutMessage v3) {
            if (v3.getBTreeAddress() >= 0) {
                addAll(
                        BTreeV1.createDataBTree(storage, v3.getBTreeAddress(), grid.rank())
                                .getChunks(),
                        table);
            }
        } else if (layout instanceof ChunkedDataLayoutMessageV4 v4 && v4.getAddress() >= 0) {
            addAll(storage, v4, table);
        }
        return table.inOrder();
    }

    private void addAll(JhdfStorage storage, ChunkedDataLayoutMessageV4 v4, ReaderChunkTable table) {
        long address = v4.getAddress();
        switch (v4.getIndexingType()) {
            case ChunkedDataLayoutMessageV4.SINGLE_CHUNK_INDEX -> addSingle(v4, table);
            case ChunkedDataLayoutMessageV4.IMPLICIT_INDEX -> addImplicit(storage.size(), address, table);
            case ChunkedDataLayoutMessageV4.FIXED_ARRAY_INDEX ->
                new ReaderFixedArray(storage, address, sink(table)).read();
            case ChunkedDataLayoutMessageV4.EXTENSIBLE_ARRAY_INDEX ->
                new ReaderExtensibleArray(storage, address, sink(table)).read();
            case ChunkedDataLayoutMessageV4.B_TREE_V2_INDEX ->
                addAll(
                        JhdfTrees.<BTreeDatasetChunkRecord>records(storage, address, datasetInfo()).stream()
                                .map(BTreeDatasetChunkRecord::getChunk)
                                .toList(),
                        table);
            default -> throw new UnsupportedHdfException("chunk index of type " + v4.getIndexingType());
        }
    }

    private DatasetInfo datasetInfo() {
        return new DatasetInfo(chunkSize, maxShape, grid.chunkShape());
    }

    private ReaderChunkSink sink(ReaderChunkTable table) {
        return new ReaderChunkSink(table, grid, maxShape, chunkSize, filtered);
    }

    private void addSingle(ChunkedDataLayoutMessageV4 v4, ReaderChunkTable table) {
        if (grid.count() != 1) {
            throw new HdfException("single chunk index of " + grid.count() + " chunks");
        }
        if (v4.isFilteredSingleChunk()) {
            table.add(
                    0, v4.getAddress(), v4.getSizeOfFilteredSingleChunk(), mask(v4.getFilterMaskFilteredSingleChunk()));
        } else {
            table.add(0, v4.getAddress(), chunkSize, 0);
        }
    }

    /** All chunks one after the other. */
    private void addImplicit(long fileLength, long address, ReaderChunkTable table) {
        ReaderChunkSink sink = sink(table);
        long end = Math.min(sink.count(), (fileLength - address) / chunkSize);
        for (long chunk = 0; chunk < end; chunk++) {
            sink.add(chunk, address + chunk * chunkSize, chunkSize, 0);
        }
        if (end < sink.count()) {
            throw new HdfException(sink.count() + " chunks reach beyond the end of the file");
        }
    }

    private void addAll(List<Chunk> chunks, ReaderChunkTable table) {
        int[] chunkShape = grid.chunkShape();
        long[] chunksPerAxis = grid.chunksPerAxis();
        for (Chunk chunk : chunks) {
            long[] place = chunk.getChunkOffset();
            boolean inside = true;
            for (int axis = 0; axis < place.length; axis++) {
                place[axis] /= chunkShape[axis];
                inside &= place[axis] >= 0 && place[axis] < chunksPerAxis[axis];
            }
            if (inside && chunk.getAddress() >= 0) {
                table.add(grid.number(place), chunk.getAddress(), chunk.getSize(), mask(chunk.getFilterMask()));
            }
        }
    }

    private static int mask(BitSet bits) {
        return bits.isEmpty() ? 0 : (int) bits.toLongArray()[0];
    }
}
