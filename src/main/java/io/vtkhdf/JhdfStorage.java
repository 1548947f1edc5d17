package io.vtkhdf;

import io.jhdf.Superblock;
import io.jhdf.exceptions.HdfException;
import io.jhdf.storage.HdfBackingStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** What jHDF's parsers read from: checks each size against the file's length before any allocation. Thread-safe. */
final class JhdfStorage implements HdfBackingStorage {

    private final ReaderChannel channel;
    private final Superblock superblock;

    JhdfStorage(ReaderChannel channel, Superblock superblock) {
        this.channel = channel;
        this.superblock = superblock;
    }

    @Override
    public ByteBuffer readBufferFromAddress(long address, int length) {
        return map(address, length);
    }

    @Override
    public ByteBuffer map(long address, long length) {
        if (length > Integer.MAX_VALUE || !channel.holds(address, length)) {
            throw new HdfException(length + " bytes at address " + address + " reach beyond the end of the file");
        }
        try {
            return ByteBuffer.wrap(channel.read(address, (int) length)).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ByteBuffer mapNoOffset(long address, long length) {
        return map(address - getUserBlockSize(), length);
    }

    @Override
    public long getUserBlockSize() {
        return channel.base();
    }

    @Override
    public Superblock getSuperblock() {
        return superblock;
    }

    @Override
    public FileChannel getFileChannel() {
        throw new UnsupportedOperationException("all reads go through this object");
    }

    @Override
    public int getSizeOfOffsets() {
        return superblock.getSizeOfOffsets();
    }

    @Override
    public int getSizeOfLengths() {
        return superblock.getSizeOfLengths();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("closed by its owner");
    }

    @Override
    public long size() {
        return channel.length();
    }

    @Override
    public boolean inMemory() {
        return false;
    }
}
