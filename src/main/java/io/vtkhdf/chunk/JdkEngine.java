package io.vtkhdf.chunk;

import java.util.concurrent.CancellationException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The JDK's own zlib. */
final class JdkEngine implements ZlibEngine {

    /** Compressed between two looks at whether that is wanted still: the slowest level takes some ms. */
    private static final int PIECE = 1 << 16;

    /** One for each level: zlib would end a block early if it changed its level between two streams. */
    private final Deflater[] byLevel = new Deflater[Deflater.BEST_COMPRESSION + 1];

    private Inflater inflater;

    private volatile boolean cancelled;

    @Override
    public int deflate(byte[] source, int length, int level, byte[] target) {
        if (byLevel[level] == null) {
            byLevel[level] = new Deflater(level);
        }
        Deflater deflater = byLevel[level];
        deflater.reset();
        int size = 0;
        for (int from = 0; from < length; from += PIECE) {
            if (cancelled) {
                throw new CancellationException("the stream is not wanted");
            }
            deflater.setInput(source, from, Math.min(PIECE, length - from));
            size = take(deflater, target, size);
        }
        deflater.finish();
        size = take(deflater, target, size);
        if (!deflater.finished()) {
            throw new IllegalStateException(length + " bytes deflate to more than " + target.length);
        }
        return size;
    }

    /** What there is of the stream by now; returns where it ends. */
    private static int take(Deflater deflater, byte[] target, int from) {
        int end = from;
        for (int written = -1; written != 0; end += Math.max(written, 0)) {
            written = deflater.deflate(target, end, target.length - end);
        }
        return end;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public boolean inflate(byte[] stream, int from, int length, byte[] plain, int size) {
        if (inflater == null) {
            inflater = new Inflater();
        }
        inflater.reset();
        inflater.setInput(stream, from, length);
        try {
            int done = 0;
            for (int count = -1; done < size && count != 0; done += count) {
                count = inflater.inflate(plain, done, size - done);
            }
            return done == size
                    && inflater.inflate(new byte[1]) == 0
                    && inflater.finished()
                    && inflater.getRemaining() == 0;
        } catch (DataFormatException e) {
            return false;
        }
    }

    @Override
    public void close() {
        for (Deflater deflater : byLevel) {
            if (deflater != null) {
                deflater.end();
            }
        }
        if (inflater != null) {
            inflater.end();
        }
    }
}
