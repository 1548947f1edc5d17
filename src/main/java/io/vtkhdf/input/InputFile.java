package io.vtkhdf.input;

import io.vtkhdf.CorruptFileException;
import io.vtkhdf.UnsupportedFileException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An open file of a fixed size, read at any position, and the errors about it. */
public record InputFile(Path path, FileChannel channel, long size) implements Closeable {

    /** Into a buffer on the heap the JDK reads through a hidden native one of the same size: this bounds it. */
    private static final int MAX_READ = 1 << 20;

    public static InputFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new InputFile(path, channel, channel.size());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Reads at least one byte from {@code position} on; -1 at the end of the file. */
    public int read(long position, ByteBuffer target) throws IOException {
        int limit = target.limit();
        target.limit(target.position() + Math.min(target.remaining(), MAX_READ));
        try {
            return channel.read(target, position);
        } finally {
            target.limit(limit);
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
