package io.vtkhdf.chunk;

import java.io.Closeable;
import java.util.zip.Deflater;

/** Whole zlib streams by the JDK's own zlib. Not thread-safe. */
public final class JdkDeflate implements Closeable {

    /** One for each level: zlib would end a block early if it changed its level between two streams. */
    private final Deflater[] byLevel = new Deflater[Deflater.BEST_COMPRESSION + 1];

    /**
     * Compresses the first {@code length} bytes.
     *
     * @return the size of the stream
     * @throws IllegalStateException if {@code target} is too small for it
     */
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
    public void close() {
        for (Deflater deflater : byLevel) {
            if (deflater != null) {
                deflater.end();
            }
        }
    }
}
