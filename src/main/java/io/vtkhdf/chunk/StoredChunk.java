package io.vtkhdf.chunk;

import java.io.IOException;

/** The bytes of a chunk as they are stored. */
public interface StoredChunk {

    int size();

    /** Puts some of its bytes at the beginning of {@code target}. */
    void read(int from, byte[] target, int count) throws IOException;

    /** The first {@code size} bytes of an array. */
    static StoredChunk of(byte[] bytes, int size) {
        return new StoredChunk() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public void read(int from, byte[] target, int count) {
                System.arraycopy(bytes, from, target, 0, count);
            }
        };
    }
}
