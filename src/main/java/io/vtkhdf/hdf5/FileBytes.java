package io.vtkhdf.hdf5;

import io.vtkhdf.error.FileFailure;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.file.OutputFile;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * A file of a length that is fixed when it is opened, read at addresses that count from HDF5's base address.
 * Thread-safe.
 */
public final class FileBytes implements Closeable {

    /** A channel copies through memory of its own, which should stay in the processor's cache. */
    private static final int LARGEST_READ = 256 << 10;

    private final Path path;
    private final FileChannel channel;
    private final long base;
    private final long length;
    private volatile boolean closed;

    /**
     * @param path the file's name, for messages
     * @param base the size of the user block
     * @param length the bytes behind it that are read
     */
    public FileBytes(Path path, FileChannel channel, long base, long length) {
        this.path = path;
        this.channel = channel;
        this.base = base;
        this.length = length;
    }

    public long base() {
        return base;
    }

    /** The bytes from the base address to the end. */
    public long length() {
        return length;
    }

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
        int start = target.position();
        int end = target.limit();
        requireHeld(address, end - start);
        while (target.position() < end) {
            target.limit(target.position() + Math.min(LARGEST_READ, end - target.position()));
            if (read(target, base + address + target.position() - start) < 0) {
                throw new FileSystemException(path.toString(), null, "has become shorter while it was read");
            }
        }
    }

    private int read(ByteBuffer target, long position) throws IOException {
        try {
            return channel.read(target, position);
        } catch (ClosedChannelException e) {
            if (closed) {
                throw new IllegalStateException(ShownText.of(path.toString()) + ": the reader is closed", e);
            }
            throw FileFailure.ofReading(path, e);
        } catch (IOException e) {
            throw FileFailure.ofReading(path, e);
        }
    }

    private void requireHeld(long address, int size) throws EOFException {
        if (!holds(address, size)) {
            throw new EOFException(size + " bytes at address " + address + " reach beyond the end of the file");
        }
    }

    /** Whether nobody has closed it; an interrupted thread has then closed the channel all the same. */
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try {
            channel.close();
        } catch (IOException e) {
            throw FileFailure.ofReading(path, e);
        } finally {
            OutputFile.channelClosed(path);
        }
    }
}
