package io.vtkhdf.hdf5.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;

/** Takes so many writes, as on a disk that then is full. */
class FailingChannel extends FileChannel {

    /** Where was written, and when it was forced. */
    final List<String> calls = new ArrayList<>();

    private int writesLeft;

    FailingChannel(int writes) {
        writesLeft = writes;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        if (writesLeft-- <= 0) {
            throw new IOException("No space left on device");
        }
        int count = source.remaining();
        calls.add(Long.toString(position));
        source.position(source.limit());
        return count;
    }

    @Override
    protected void implCloseChannel() {}

    @Override
    public int read(ByteBuffer target) {
        throw unexpected();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw unexpected();
    }

    @Override
    public int write(ByteBuffer source) {
        throw unexpected();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw unexpected();
    }

    @Override
    public long position() {
        throw unexpected();
    }

    @Override
    public FileChannel position(long newPosition) {
        throw unexpected();
    }

    @Override
    public long size() {
        throw unexpected();
    }

    @Override
    public FileChannel truncate(long size) {
        throw unexpected();
    }

    @Override
    public void force(boolean metaData) {
        calls.add("force");
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw unexpected();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw unexpected();
    }

    @Override
    public int read(ByteBuffer target, long position) {
        throw unexpected();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw unexpected();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw unexpected();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw unexpected();
    }

    private static AssertionError unexpected() {
        return new AssertionError("the encoder only writes at positions");
    }
}
