package io.vtkhdf.chunk;

import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.Deque;

/** The decoders of an open file: as many as were ever needed at once. Thread-safe. */
public final class Decoders implements Closeable {

    private final Deque<ChunkDecoder> idle = new ArrayDeque<>();
    private boolean closed;

    public synchronized ChunkDecoder take() {
        ChunkDecoder decoder = idle.poll();
        return decoder == null ? new ChunkDecoder() : decoder;
    }

    public synchronized void giveBack(ChunkDecoder decoder) {
        if (closed) {
            decoder.close();
        } else {
            idle.push(decoder);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (ChunkDecoder decoder : idle) {
            decoder.close();
        }
        idle.clear();
    }
}
