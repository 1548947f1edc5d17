package io.vtkhdf.tests.reliability;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import org.apache.lucene.tests.mockfile.FilterFileChannel;

/** A channel of {@link WatchedFiles}. */
final class WatchedChannel extends FilterFileChannel {

    private final Path file;
    private final WatchedFiles files;

    WatchedChannel(FileChannel channel, Path file, WatchedFiles files) {
        super(channel);
        this.file = file;
        this.files = files;
    }

    private <T> T watch(IoCall.Kind kind, long position, ByteBuffer buffer, IoWatch.Action<T> action)
            throws IOException {
        try {
            return files.watch(new IoCall(kind, file, position, buffer), action);
        } catch (ClosedChannelException e) {
            close(); // An interrupt has closed the channel below.
            throw e;
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return watch(IoCall.Kind.READ, -1, target, () -> super.read(target));
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return watch(IoCall.Kind.READ, position, target, () -> super.read(target, position));
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return watch(IoCall.Kind.WRITE, -1, source, () -> super.write(source));
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        return watch(IoCall.Kind.WRITE, position, source, () -> super.write(source, position));
    }

    @Override
    public long size() throws IOException {
        return watch(IoCall.Kind.SIZE, -1, null, super::size);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        return watch(IoCall.Kind.TRUNCATE, size, null, () -> super.truncate(size));
    }

    @Override
    public void force(boolean metaData) throws IOException {
        watch(IoCall.Kind.FORCE, -1, null, () -> {
            super.force(metaData);
            return null;
        });
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return watch(IoCall.Kind.LOCK, -1, null, () -> super.tryLock(position, size, shared));
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return watch(IoCall.Kind.LOCK, -1, null, () -> super.lock(position, size, shared));
    }

    @Override
    protected void implCloseChannel() throws IOException {
        try {
            files.watch(IoCall.of(IoCall.Kind.CLOSE, file), () -> null);
        } finally {
            super.implCloseChannel();
        }
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw unwatched();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw unwatched();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw unwatched();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw unwatched();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw unwatched();
    }

    private static AssertionError unwatched() {
        return new AssertionError("an operation that the tests do not watch");
    }
}
