package io.vtkhdf.input;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileFailure;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.file.FileState;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;

/**
 * A file of a fixed size, read at any position, and the errors about it. One of many {@link InputFiles} is not open all
 * the time. Not thread-safe.
 */
public final class InputFile implements Closeable {

    /** Into a buffer on the heap the JDK reads through a hidden native one of the same size: this bounds it. */
    private static final int MAX_READ = 1 << 20;

    private final Path path;
    private final InputFiles among;
    private final FileState state;
    /** Null while it is parked. */
    private ByteSource source;

    private boolean closed;

    InputFile(Path path, InputFiles among) throws IOException {
        this.path = path;
        this.among = among;
        this.state = FileState.of(path);
        this.source = ByteSource.of(path);
        try {
            among.opened(state);
            among.use(this);
        } catch (IOException | RuntimeException | Error e) {
            park();
            throw e;
        }
    }

    public Path path() {
        return path;
    }

    public long size() {
        return state.size();
    }

    /** Reads at least one byte from {@code position} on; -1 at the end of the file. */
    public int read(long position, ByteBuffer target) throws IOException {
        if (!isOpen()) {
            reopen();
        }
        among.use(this);
        int count = (int) Math.min(Math.min(target.remaining(), MAX_READ), Math.max(0, size() - position));
        if (count <= 0 && target.hasRemaining()) {
            return -1;
        }
        int limit = target.limit();
        target.limit(target.position() + count);
        try {
            source.read(position, target);
            return count;
        } catch (IOException e) {
            throw FileFailure.ofReading(path, e);
        } finally {
            target.limit(limit);
        }
    }

    private void reopen() throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        state.requireUnchanged();
        source = ByteSource.of(path);
    }

    public CorruptFileException corrupt(String place, String found, String expected) {
        return new CorruptFileException(path.toString(), place, found, expected);
    }

    public UnsupportedFileException unsupported(String place, String found, String expected) {
        return new UnsupportedFileException(path.toString(), place, found, expected);
    }

    boolean isOpen() {
        return source != null;
    }

    /** Closes the file until it is read again. */
    void park() {
        if (source == null) {
            return;
        }
        try {
            source.close();
        } catch (IOException e) {
            // What was read is not lost by it.
        } finally {
            source = null;
        }
    }

    @Override
    public void close() {
        closed = true;
        among.remove(this);
        park();
    }
}
