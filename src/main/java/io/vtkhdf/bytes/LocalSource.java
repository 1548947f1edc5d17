package io.vtkhdf.bytes;

import io.vtkhdf.error.FileFailure;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.file.FileState;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.file.RegularFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file, or a channel. The interruption of a thread that reads closes a channel for all threads; that of a file is
 * then opened again by the next one that needs it.
 */
final class LocalSource implements ByteSource {

    /** A channel copies through memory of its own, which should stay in the processor's cache. */
    private static final int LARGEST_READ = 256 << 10;

    private final String name;
    private final long length;
    /** What was opened; null if only its channel is known. */
    private final Path file;

    private final FileState state;

    private volatile SeekableByteChannel channel;
    private volatile boolean closed;

    private LocalSource(String name, SeekableByteChannel channel, Path file, FileState state) throws IOException {
        this.name = name;
        this.channel = channel;
        this.file = file;
        this.state = state;
        try {
            this.length = channel.size();
        } catch (IOException e) {
            throw FileFailure.ofReading(name, e);
        }
    }

    static LocalSource of(String name, FileChannel channel) throws IOException {
        return new LocalSource(name, channel, null, null);
    }

    static LocalSource open(Path file) throws IOException {
        RegularFile.require(file);
        FileState state = FileState.of(file);
        SeekableByteChannel channel = channel(file);
        try {
            return new LocalSource(file.toString(), channel, file, state);
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            OutputFile.channelClosed(file);
            throw e;
        }
    }

    /** Not every provider has channels that are read at several places at once. */
    private static SeekableByteChannel channel(Path file) throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.READ);
        } catch (UnsupportedOperationException e) {
            return Files.newByteChannel(file);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        int start = target.position();
        int end = target.limit();
        requireInside(position, target.remaining());
        while (target.position() < end) {
            target.limit(target.position() + Math.min(LARGEST_READ, end - target.position()));
            if (readSome(position + target.position() - start, target) < 0) {
                throw new FileSystemException(name, null, "has become shorter while it was read");
            }
        }
    }

    /** At least one byte, unless its channel had to be opened again. */
    private int readSome(long position, ByteBuffer target) throws IOException {
        SeekableByteChannel current = channel;
        try {
            return read(current, position, target);
        } catch (ClosedChannelException e) {
            tellClosed();
            if (closed) {
                throw new IllegalStateException(ShownText.of(name) + ": the reader is closed", e);
            } else if (file == null || e instanceof ClosedByInterruptException) {
                throw FileFailure.ofReading(name, e);
            }
            reopen(current);
            return 0;
        } catch (IOException e) {
            throw FileFailure.ofReading(name, e);
        }
    }

    private static int read(SeekableByteChannel from, long position, ByteBuffer target) throws IOException {
        if (from instanceof FileChannel file) {
            return file.read(target, position);
        }
        synchronized (from) {
            return from.position(position).read(target);
        }
    }

    private synchronized void reopen(SeekableByteChannel lost) throws IOException {
        if (closed || channel != lost) {
            return;
        }
        state.requireSameFile();
        SeekableByteChannel again = channel(file);
        try {
            state.requireSameFile(); // Still, so it is what has been opened.
            channel = again;
        } finally {
            if (channel != again) {
                again.close();
                tellClosed();
            }
        }
    }

    private void tellClosed() {
        if (file != null) {
            OutputFile.channelClosed(file);
        }
    }

    @Override
    public void requireUnchanged() throws IOException {
        if (state != null) {
            state.requireUnchanged();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        try {
            channel.close();
        } catch (IOException e) {
            throw FileFailure.ofReading(name, e);
        } finally {
            tellClosed();
        }
    }
}
