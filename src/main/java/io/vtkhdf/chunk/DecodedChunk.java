package io.vtkhdf.chunk;

import java.nio.ByteBuffer;

/**
 * The elements of a decoded chunk. If the shuffle was the first filter, they are unshuffled as they are asked for,
 * which spares a second buffer of the chunk's size. Can be filled again and again. Not thread-safe.
 */
public final class DecodedChunk {

    private static final byte[] NOTHING = new byte[0];

    private final int elementSize;
    private final int chunkSize;
    private byte[] data = NOTHING;
    private byte[] piece = NOTHING;
    private boolean shuffled;

    /**
     * @param elementSize the size of an element in bytes
     * @param chunkSize the size of a decoded chunk in bytes
     */
    public DecodedChunk(int elementSize, int chunkSize) {
        this.elementSize = elementSize;
        this.chunkSize = chunkSize;
    }

    public int elementSize() {
        return elementSize;
    }

    public int chunkSize() {
        return chunkSize;
    }

    /** Gives up its buffer, which the decoder may fill. */
    byte[] takeBuffer() {
        byte[] buffer = data;
        data = NOTHING;
        return buffer;
    }

    void set(byte[] elements, boolean areShuffled) {
        data = elements;
        shuffled = areShuffled;
    }

    /**
     * Some elements.
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
}
