package io.vtkhdf.hdf5.write;

import io.vtkhdf.hdf5.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the chunks lie of a dataset that grows along its slowest axis, one after the other: 12 bytes of memory each,
 * and 8 where all are of one size. Thread-safe.
 */
public final class PlacedChunks {

    private static final int PAGE = 1 << 10;

    private final List<long[]> addresses = new ArrayList<>();
    private final List<int[]> sizes = new ArrayList<>();
    private final boolean sized;
    private int count;
    private boolean isWhole = true;

    /** @param sized whether each chunk has a size of its own, as with filters */
    public PlacedChunks(boolean sized) {
        this.sized = sized;
    }

    /**
     * Adds the chunk that comes next.
     *
     * @param address undefined if it was never written
     * @param size of no account if all are of one size
     */
    public synchronized void add(long address, int size) {
        int at = count % PAGE;
        if (at == 0) {
            addresses.add(new long[PAGE]);
            sizes.add(sized ? new int[PAGE] : null);
        }
        addresses.get(count / PAGE)[at] = address;
        if (sized) {
            sizes.get(count / PAGE)[at] = size;
        }
        isWhole &= address != ByteWriter.UNDEFINED_ADDRESS;
        count++;
    }

    /** Adds all chunks of a table. */
    public void addAll(ChunkPlaces table) {
        for (int chunk = 0; chunk < table.count(); chunk++) {
            add(table.address(chunk), table.size(chunk));
        }
    }

    public synchronized int count() {
        return count;
    }

    /** Whether each chunk was written. */
    synchronized boolean isWhole() {
        return isWhole;
    }

    private synchronized long address(int chunk) {
        return addresses.get(chunk / PAGE)[chunk % PAGE];
    }

    private synchronized int size(int chunk) {
        return sized ? sizes.get(chunk / PAGE)[chunk % PAGE] : 0;
    }

    /** The chunks that were added first; they stay as they are. */
    public ChunkPlaces first(int chunks) {
        return new ChunkPlaces() {
            @Override
            public int count() {
                return chunks;
            }

            @Override
            public long address(int chunk) {
                return PlacedChunks.this.address(chunk);
            }

            @Override
            public int size(int chunk) {
                return PlacedChunks.this.size(chunk);
            }
        };
    }
}
