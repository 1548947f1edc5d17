package io.vtkhdf.hdf5;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.error.FileFailure;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The bytes of a file at HDF5's addresses, which count from behind the user block. What the source throws names it,
 * whether the source does that or not. Thread-safe.
 *
 * @param base the size of the user block
 * @param length the bytes behind it that count
 */
public record FileBytes(ByteSource source, long base, long length) {

    /** Whether so many bytes at an address are inside the file. */
    public boolean holds(long address, long size) {
        return address >= 0 && size >= 0 && address <= length - size;
    }

    /** @throws EOFException if the bytes are not inside the file; nothing is allocated then */
    public byte[] read(long address, int size) throws IOException {
        requireHeld(address, size);
        byte[] bytes = new byte[size];
        read(address, ByteBuffer.wrap(bytes));
        return bytes;
    }

    /**
     * Reads bytes to the beginning of an array.
     *
     * @throws EOFException if the bytes are not inside the file
     */
    public void read(long address, byte[] target, int size) throws IOException {
        read(address, ByteBuffer.wrap(target, 0, size));
    }

    /**
     * Fills what remains of a buffer.
     *
     * @throws EOFException if the bytes are not inside the file
     */
    public void read(long address, ByteBuffer target) throws IOException {
        requireHeld(address, target.remaining());
        try {
            source.read(base + address, target);
        } catch (IOException e) {
            throw FileFailure.ofReading(source.name(), e);
        }
    }

    /** Fills buffers, whose positions are the source's own. */
    void read(List<ByteSource.Range> ranges) throws IOException {
        try {
            source.read(ranges);
        } catch (IOException e) {
            throw FileFailure.ofReading(source.name(), e);
        }
    }

    /** Whether much is to be asked for at once, as {@link ByteSource#isRemote} has it. */
    public boolean isRemote() {
        return source.isRemote();
    }

    void requireHeld(long address, int size) throws EOFException {
        if (!holds(address, size)) {
            throw new EOFException(size + " bytes at address " + address + " reach beyond the end of the file");
        }
    }
}
