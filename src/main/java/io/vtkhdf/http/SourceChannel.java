package io.vtkhdf.http;

import io.vtkhdf.bytes.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A source, for those who want a channel. */
final class SourceChannel implements SeekableByteChannel {

    private final ByteSource source;
    private long position;
    private volatile boolean isClosed;

    SourceChannel(ByteSource source) {
        this.source = source;
    }

    @Override
    public synchronized int read(ByteBuffer target) throws IOException {
        requireOpen();
        int count = (int) Math.min(target.remaining(), Math.max(0, source.length() - position));
        if (count <= 0) {
            return target.hasRemaining() ? -1 : 0;
        }
        ByteBuffer part = target.slice(target.position(), count);
        try {
            source.read(position, part);
        } catch (IllegalStateException e) {
            requireOpen();
            throw e;
        }
        target.position(target.position() + count);
        position += count;
        return count;
    }

    private void requireOpen() throws ClosedChannelException {
        if (isClosed) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public synchronized long position() throws IOException {
        requireOpen();
        return position;
    }

    @Override
    public synchronized SeekableByteChannel position(long wanted) throws IOException {
        requireOpen();
        if (wanted < 0) {
            throw new IllegalArgumentException("found position " + wanted + ", expected 0 or more");
        }
        position = wanted;
        return this;
    }

    @Override
    public long size() throws IOException {
        requireOpen();
        return source.length();
    }

    @Override
    public boolean isOpen() {
        return !isClosed;
    }

    @Override
    public void close() throws IOException {
        isClosed = true;
        source.close();
    }

    @Override
    public int write(ByteBuffer bytes) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
