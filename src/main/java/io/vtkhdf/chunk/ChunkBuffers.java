package io.vtkhdf.chunk;

/**
 * The memory of one chunk on its way into the file: its bytes, and as much room again for the next filter's output.
 * Both come from, and return to, a {@link ChunkPipeline}.
 */
public final class ChunkBuffers {

    private byte[] data;
    private byte[] spare;
    private int length;

    ChunkBuffers(int capacity) {
        data = new byte[capacity];
        spare = new byte[capacity];
    }

    /** The bytes that a chunk's two buffers must have so that no filter's output exceeds them. */
    static int capacityFor(int chunkBytes) {
        return Math.addExact(ZlibEngine.capacityFor(chunkBytes), ChunkEncoder.CHECKSUM_SIZE);
    }

    /** Where the chunk's bytes are put before {@link ChunkPipeline#submit}; longer than the chunk. */
    public byte[] data() {
        return data;
    }

    /** Where the next filter writes. */
    byte[] spare() {
        return spare;
    }

    /** The number of bytes in {@link #data()} that count. */
    int length() {
        return length;
    }

    void setLength(int length) {
        this.length = length;
    }

    /** Makes what a filter wrote to the spare the data. */
    void swap(int newLength) {
        byte[] written = spare;
        spare = data;
        data = written;
        length = newLength;
    }

    int capacity() {
        return data.length;
    }
}
