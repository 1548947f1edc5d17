package io.vtkhdf.hdf5.write;

import io.vtkhdf.chunk.ChunkSink;
import io.vtkhdf.hdf5.ByteWriter;
import java.util.Arrays;

/** Where each chunk of a dataset lies, and its size in the file. Thread-safe; its own lock makes several calls one. */
public final class ChunkTable implements ChunkPlaces, ChunkSink.PlaceListener {

    private final long[] addresses;
    private final int[] sizes;

    /** @param count the number of chunks, none of them written yet */
    public ChunkTable(int count) {
        addresses = new long[count];
        sizes = new int[count];
        Arrays.fill(addresses, ByteWriter.UNDEFINED_ADDRESS);
    }

    @Override
    public synchronized void set(int chunk, long address, int size) {
        addresses[chunk] = address;
        sizes[chunk] = size;
    }

    /** Records that a chunk is to be written again. */
    public void forget(int chunk) {
        set(chunk, ByteWriter.UNDEFINED_ADDRESS, 0);
    }

    /** Whether all chunks have their places. */
    public synchronized boolean isPlaced() {
        return Arrays.stream(addresses).noneMatch(address -> address == ByteWriter.UNDEFINED_ADDRESS);
    }

    @Override
    public int count() {
        return addresses.length;
    }

    @Override
    public synchronized long address(int chunk) {
        return addresses[chunk];
    }

    @Override
    public synchronized int size(int chunk) {
        return sizes[chunk];
    }
}
