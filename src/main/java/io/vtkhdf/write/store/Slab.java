package io.vtkhdf.write.store;

import io.vtkhdf.hdf5.write.ChunkTable;
import java.util.Optional;

/**
 * An array at one step.
 *
 * @param address where it is, if it is stored raw
 * @param chunks where its chunks come to lie, if it is stored in chunks
 */
public record Slab(SliceStore store, long address, Optional<ChunkTable> chunks) {

    /** A slab that is stored raw. */
    public static Slab raw(SliceStore store, long address) {
        return new Slab(store, address, Optional.empty());
    }

    /** A slab that is stored in chunks. */
    public static Slab chunked(ChunkedStore store) {
        return new Slab(store, 0, Optional.of(store.table()));
    }

    /** Whether all that was written of it has its place in the file, of a slab that is complete. */
    public boolean isPlaced() {
        return chunks.isEmpty() || chunks.get().isPlaced();
    }
}
