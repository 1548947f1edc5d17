package io.vtkhdf.input;

import io.vtkhdf.CorruptFileException;
import io.vtkhdf.UnsupportedFileException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of a fixed size, read at any position, and the errors about it. Closed, it is opened again by the next read,
 * so that many files need not be open at once. Not thread-safe.
 */
public final class InputFile implements Closeable {

    /** Into a buffer on the heap the JDK reads through a hidden native one of the same size: this bounds it. */
    private static final int MAX_READ = 1 << 20;

    private final Path path;
    private final long size;
    private FileChannel channel;

    private InputFile(Path path) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
        this.size = channel.size();
    }

    public static InputFile open(Path path) throws IOException {
        return new InputFile(path);
    }

    public Path path() {
        return path;
    }

    public long size() {
        return size;
    }

    /** Reads at least one byte from {@code position} on; -1 at the end of the file. */
    public int read(long position, ByteBuffer target) throws IOException {
        if (!channel.isOpen()) {
            reopen();
        }
        int limit = target.limit();
        target.limit(target.position() + Math.min(target.remaining(), MAX_READ));
        try {
            return channel.read(target, position);
        } finally {
            target.limit(limit);
        }
    }

    private void reopen() throws IOException {
        channel = FileChannel.open(path, StandardOpenOption.READ);
        if (channel.size() != size) {
            throw corrupt("file", channel.size() + " bytes", "the " + size + " bytes that it had when it was opened");
        }
    }

    public CorruptFileException corrupt(String place, String found, String expected) {
        return new CorruptFileException(path, place, found, expected);
    }

    public UnsupportedFileException unsupported(String place, String found, String expected) {
        return new UnsupportedFileException(path, place, found, expected);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
