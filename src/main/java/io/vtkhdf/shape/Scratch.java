package io.vtkhdf.shape;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Buffers outside the heap, little-endian, that are used again: for the next array and the next step. A buffer that
 * nobody gives back is no loss. Thread-safe.
 */
final class Scratch {

    private final Deque<ByteBuffer> free = new ArrayDeque<>();

    synchronized ByteBuffer take(int bytes) {
        for (Iterator<ByteBuffer> each = free.iterator(); each.hasNext(); ) {
            ByteBuffer buffer = each.next();
            if (buffer.capacity() >= bytes) {
                each.remove(); // Not by equality: buffers of equal bytes are equal.
                return buffer.clear();
            }
        }
        // Those that are too small were of other arrays: not kept, or they would add up.
        free.clear();
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    synchronized void giveBack(ByteBuffer buffer) {
        free.push(buffer);
    }
}
