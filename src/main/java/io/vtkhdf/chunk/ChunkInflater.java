package io.vtkhdf.chunk;

import io.vtkhdf.runtime.MemoryBudget;
import java.io.Closeable;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates stored chunks: whole by the fastest engine if there is memory for it, else piece by piece by the JDK's zlib,
 * which also has the last word on what the engine refuses. Keeps its buffers from chunk to chunk; holds native memory.
 * Not thread-safe.
 */
final class ChunkInflater implements Closeable {

    /** So many bytes are read at a time when a chunk is not inflated as a whole. */
    private static final int PIECE = 64 << 10;

    /** Larger chunks are never held in their stored form. */
    private static final long MOST_WHOLE = MemoryBudget.STORED_CHUNK.bytes();

    /** Deflate cannot shrink data further than this. */
    private static final long MAX_DEFLATE_RATIO = 1032;

    private final ZlibEngines engines = ZlibEngines.fastest();
    private ZlibEngine engine;
    private Inflater inflater;
    private byte[] input = new byte[0];
    private int fed;

    /** The most bytes, up to a bound, that come out of so many deflated ones. */
    static int mostInflated(int length, int bound) {
        return (int) Math.min(length * MAX_DEFLATE_RATIO, bound);
    }

    /** @throws DataFormatException if it is not a deflated chunk of {@code size} bytes; the message says why */
    void inflate(StoredChunk stream, byte[] plain, int size) throws DataFormatException, IOException {
        int length = stream.size();
        if (size > mostInflated(length, size)) {
            throw new ChunkFormatException(length + " deflated bytes", "more for a chunk of " + size);
        }
        boolean whole = engines != ZlibEngines.JDK && length <= MOST_WHOLE;
        if (!whole || !inflateWhole(stream, plain, size)) {
            inflateInPieces(stream, plain, size);
        }
    }

    private boolean inflateWhole(StoredChunk stream, byte[] plain, int size) throws IOException {
        if (engine == null) {
            engine = engines.open();
        }
        int length = stream.size();
        stream.read(0, input(length), length);
        return engine.inflate(input, 0, length, plain, size);
    }

    private byte[] input(int size) {
        input = input.length >= size ? input : new byte[size];
        return input;
    }

    private void inflateInPieces(StoredChunk stream, byte[] plain, int size) throws DataFormatException, IOException {
        int count = inflateAtMost(stream, plain, size);
        if (count < size) {
            throw unfit("only ", count, size);
        }
    }

    /**
     * Inflates what is deflated of a size that nobody knows beforehand.
     *
     * @return its size
     * @throws DataFormatException if it is no deflated chunk, or one of more than {@code most} bytes
     */
    int inflateAtMost(StoredChunk stream, byte[] plain, int most) throws DataFormatException, IOException {
        if (inflater == null) {
            inflater = new Inflater();
        }
        inflater.reset();
        fed = 0;
        int count = inflateInto(plain, most, stream);
        boolean more = !inflater.finished() && inflateInto(new byte[1], 1, stream) > 0;
        if (more || !inflater.finished()) {
            throw unfit(more ? "more than " : "only ", count, most);
        }
        return count;
    }

    private static ChunkFormatException unfit(String how, int count, int size) {
        return new ChunkFormatException("a deflated chunk of " + how + count + " bytes", Integer.toString(size));
    }

    private int inflateInto(byte[] plain, int size, StoredChunk stream) throws DataFormatException, IOException {
        int done = 0;
        while (done < size) {
            int count = inflater.inflate(plain, done, size - done);
            if (count == 0 && (inflater.finished() || inflater.needsDictionary() || !feed(stream))) {
                break;
            }
            done += count;
        }
        return done;
    }

    /** Gives the inflater some of what it has not seen yet; returns whether there was any. */
    private boolean feed(StoredChunk stream) throws IOException {
        int count = Math.min(PIECE, stream.size() - fed);
        if (count == 0) {
            return false;
        }
        stream.read(fed, input(count), count);
        inflater.setInput(input, 0, count);
        fed += count;
        return true;
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
        if (inflater != null) {
            inflater.end();
        }
    }
}
