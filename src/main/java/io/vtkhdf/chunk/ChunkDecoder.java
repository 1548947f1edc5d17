package io.vtkhdf.chunk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;

/**
 * Undoes the filters of a chunk: inflates, unshuffles, verifies checksums. Beside the decoded chunk it takes little
 * memory for the usual filters, shuffle and deflate, unless the stored chunk is small enough to be inflated as a whole.
 * Keeps its buffers from chunk to chunk. Not thread-safe; close it, as it holds native memory.
 */
public final class ChunkDecoder implements Closeable {

    private static final int CHECKSUM_SIZE = 4;

    private final ChunkInflater inflater = new ChunkInflater();
    private byte[] spare = new byte[0];
    private int[] filters;
    private StoredChunk stored;

    /** Null as long as all is in {@link #stored}. */
    private byte[] data;

    private int length;
    private DecodedChunk decoded;

    /** The most bytes that a stored chunk can sensibly take. */
    public static long maxStoredSize(int chunkSize, int filterCount) {
        return chunkSize + chunkSize / 100L + 64 + (long) CHECKSUM_SIZE * filterCount;
    }

    /**
     * Decodes one chunk.
     *
     * @param allFilters the filters' numbers in the order of writing, DEFLATE at most once
     * @param filterMask a bit for each filter, the first one lowest, that is set if the filter was left out
     * @throws DataFormatException if the bytes are not a chunk of the target's size; the message says why
     */
    public void decode(int[] allFilters, StoredChunk chunk, int filterMask, DecodedChunk target)
            throws DataFormatException, IOException {
        filters = allFilters;
        byte[] buffer = target.takeBuffer();
        spare = spare.length >= buffer.length ? spare : buffer;
        data = null;
        stored = chunk;
        length = chunk.size();
        decoded = target;
        boolean shuffled = filters.length > 0 && filters[0] == Filter.SHUFFLE && isApplied(0, filterMask);
        for (int i = filters.length - 1; i >= (shuffled ? 1 : 0); i--) {
            if (isApplied(i, filterMask)) {
                undo(i, filterMask);
            }
        }
        requireSize(target.chunkSize());
        load();
        target.set(data, shuffled);
        data = null;
    }

    private static boolean isApplied(int index, int filterMask) {
        return (filterMask >>> index & 1) == 0;
    }

    private void load() throws IOException {
        if (data == null) {
            data = target(length);
            stored.read(0, data, length);
        }
    }

    private void undo(int index, int filterMask) throws DataFormatException, IOException {
        switch (filters[index]) {
            case Filter.DEFLATE -> inflate(sizeBefore(index, filterMask));
            case Filter.SHUFFLE -> unshuffle();
            case Filter.FLETCHER32 -> verify();
            default -> throw new IllegalStateException("filter " + filters[index]);
        }
    }

    /** The size of the data that came to a filter when the chunk was written. */
    private int sizeBefore(int index, int filterMask) {
        int size = decoded.chunkSize();
        for (int i = 0; i < index; i++) {
            if (filters[i] == Filter.FLETCHER32 && isApplied(i, filterMask)) {
                size = Math.addExact(size, CHECKSUM_SIZE);
            }
        }
        return size;
    }

    private void inflate(int size) throws DataFormatException, IOException {
        byte[] plain = target(size);
        inflater.inflate(data == null ? stored : StoredChunk.of(data, length), plain, size);
        become(plain, size);
    }

    private void unshuffle() throws IOException {
        load();
        if (decoded.elementSize() > 1) {
            byte[] plain = target(length);
            Shuffle.unshuffle(data, length, decoded.elementSize(), plain);
            become(plain, length);
        }
    }

    private void verify() throws DataFormatException, IOException {
        load();
        if (length < CHECKSUM_SIZE) {
            throw new ChunkFormatException(length + " bytes", "a checksum of 4");
        }
        length -= CHECKSUM_SIZE;
        int expected = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt(length);
        int computed = Fletcher32.of(data, length);
        if (expected != computed && expected != swapped(computed)) {
            throw new ChunkFormatException(
                    String.format("data with checksum %08x", computed), String.format("%08x", expected));
        }
    }

    /** Before 1.6.3, HDF5 stored the bytes of each half exchanged. */
    private static int swapped(int checksum) {
        return Integer.rotateLeft(Integer.reverseBytes(checksum), 16);
    }

    private void requireSize(int size) throws DataFormatException {
        if (length != size) {
            throw new ChunkFormatException("a chunk of " + length + " bytes", Integer.toString(size));
        }
    }

    /** A buffer other than {@link #data}. */
    private byte[] target(int size) {
        byte[] target = spare.length >= size ? spare : new byte[size];
        spare = new byte[0];
        return target;
    }

    private void become(byte[] plain, int size) {
        if (data != null) {
            spare = data;
        }
        data = plain;
        length = size;
    }

    @Override
    public void close() {
        inflater.close();
    }
}
