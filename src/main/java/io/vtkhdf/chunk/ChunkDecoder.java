package io.vtkhdf.chunk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Undoes the filters of a chunk: inflates, unshuffles, verifies checksums. Takes little more memory than one decoded
 * chunk for the usual filters, shuffle and deflate: what is stored is inflated as it is read, and unshuffled as it is
 * asked for. Keeps its buffers from chunk to chunk. Not thread-safe; close it, as it holds native memory.
 */
public final class ChunkDecoder implements Closeable {

    /** HDF5's filter numbers. */
    public static final int DEFLATE = 1;

    public static final int SHUFFLE = 2;
    public static final int FLETCHER32 = 3;

    /** A chunk as it is stored. */
    public interface Stored {

        int size();

        /** Some of its bytes. */
        byte[] read(int from, int count) throws IOException;
    }

    /** So many stored bytes are inflated at a time. */
    private static final int PIECE = 64 << 10;

    private static final int CHECKSUM_SIZE = 4;
    /** Deflate cannot shrink data further than this. */
    private static final long MAX_DEFLATE_RATIO = 1032;

    private final int[] filters;
    private final int elementSize;
    private final int chunkSize;
    private Inflater inflater;
    private byte[] spare = new byte[0];
    private byte[] piece = new byte[0];
    private Stored stored;

    /** Null as long as all is in {@link #stored}. */
    private byte[] data;

    private int length;
    private int fed;
    private boolean shuffled;

    /**
     * @param filters the filters' numbers in the order of writing, DEFLATE at most once
     * @param elementSize the size of an element in bytes
     * @param chunkSize the size of a decoded chunk in bytes
     */
    public ChunkDecoder(int[] filters, int elementSize, int chunkSize) {
        this.filters = filters.clone();
        this.elementSize = elementSize;
        this.chunkSize = chunkSize;
    }

    /** The most bytes that a stored chunk can sensibly take. */
    public static long maxStoredSize(int chunkSize, int filterCount) {
        return chunkSize + chunkSize / 100L + 64 + (long) CHECKSUM_SIZE * filterCount;
    }

    /**
     * Decodes one chunk, whose {@link #elements} can be asked for then.
     *
     * @param filterMask a bit for each filter, the first one lowest, that is set if the filter was left out
     * @throws DataFormatException if the bytes are not a chunk of this size; the message says why
     */
    public void decode(Stored chunk, int filterMask) throws DataFormatException, IOException {
        if (data != null && data.length > spare.length) {
            spare = data;
        }
        data = null;
        stored = chunk;
        length = chunk.size();
        shuffled = filters.length > 0 && filters[0] == SHUFFLE && isApplied(0, filterMask);
        for (int i = filters.length - 1; i >= (shuffled ? 1 : 0); i--) {
            if (isApplied(i, filterMask)) {
                undo(i, filterMask);
            }
        }
        requireSize(chunkSize);
        load();
    }

    /**
     * Some elements of the chunk decoded last.
     *
     * @return a buffer whose index 0 is the first element, valid until the next call
     */
    public ByteBuffer elements(int first, int count) {
        int size = count * elementSize;
        if (!shuffled) {
            return ByteBuffer.wrap(data, first * elementSize, size).slice();
        }
        piece = piece.length >= size ? piece : new byte[size];
        Shuffle.unshuffle(data, chunkSize / elementSize, elementSize, first, count, piece);
        return ByteBuffer.wrap(piece, 0, size);
    }

    private static boolean isApplied(int index, int filterMask) {
        return (filterMask >>> index & 1) == 0;
    }

    private void load() throws IOException {
        if (data == null) {
            data = stored.read(0, length);
        }
    }

    private void undo(int index, int filterMask) throws DataFormatException, IOException {
        switch (filters[index]) {
            case DEFLATE -> inflate(sizeBefore(index, filterMask));
            case SHUFFLE -> unshuffle();
            case FLETCHER32 -> verify();
            default -> throw new IllegalStateException("filter " + filters[index]);
        }
    }

    /** The size of the data that came to a filter when the chunk was written. */
    private int sizeBefore(int index, int filterMask) {
        int size = chunkSize;
        for (int i = 0; i < index; i++) {
            if (filters[i] == FLETCHER32 && isApplied(i, filterMask)) {
                size = Math.addExact(size, CHECKSUM_SIZE);
            }
        }
        return size;
    }

    private void inflate(int size) throws DataFormatException, IOException {
        if (size > length * MAX_DEFLATE_RATIO) {
            throw new DataFormatException("found " + length + " deflated bytes, too few for " + size);
        }
        if (inflater == null) {
            inflater = new Inflater();
        }
        inflater.reset();
        fed = 0;
        byte[] plain = target(size);
        int count = inflateInto(plain, 0, size);
        boolean more = !inflater.finished() && inflateInto(new byte[1], 0, 1) > 0;
        if (more || count < size || !inflater.finished()) {
            throw new DataFormatException("found a deflated chunk of " + (more ? "more than " : "only ") + count
                    + " bytes, expected " + size);
        }
        become(plain, size);
    }

    private int inflateInto(byte[] plain, int from, int end) throws DataFormatException, IOException {
        int at = from;
        while (at < end) {
            int count = inflater.inflate(plain, at, end - at);
            if (count == 0 && (inflater.finished() || inflater.needsDictionary() || !feed())) {
                break;
            }
            at += count;
        }
        return at - from;
    }

    /** Gives the inflater what it has not seen yet, or some of it; returns whether there was any. */
    private boolean feed() throws IOException {
        if (fed == length) {
            return false;
        }
        byte[] input = data == null ? stored.read(fed, Math.min(PIECE, length - fed)) : data;
        int count = data == null ? input.length : length;
        inflater.setInput(input, 0, count);
        fed += count;
        return true;
    }

    private void unshuffle() throws IOException {
        load();
        if (elementSize > 1) {
            byte[] plain = target(length);
            Shuffle.unshuffle(data, length, elementSize, plain);
            become(plain, length);
        }
    }

    private void verify() throws DataFormatException, IOException {
        load();
        if (length < CHECKSUM_SIZE) {
            throw new DataFormatException("found " + length + " bytes, expected a checksum of 4");
        }
        length -= CHECKSUM_SIZE;
        int stored = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt(length);
        int computed = Fletcher32.of(data, length);
        if (stored != computed && stored != swapped(computed)) {
            throw new DataFormatException(
                    String.format("found data with checksum %08x, expected %08x", computed, stored));
        }
    }

    /** Before 1.6.3, HDF5 stored the bytes of each half exchanged. */
    private static int swapped(int checksum) {
        return Integer.rotateLeft(Integer.reverseBytes(checksum), 16);
    }

    private void requireSize(int size) throws DataFormatException {
        if (length != size) {
            throw new DataFormatException("found a chunk of " + length + " bytes, expected " + size);
        }
    }

    /** A buffer other than {@link #data}. */
    private byte[] target(int size) {
        byte[] target = spare.length >= size ? spare : new byte[size];
        spare = new byte[0];
        return target;
    }

    private void become(byte[] decoded, int size) {
        if (data != null) {
            spare = data;
        }
        data = decoded;
        length = size;
    }

    @Override
    public void close() {
        if (inflater != null) {
            inflater.end();
            inflater = null;
        }
    }
}
