package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.hdf5.ByteReader;
import java.nio.ByteBuffer;

/**
 * Takes the entries of an array of chunks and puts those that were written into a table. Such an array counts chunks by
 * the size that the dataset may grow to, an axis without limit first, then the others, the last one fastest.
 */
final class IndexEntries {

    private static final int MASK_SIZE = 4;

    private final StoredChunks table;
    private final ChunkGrid grid;
    private final long[] chunksPerAxis;
    private final long[] maxChunksPerAxis;
    private final int unlimitedAxis;
    private final int chunkSize;
    private final boolean filtered;

    /** @param maxShape the largest size along each axis, negative for no limit */
    IndexEntries(StoredChunks table, ChunkGrid grid, long[] maxShape, int chunkSize, boolean filtered) {
        this.table = table;
        this.grid = grid;
        this.chunkSize = chunkSize;
        this.filtered = filtered;
        this.chunksPerAxis = grid.chunksPerAxis();
        this.maxChunksPerAxis = grid.chunksPerAxis();
        int unlimited = 0;
        for (int axis = 0; axis < maxShape.length; axis++) {
            if (maxShape[axis] < 0) {
                unlimited = axis;
            } else {
                long chunk = grid.chunkShape()[axis];
                maxChunksPerAxis[axis] =
                        Math.max(chunksPerAxis[axis], maxShape[axis] / chunk + (maxShape[axis] % chunk == 0 ? 0 : 1));
            }
        }
        this.unlimitedAxis = unlimited;
    }

    /** The number of entries that the dataset's present size can need. */
    long count() {
        long count = chunksPerAxis[unlimitedAxis];
        for (int axis = 0; axis < maxChunksPerAxis.length; axis++) {
            if (axis != unlimitedAxis) {
                count = Math.multiplyExact(count, maxChunksPerAxis[axis]);
            }
        }
        return count;
    }

    /** The bytes of an entry of the array must be these. */
    boolean fits(int entrySize) {
        return filtered
                ? entrySize > ByteReader.ADDRESS_SIZE + MASK_SIZE
                        && entrySize <= ByteReader.ADDRESS_SIZE + Long.BYTES + MASK_SIZE
                : entrySize == ByteReader.ADDRESS_SIZE;
    }

    /** Takes one entry of the array from the buffer. */
    void add(long index, ByteBuffer entry, int entrySize) {
        long address = ByteReader.address(entry);
        if (filtered) {
            long size = ByteReader.unsigned(entry, entrySize - ByteReader.ADDRESS_SIZE - MASK_SIZE);
            add(index, address, size, (int) ByteReader.unsigned(entry, MASK_SIZE));
        } else {
            add(index, address, chunkSize, 0);
        }
    }

    /** @param address negative for a chunk never written */
    void add(long index, long address, long size, int filterMask) {
        if (address < 0) {
            return;
        }
        long[] place = new long[grid.rank()];
        long rest = index;
        for (int axis = grid.rank() - 1; axis >= 0; axis--) {
            if (axis != unlimitedAxis) {
                place[axis] = rest % maxChunksPerAxis[axis];
                rest /= maxChunksPerAxis[axis];
            }
        }
        place[unlimitedAxis] = rest;
        for (int axis = 0; axis < place.length; axis++) {
            if (place[axis] >= chunksPerAxis[axis]) {
                return;
            }
        }
        table.add(grid.number(place), address, size, filterMask);
    }
}
