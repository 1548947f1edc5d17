package io.vtkhdf;

import io.vtkhdf.chunk.ChunkDecoder;
import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.Deque;

/** The decoders of an open file: as many as were ever needed at once. Thread-safe. */
final class ReaderDecoders implements Closeable {

    private final Deque<ChunkDecoder> idle = new ArrayDeque<>();
    private boolean closed;

    synchronized ChunkDecoder take() {
        ChunkDecoder decoder = idle.poll();
        return decoder == null ? new ChunkDecoder() : decoder;
    }

    synchronized void giveBack(ChunkDecoder decoder) {
        if (closed) {
            decoder.close();
        } else {
            idle.push(decoder);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(ChunkDecoder::close);
        idle.clear();
    }
}
