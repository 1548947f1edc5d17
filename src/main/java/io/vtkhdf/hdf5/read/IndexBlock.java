package io.vtkhdf.hdf5.read;

import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.ByteReader;
import io.vtkhdf.hdf5.Lookup3;
import io.vtkhdf.hdf5.Malformed;
import java.nio.ByteBuffer;

/** A piece of an index or a heap: read whole, its checksum and signature verified, then consumed from the front. */
final class IndexBlock {

    /** Signature, version and client. */
    static final int PREFIX_SIZE = 6;

    private final ByteBuffer bytes;

    private IndexBlock(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Entries without signature, followed by a checksum. */
    static IndexBlock page(BoundedBytes storage, long address, long size) {
        ByteBuffer bytes = storage.read(address, Math.addExact(size, Lookup3.SIZE));
        Lookup3.verify(bytes);
        return new IndexBlock(bytes.position(0).limit((int) size));
    }

    /**
     * A block with a signature and version 0, verified and consumed.
     *
     * @param size all its bytes but the checksum
     */
    static IndexBlock begin(BoundedBytes storage, long address, long size, String signature) {
        return page(storage, address, size).requireSignature(address, signature);
    }

    /** As {@link #begin} with the bytes of a block whose checksum stands elsewhere. */
    static IndexBlock of(ByteBuffer bytes, long address, String signature) {
        return new IndexBlock(bytes).requireSignature(address, signature);
    }

    private IndexBlock requireSignature(long address, String signature) {
        for (char expected : signature.toCharArray()) {
            if (bytes.get() != expected) {
                throw new Malformed("no " + signature + " block at address " + address);
            }
        }
        if (bytes.get() != 0) {
            throw new Malformed(signature + " block at address " + address + " is not of version 0");
        }
        return this;
    }

    /**
     * A block with a prefix.
     *
     * @param size all its bytes but the checksum
     * @param header the address of the array's header, which stands in all other blocks; negative when it is the header
     *     itself
     */
    static IndexBlock read(BoundedBytes storage, long address, long size, String signature, long header) {
        IndexBlock block = begin(storage, address, size, signature);
        block.bytes.get();
        if (header >= 0 && block.address() != header) {
            throw new Malformed(signature + " block at address " + address + " belongs to another index");
        }
        return block;
    }

    int octet() {
        return bytes.get() & 0xff;
    }

    long unsigned(int size) {
        return ByteReader.unsigned(bytes, size);
    }

    long address() {
        return ByteReader.address(bytes);
    }

    long length() {
        return ByteReader.length(bytes);
    }

    byte[] take(int size) {
        byte[] taken = new byte[size];
        bytes.get(taken);
        return taken;
    }

    ByteBuffer bytes() {
        return bytes;
    }
}
