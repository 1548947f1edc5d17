package io.vtkhdf;

import io.vtkhdf.chunk.ChunkDecoder;

/** A filter of a chunked dataset: its registered number and its name. */
record ReaderFilter(int id, String name) {

    static ReaderFilter of(int id, String storedName) {
        String name =
                switch (id) {
                    case ChunkDecoder.DEFLATE -> "deflate";
                    case ChunkDecoder.SHUFFLE -> "shuffle";
                    case ChunkDecoder.FLETCHER32 -> "fletcher32";
                    case 4 -> "szip";
                    case 5 -> "nbit";
                    case 6 -> "scaleoffset";
                    case 32000 -> "lzf";
                    default -> "filter " + id + " (" + storedName + ")";
                };
        return new ReaderFilter(id, name);
    }

    boolean isSupported() {
        return id >= ChunkDecoder.DEFLATE && id <= ChunkDecoder.FLETCHER32;
    }
}
