package io.vtkhdf.bytes;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/**
 * Bytes at positions from 0 to a length that does not change: a local file, or whatever else can be read in any order.
 *
 * <pre>{@code
 * record InMemory(String name, byte[] bytes, AtomicBoolean closed) implements ByteSource {
 *     public long length() {
 *         return bytes.length;
 *     }
 *     public void read(long position, ByteBuffer target) throws IOException {
 *         requireInside(position, target.remaining());
 *         if (closed.get()) {
 *             throw new IllegalStateException(name + ": the reader is closed");
 *         }
 *         target.put(bytes, (int) position, target.remaining());
 *     }
 *     public void close() {
 *         closed.set(true);
 *     }
 * }
 * }</pre>
 *
 * <p>Implementations are thread-safe: ranges are asked for by several threads at once. After {@link #close()} reading
 * is an {@link IllegalStateException}.
 */
public interface ByteSource extends Closeable {

    /**
     * Bytes that are wanted.
     *
     * @param position of the first one in the source
     * @param target gets as many as it has room for, from its position to its limit
     */
    record Range(long position, ByteBuffer target) {}

    /** What errors name it by: a path or an address; without secrets. */
    String name();

    /** The number of bytes. */
    long length();

    /**
     * Whether each request is dear, as one to a server is: what is wanted of the source is then asked for in few
     * {@linkplain #read(List) lists of ranges}, which it may merge, rather than piece by piece when its turn comes.
     */
    default boolean isRemote() {
        return false;
    }

    /**
     * Fills what remains of a buffer; its position is then its limit.
     *
     * @throws EOFException if not all of these bytes are inside the source; the buffer is untouched then
     * @throws IOException if they cannot be read, or the source is found to have changed
     */
    void read(long position, ByteBuffer target) throws IOException;

    /**
     * Fills several buffers, in any order: a source for which each request is dear may merge those that are near to one
     * another, or ask for several at once.
     *
     * @throws EOFException if not all of them are inside the source
     * @throws IOException as {@link #read(long, ByteBuffer)}; what the buffers hold is undefined then
     */
    default void read(List<Range> ranges) throws IOException {
        for (Range range : ranges) {
            read(range.position(), range.target());
        }
    }

    /** @throws IOException if the bytes are known not to be those any more that they were when it was opened */
    default void requireUnchanged() throws IOException {}

    /** @throws EOFException unless so many bytes at a position are inside */
    default void requireInside(long position, long size) throws EOFException {
        if (position < 0 || size < 0 || position > length() - size) {
            throw new EOFException(
                    size + " bytes at " + position + " reach beyond the end of the " + length() + " bytes");
        }
    }

    /**
     * A file of whatever file system: one that is a {@link SourceFileSystem} opens it in its own way, and of others it
     * is read by its {@link FileChannel}, or if the provider has none by its
     * {@link java.nio.channels.SeekableByteChannel}. If a thread is interrupted while it reads, its own reading fails;
     * others go on.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     * @throws java.nio.file.FileSystemException if it is a directory, a pipe or a device, or may not be read
     */
    static ByteSource of(Path file) throws IOException {
        return file.getFileSystem() instanceof SourceFileSystem own ? own.open(file) : LocalSource.open(file);
    }

    /**
     * A channel that is open already, of the length that it has now; closing the source closes it. Interrupting a
     * thread while it reads closes it, too, as {@link FileChannel} has it.
     *
     * @param name what errors name it by
     */
    static ByteSource of(String name, FileChannel channel) throws IOException {
        return LocalSource.of(name, channel);
    }
}
