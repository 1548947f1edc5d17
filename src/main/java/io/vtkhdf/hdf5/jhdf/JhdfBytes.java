package io.vtkhdf.hdf5.jhdf;

import io.jhdf.Superblock;
import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.storage.HdfBackingStorage;
import io.vtkhdf.hdf5.FileBytes;
import io.vtkhdf.runtime.MemoryBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * What one run of a parser reads from: checks each size against the file's length before any allocation, and how much
 * is read in all, so that parts which refer to one another again and again come to an end. Not thread-safe.
 */
public final class JhdfBytes implements HdfBackingStorage {

    /** Parsers read a part up to three times, the last one to compute its checksum. */
    private static final int TIMES = 8;
    /** What a small read costs beside its bytes. */
    private static final int READ = 64;

    private static final long LEAST = 1 << 20;

    private final FileBytes bytes;
    private final Superblock superblock;
    private final long allowance;
    private long taken;
    private long memory;

    /** @param allowance how much may be read, as {@link #taken} counts */
    public JhdfBytes(FileBytes bytes, Superblock superblock, long allowance) {
        this.bytes = bytes;
        this.superblock = superblock;
        this.allowance = allowance;
    }

    /** What is enough to read each part of a file. */
    public static long enoughFor(long fileLength) {
        return LEAST + TIMES * Math.min(fileLength, Long.MAX_VALUE / TIMES - LEAST);
    }

    /** The bytes read and somewhat more for each read. */
    public long taken() {
        return taken;
    }

    /** The most that one structure of a file, or all its field arrays, may take of memory. */
    public static long mostMemory() {
        return MemoryBudget.STRUCTURE.bytes();
    }

    /**
     * Counts memory that is about to be taken because the file says so.
     *
     * @throws UnsupportedHdfException if that is too much
     */
    public void takeMemory(long bytes) {
        memory += bytes;
        if (memory > mostMemory()) {
            throw new UnsupportedHdfException("found a structure of more than " + mostMemory()
                    + " bytes, expected at most " + MemoryBudget.STRUCTURE.share());
        }
    }

    /** Counts bytes as read. */
    public void takeToRead(long length) {
        taken += length + READ;
        if (taken > allowance) {
            throw new HdfException("found a structure whose parts refer to one another again and again, expected "
                    + "no more than the file of " + bytes.length() + " bytes");
        }
        takeMemory(length);
    }

    @Override
    public ByteBuffer readBufferFromAddress(long address, int length) {
        return map(address, length);
    }

    @Override
    public ByteBuffer map(long address, long length) {
        if (length > Integer.MAX_VALUE || !bytes.holds(address, length)) {
            throw new HdfException(length + " bytes at address " + address + " reach beyond the end of the file");
        }
        takeToRead(length);
        try {
            return ByteBuffer.wrap(bytes.read(address, (int) length)).order(ByteOrder.LITTLE_ENDIAN);
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
        return bytes.base();
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
        return bytes.length();
    }

    @Override
    public boolean inMemory() {
        return false;
    }
}
