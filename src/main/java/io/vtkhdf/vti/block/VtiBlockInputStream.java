package io.vtkhdf.vti.block;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The compressed bytes of one block. */
final class VtiBlockInputStream extends InputStream {

    private static final int BUFFER_SIZE = 1 << 12;

    private final VtiBlockInput input;
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private int next;
    private int limit;
    private long unread;
    private IOException failure;

    VtiBlockInputStream(VtiBlockInput input, long length) {
        this.input = input;
        this.unread = length;
    }

    @Override
    public int read() throws IOException {
        return next == limit && !fill() ? -1 : buffer[next++] & 0xff;
    }

    @Override
    public int read(byte[] target, int start, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (next == limit && !fill()) {
            return -1;
        }
        int count = Math.min(length, limit - next);
        System.arraycopy(buffer, next, target, start, count);
        next += count;
        return count;
    }

    private boolean fill() throws IOException {
        next = 0;
        limit = (int) Math.min(buffer.length, unread);
        unread -= limit;
        try {
            input.read(buffer, 0, limit);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
        return limit > 0;
    }

    /** The bytes not read. */
    long left() {
        return limit - next + unread;
    }

    /** Why the file could not be read, if it is the file, and not what makes something of its bytes. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }
}
