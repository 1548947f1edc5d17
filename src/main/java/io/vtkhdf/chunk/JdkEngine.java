package io.vtkhdf.chunk;

import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The JDK's own zlib. */
final class JdkEngine implements ZlibEngine {

    /** One for each level: zlib would end a block early if it changed its level between two streams. */
    private final Deflater[] byLevel = new Deflater[Deflater.BEST_COMPRESSION + 1];

    private Inflater inflater;

    @Override
    public int deflate(byte[] source, int length, int level, byte[] target) {
        if (byLevel[level] == null) {
            byLevel[level] = new Deflater(level);
        }
        Deflater deflater = byLevel[level];
        deflater.reset();
        deflater.setInput(source, 0, length);
        deflater.finish();
        int size = 0;
        while (!deflater.finished()) {
            int written = deflater.deflate(target, size, target.length - size);
            if (written == 0) {
                throw new IllegalStateException(length + " bytes deflate to more than " + target.length);
            }
            size += written;
        }
        return size;
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
