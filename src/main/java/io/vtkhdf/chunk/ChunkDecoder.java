package io.vtkhdf.chunk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;

/**
 * Undoes the filters of a chunk: inflates, unpacks, unshuffles, verifies checksums. Beside the decoded chunk it takes
 * little memory for the usual filters, shuffle and deflate, unless the stored chunk is small enough to be inflated as a
 * whole. Keeps its buffers from chunk to chunk. Not thread-safe; close it, as it holds native memory.
 */
public final class ChunkDecoder implements Closeable {

    private static final byte[] NOTHING = new byte[0];

    private final ChunkInflater inflater = new ChunkInflater();
    private byte[] spare = NOTHING;
    private ChunkFilters filters;
    private StoredChunk stored;

    /** Null as long as all is in {@link #stored}. */
    private byte[] data;

    private int length;
    private DecodedChunk decoded;

    /**
     * Decodes one chunk.
     *
     * @param allFilters those of chunks of the target's size
     * @param filterMask a bit for each filter, the first one lowest, that is set if the filter was left out
     * @throws DataFormatException if the bytes are not a chunk of the target's size; the message says why
     */
    public void decode(ChunkFilters allFilters, StoredChunk chunk, int filterMask, DecodedChunk target)
            throws DataFormatException, IOException {
        filters = allFilters;
        keepLarger(target.takeBuffer());
        data = null;
        stored = chunk;
        length = chunk.size();
        decoded = target;
        boolean shuffled = filters.isShuffled(filterMask);
        for (int i = filters.count() - 1; i >= (shuffled ? 1 : 0); i--) {
            if (ChunkFilters.isApplied(i, filterMask)) {
                undo(i, filterMask);
            }
        }
        requireSize(target.chunkSize());
        load();
        target.set(data, shuffled);
        data = null;
    }

    /** In a method of its own: as long as the caller is at work, what it names takes memory. */
    private void keepLarger(byte[] buffer) {
        spare = spare.length >= buffer.length ? spare : buffer;
    }

    private void load() throws IOException {
        if (data == null) {
            data = target(length);
            stored.read(0, data, length);
        }
    }

    private void undo(int index, int filterMask) throws DataFormatException, IOException {
        switch (filters.id(index)) {
            case Filter.DEFLATE -> inflate(index, filterMask);
            case Filter.SHUFFLE -> unshuffle();
            case Filter.FLETCHER32 -> verify();
            default -> unpack(filters.unpacker(index), filters.mostBefore(index, filterMask));
        }
    }

    private void inflate(int index, int filterMask) throws DataFormatException, IOException {
        int size = filters.mostBefore(index, filterMask);
        StoredChunk deflated = data == null ? stored : StoredChunk.of(data, length);
        if (filters.isExactBefore(index, filterMask)) {
            byte[] plain = target(size);
            inflater.inflate(deflated, plain, size);
            become(plain, size);
        } else {
            int most = ChunkInflater.mostInflated(length, size);
            byte[] plain = target(most);
            become(plain, inflater.inflateAtMost(deflated, plain, most));
        }
    }

    private void unpack(Unpacker unpacker, int most) throws DataFormatException, IOException {
        load();
        byte[] plain = target(most);
        become(plain, unpacker.unpack(data, length, plain, most));
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
        if (length < ChunkEncoder.CHECKSUM_SIZE) {
            throw new ChunkFormatException(length + " bytes", "a checksum of 4");
        }
        length -= ChunkEncoder.CHECKSUM_SIZE;
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
        if (spare.length < size) {
            spare = NOTHING; // So that there never are three.
            spare = new byte[size];
        }
        byte[] target = spare;
        spare = NOTHING;
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
