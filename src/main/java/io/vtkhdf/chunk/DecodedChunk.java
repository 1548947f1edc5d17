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

    /** Whether it costs something to ask for elements. */
    public boolean isShuffled() {
        return shuffled;
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
        Shuffle.unshuffle(data, chunkSize / elementSize, elementSize, first, count, piece(size));
        return ByteBuffer.wrap(piece, 0, size);
    }

    /**
     * The elements of a box, one after the other and no others, the last axis fastest. Of a shuffled chunk, that is
     * less work than {@link #elements} if the box is sparse.
     *
     * @param first its first element
     * @param box its size along each axis
     * @param strides the distance in the chunk of neighbours along each axis
     * @return a buffer whose index 0 is the first element, valid until the next call
     */
    public ByteBuffer gather(int first, int[] box, int[] strides) {
        int size = ChunkGrid.elements(box) * elementSize;
        byte[] target = piece(size);
        int elementStep = shuffled ? 1 : elementSize;
        int byteStep = shuffled ? chunkSize / elementSize : 1;
        int[] place = new int[box.length];
        int element = first;
        for (int to = 0; to < size; to += elementSize) {
            for (int b = 0; b < elementSize; b++) {
                target[to + b] = data[element * elementStep + b * byteStep];
            }
            element += step(place, box, strides);
        }
        return ByteBuffer.wrap(target, 0, size);
    }

    /** Moves to the next place in a box; returns how much further in the chunk it is. */
    private static int step(int[] place, int[] box, int[] strides) {
        int distance = 0;
        for (int axis = place.length - 1; axis >= 0; axis--) {
            if (++place[axis] < box[axis]) {
                return distance + strides[axis];
            }
            distance -= (box[axis] - 1) * strides[axis];
            place[axis] = 0;
        }
        return distance;
    }

    private byte[] piece(int size) {
        piece = piece.length >= size ? piece : new byte[size];
        return piece;
    }
}
