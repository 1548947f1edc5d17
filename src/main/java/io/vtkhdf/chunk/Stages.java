package io.vtkhdf.chunk;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Direct buffers through which a file's data pass, lent to one loader at a time: no more are kept than threads read at
 * once, however many datasets there are. Thread-safe.
 */
public final class Stages implements Closeable {

    private static final long MOST_KEPT = 8 << 20;

    private final Deque<ByteBuffer> idle = new ArrayDeque<>();
    private long kept;
    private boolean closed;

    /** A buffer of at least so many bytes, to be given back. */
    public ByteBuffer take(int size) {
        synchronized (this) {
            ByteBuffer stage = idle.poll();
            if (stage != null) {
                kept -= stage.capacity();
                if (stage.capacity() >= size) {
                    return stage;
                }
            }
        }
        return ByteBuffer.allocateDirect(size);
    }

    public synchronized void giveBack(ByteBuffer stage) {
        if (!closed && kept + stage.capacity() <= MOST_KEPT) {
            kept += stage.capacity();
            idle.push(stage);
        }
    }

    synchronized long kept() {
        return kept;
    }

    @Override
    public synchronized void close() {
        closed = true;
        kept = 0;
        idle.clear();
    }
}
