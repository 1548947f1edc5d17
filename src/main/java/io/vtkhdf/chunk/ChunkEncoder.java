package io.vtkhdf.chunk;

import java.util.ArrayList;
import java.util.List;

/**
 * The filters of one array, in HDF5's order: shuffle, deflate, fletcher32. Immutable.
 *
 * @param elementSize the bytes of a scalar
 * @param gzipLevel 1 to 9, or 0 for none
 */
public record ChunkEncoder(int elementSize, int gzipLevel, boolean shuffle, boolean checksum) {

    static final int CHECKSUM_SIZE = Integer.BYTES;

    /** The filters as the file's metadata tell them. */
    public List<Filter> filters() {
        List<Filter> filters = new ArrayList<>();
        if (shuffle) {
            filters.add(Filter.shuffle(elementSize));
        }
        if (gzipLevel > 0) {
            filters.add(Filter.deflate(gzipLevel));
        }
        if (checksum) {
            filters.add(Filter.fletcher32());
        }
        return filters;
    }

    /** Replaces a chunk's bytes by what goes into the file. */
    void encode(ChunkBuffers chunk, ZlibEngine engine) {
        if (shuffle) {
            Shuffle.shuffle(chunk.data(), chunk.length(), elementSize, chunk.spare());
            chunk.swap(chunk.length());
        }
        if (gzipLevel > 0) {
            chunk.swap(engine.deflate(chunk.data(), chunk.length(), gzipLevel, chunk.spare()));
        }
        if (checksum) {
            appendChecksum(chunk);
        }
    }

    private static void appendChecksum(ChunkBuffers chunk) {
        int sum = Fletcher32.of(chunk.data(), chunk.length());
        for (int i = 0; i < CHECKSUM_SIZE; i++) {
            chunk.data()[chunk.length() + i] = (byte) (sum >>> 8 * i);
        }
        chunk.setLength(chunk.length() + CHECKSUM_SIZE);
    }
}
