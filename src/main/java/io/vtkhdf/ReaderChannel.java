package io.vtkhdf;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A file of a length that is fixed when it is opened, read at addresses that count from HDF5's base address.
 * Thread-safe.
 */
final class ReaderChannel implements Closeable {

    private final FileChannel channel;
    private final long base;
    private final long length;

    /** @param base the size of the user block */
    ReaderChannel(FileChannel channel, long base) throws IOException {
        this.channel = channel;
        this.base = base;
        this.length = channel.size() - base;
    }

    long base() {
        return base;
    }

    /** The bytes from the base address to the end. */
    long length() {
        return length;
    }

    /** Whether so many bytes at an address are inside the file. */
    boolean holds(long address, long size) {
        return address >= 0 && size >= 0 && address <= length - size;
    }

    /** @throws EOFException if the bytes are not inside the file; nothing is allocated then */
    byte[] read(long address, int size) throws IOException {
        if (!holds(address, size)) {
            throw new EOFException(size + " bytes at address " + address + " reach beyond the end of the file");
        }
        byte[] bytes = new byte[size];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, base + address + buffer.position()) < 0) {
                throw new EOFException("the file has become shorter while it was read");
            }
        }
        return bytes;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
