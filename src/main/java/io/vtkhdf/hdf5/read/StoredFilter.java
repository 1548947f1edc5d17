package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.ChunkDecoder;

/**
 * A filter of a chunked dataset.
 *
 * @param id its registered number
 * @param name the library's name of it, or else that number with the name that the file gives
 */
public record StoredFilter(int id, String name) {

    /** What jHDF calls a filter without a name. */
    private static final String UNNAMED = "undefined";

    static StoredFilter of(int id, String storedName) {
        String name =
                switch (id) {
                    case ChunkDecoder.DEFLATE -> "deflate";
                    case ChunkDecoder.SHUFFLE -> "shuffle";
                    case ChunkDecoder.FLETCHER32 -> "fletcher32";
                    case 4 -> "szip";
                    case 5 -> "nbit";
                    case 6 -> "scaleoffset";
                    case 32000 -> "lzf";
                    default -> id + (storedName.isBlank() || storedName.equals(UNNAMED) ? "" : " (" + storedName + ")");
                };
        return new StoredFilter(id, name);
    }

    boolean isSupported() {
        return id >= ChunkDecoder.DEFLATE && id <= ChunkDecoder.FLETCHER32;
    }
}
