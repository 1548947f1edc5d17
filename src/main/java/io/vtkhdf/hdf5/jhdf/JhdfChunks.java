package io.vtkhdf.hdf5.jhdf;

import io.jhdf.btree.BTreeV1;
import io.jhdf.dataset.chunked.Chunk;
import io.vtkhdf.hdf5.BoundedBytes;
import java.util.BitSet;
import java.util.List;

/** The index of chunks that is a B-tree of version 1. */
public final class JhdfChunks {

    /** Takes chunks. */
    public interface Sink {

        /** @param start the index of the chunk's first element; may be kept */
        void add(long[] start, long address, long size, int filterMask);
    }

    private JhdfChunks() {}

    /** @param address the tree's; {@code rank} the dataset's */
    public static void forEach(BoundedBytes bytes, long address, int rank, Sink sink) {
        List<Chunk> chunks = JhdfFailures.translated(() ->
                BTreeV1.createDataBTree(new JhdfBytes(bytes), address, rank).getChunks());
        for (Chunk chunk : chunks) {
            sink.add(chunk.getChunkOffset(), chunk.getAddress(), chunk.getSize(), mask(chunk.getFilterMask()));
        }
    }

    private static int mask(BitSet bits) {
        return bits.isEmpty() ? 0 : (int) bits.toLongArray()[0];
    }
}
