package io.vtkhdf.hdf5.jhdf;

import io.jhdf.ObjectHeader;
import io.jhdf.Superblock;
import io.jhdf.storage.HdfBackingStorage;
import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.ByteReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** Bounded bytes as jHDF wants them. */
record JhdfBytes(BoundedBytes bytes) implements HdfBackingStorage {

    /** Tells jHDF's parsers the sizes of addresses and lengths, which are the same in all files that we read. */
    static final Superblock SIZES = new Sizes();

    private static final class Sizes extends Superblock {

        @Override
        public int getVersionOfSuperblock() {
            return 2;
        }

        @Override
        public int getSizeOfOffsets() {
            return ByteReader.ADDRESS_SIZE;
        }

        @Override
        public int getSizeOfLengths() {
            return ByteReader.LENGTH_SIZE;
        }

        @Override
        public long getBaseAddressByte() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long getEndOfFileAddress() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ObjectHeader> getExtension() {
            return Optional.empty();
        }
    }

    @Override
    public ByteBuffer readBufferFromAddress(long address, int length) {
        return bytes.read(address, length);
    }

    @Override
    public ByteBuffer map(long address, long length) {
        return bytes.read(address, length);
    }

    @Override
    public ByteBuffer mapNoOffset(long address, long length) {
        return bytes.read(address - bytes.base(), length);
    }

    @Override
    public long getUserBlockSize() {
        return bytes.base();
    }

    @Override
    public Superblock getSuperblock() {
        return SIZES;
    }

    @Override
    public FileChannel getFileChannel() {
        throw new UnsupportedOperationException("all reads go through this object");
    }

    @Override
    public int getSizeOfOffsets() {
        return SIZES.getSizeOfOffsets();
    }

    @Override
    public int getSizeOfLengths() {
        return SIZES.getSizeOfLengths();
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
