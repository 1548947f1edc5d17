package io.vtkhdf;

import io.jhdf.checksum.ChecksumUtils;
import io.jhdf.exceptions.HdfException;
import java.nio.ByteBuffer;

/** A piece of a chunk index: read whole, its checksum and signature verified, then consumed from the front. */
final class ReaderIndexBlock {

    static final int CHECKSUM_SIZE = 4;
    /** Signature, version and client. */
    static final int PREFIX_SIZE = 6;

    private final ByteBuffer bytes;

    private ReaderIndexBlock(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Entries without signature, followed by a checksum. */
    static ReaderIndexBlock page(JhdfStorage storage, long address, long size) {
        ByteBuffer bytes = storage.map(address, Math.addExact(size, CHECKSUM_SIZE));
        ChecksumUtils.validateChecksum(bytes);
        return new ReaderIndexBlock(bytes.position(0).limit((int) size));
    }

    /**
     * A block with a prefix.
     *
     * @param size all its bytes but the checksum
     * @param header the address of the array's header, which stands in all other blocks; negative when it is the header
     *     itself
     */
    static ReaderIndexBlock read(JhdfStorage storage, long address, long size, String signature, long header) {
        ReaderIndexBlock block = page(storage, address, size);
        for (char expected : signature.toCharArray()) {
            if (block.bytes.get() != expected) {
                throw new HdfException("no " + signature + " block at address " + address);
            }
        }
        if (block.bytes.get() != 0) {
            throw new HdfException(signature + " block at address " + address + " is not of version 0");
        }
        block.bytes.get();
        if (header >= 0 && block.unsigned(storage.getSizeOfOffsets()) != header) {
            throw new HdfException(signature + " block at address " + address + " belongs to another index");
        }
        return block;
    }

    int octet() {
        return bytes.get() & 0xff;
    }

    long unsigned(int size) {
        return JhdfNumbers.unsigned(bytes, size);
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
