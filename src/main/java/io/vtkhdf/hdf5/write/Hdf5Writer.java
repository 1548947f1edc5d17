package io.vtkhdf.hdf5.write;

import io.vtkhdf.chunk.ChunkSink;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.hdf5.ByteWriter;
import io.vtkhdf.hdf5.Datatype;
import io.vtkhdf.hdf5.Signature;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * An HDF5 file that only grows, and the one rule that keeps it whole.
 *
 * <p>Data are written to space that was allocated at the end. A {@linkplain #commit commit} appends a complete, fresh
 * metadata tree and then rewrites the superblock to point at it; nothing that a committed root refers to is ever
 * overwritten. So the file is, at any instant, exactly its last commit: if the process is killed, and for whoever reads
 * it meanwhile.
 *
 * <p>The superblock (specification II.A), version 2, at address 0:
 *
 * <pre>
 * 0x89 "HDF" CR LF 0x1a LF
 * u8  version 2, u8 size of an address: 8, u8 size of a length: 8, u8 flags 0
 * u64 base address 0, u64 extension: undefined, u64 end of file, u64 address of the root group's object header
 * u32 checksum
 * </pre>
 *
 * <p>Thread-safe, except that a commit's tree must not change meanwhile. After the first failure to write every call
 * repeats it.
 */
public final class Hdf5Writer implements ChunkSink, Closeable {

    private static final int ALIGNMENT = 8;

    /** The channel copies what lies in the heap into memory of its own, as much at a time as it is given. */
    private static final int LARGEST_WRITE = 256 << 10;

    /** More than the metadata of most commits, and what little is written between two of them. */
    private static final long AHEAD = 16 << 20;

    /** Whether commits reach the disk. */
    public enum Durability {
        /** The system writes to the disk what and when it likes. */
        CACHED,
        /** Data are forced to the disk before the superblock that makes them valid, and that before the commit ends. */
        FORCED
    }

    private final Path path;
    private final FileChannel channel;
    private final Durability durability;
    private final LongAdder dataBytes = new LongAdder();
    /** Shared by those who write a piece each; whoever gives the file up has it alone. */
    private final ReadWriteLock writing = new ReentrantReadWriteLock();

    private boolean isGivenUp;
    private long end;
    private long grown;
    private Throwable failure;

    private Hdf5Writer(Path path, FileChannel channel, Durability durability, long end) {
        this.path = path;
        this.channel = channel;
        this.durability = durability;
        this.end = end;
    }

    /**
     * A new file, which begins with the signature of HDF5 from now on.
     *
     * @param path the file's name, for messages
     * @param channel the file, empty and open for writing; closed with this object
     */
    public static Hdf5Writer create(Path path, FileChannel channel, Durability durability) throws IOException {
        Hdf5Writer file = new Hdf5Writer(path, channel, durability, Signature.SUPERBLOCK_SIZE);
        file.put(0, ByteBuffer.wrap(Signature.BYTES));
        file.force();
        return file;
    }

    /**
     * A file to which more is added.
     *
     * @param end where its last commit ends
     */
    public static Hdf5Writer resume(Path path, FileChannel channel, Durability durability, long end) {
        return new Hdf5Writer(path, channel, durability, end);
    }

    /** Reserves space at the end of the file and returns its address, a multiple of 8. */
    @Override
    public synchronized long allocate(long size) {
        return allocate(size, ALIGNMENT);
    }

    /**
     * Reserves space at the end of the file and returns its address.
     *
     * @param alignment a power of 2 of which the address is a multiple
     */
    public synchronized long allocate(long size, int alignment) {
        long address = end + (-end & alignment - 1);
        end = Math.addExact(address, size);
        return address;
    }

    /** Where what was allocated so far ends. */
    public synchronized long end() {
        return end;
    }

    /** Writes all that remains of {@code data} to allocated space. */
    @Override
    public void write(long address, ByteBuffer data) throws IOException {
        dataBytes.add(data.remaining());
        put(address, data);
    }

    private void put(long address, ByteBuffer data) throws IOException {
        requireHealthy();
        try {
            int limit = data.limit();
            while (data.position() < limit) {
                data.limit(Math.min(limit - data.position(), LARGEST_WRITE) + data.position());
                address += writePiece(data, address);
            }
            data.limit(limit);
        } catch (IOException e) {
            throw fail(e);
        }
    }

    private int writePiece(ByteBuffer data, long address) throws IOException {
        writing.readLock().lock();
        try {
            if (isGivenUp) {
                throw new ClosedChannelException();
            }
            return channel.write(data, address);
        } finally {
            writing.readLock().unlock();
        }
    }

    /**
     * Lets nobody write from now on, not even a commit that is under way, and then does the last thing to the file.
     *
     * @return what that returns
     */
    boolean giveUp(LastDeed last) throws IOException {
        writing.writeLock().lock();
        try {
            isGivenUp = true;
            return last.run();
        } finally {
            writing.writeLock().unlock();
        }
    }

    /** What is done to a file that nobody writes any more. */
    interface LastDeed {
        boolean run() throws IOException;
    }

    /** Writes all that remains of {@code data} at the end of the file and returns its address. */
    public long append(ByteBuffer data) throws IOException {
        long address = allocate(data.remaining());
        write(address, data);
        return address;
    }

    /** A dataset with the given data, written at once. */
    public Dataset appendDataset(Datatype type, long[] shape, ByteBuffer data) throws IOException {
        int size = data.remaining();
        long address = size == 0 ? ByteWriter.UNDEFINED_ADDRESS : append(data);
        return new Dataset(type, shape, new ContiguousLayout(address, size), new byte[0]);
    }

    /**
     * A dataset of variable-length strings, rank 1, written at once. They are tagged as ASCII, the one kind that VTK
     * reads, though their bytes are UTF-8.
     */
    public Dataset appendStrings(List<String> strings) throws IOException {
        return appendDataset(Datatype.variableLengthString(), new long[] {strings.size()}, appendTexts(strings));
    }

    /** Writes strings, and returns the elements of a dataset of them. */
    public ByteBuffer appendTexts(List<String> strings) throws IOException {
        return ByteBuffer.wrap(GlobalHeap.write(this, strings));
    }

    /** The bytes of data written so far, without the metadata of commits. */
    public long dataBytes() {
        return dataBytes.sum();
    }

    /**
     * Makes the tree below {@code root}, with all data written so far, the content of the file.
     *
     * @return the bytes that the tree takes
     */
    public synchronized long commit(Group root) throws IOException {
        long start = allocate(0);
        commitPrepared(prepare(root));
        return end - start;
    }

    /**
     * Writes a tree to which nothing leads yet: what the content of the file will be when all is there.
     *
     * @return for {@link #commitPrepared}
     */
    public synchronized long prepare(Group root) throws IOException {
        long start = allocate(0);
        ByteWriter tree = new ByteWriter(start, this::put);
        long rootAddress = root.write(tree);
        tree.flush();
        allocate(tree.position() - start);
        return rootAddress;
    }

    /** Makes a tree that was {@linkplain #prepare prepared} the content of the file, which ends where this does. */
    public synchronized void commitPrepared(long rootAddress) throws IOException {
        force();
        put(0, superblock(rootAddress));
        force();
    }

    /**
     * Lets the file be longer than it needs to be, by space that takes none on the disk. Libhdf5 asks for a file's
     * length before it reads the superblock, and refuses the file if it has grown in between by a commit. Nobody may be
     * writing.
     */
    public synchronized void growAhead() throws IOException {
        long last = end + AHEAD - 1;
        if (last < grown + AHEAD / 2) {
            return;
        }
        grown = last; // Be it by half: what fails may have made the file longer.
        try {
            channel.write(ByteBuffer.allocate(1), last);
        } catch (ClosedByInterruptException e) {
            throw fail(e);
        } catch (IOException e) {
            // A limit of the file's size, perhaps; what will be written may well be within it.
        }
    }

    /** Cuts off what the file has grown ahead. */
    public synchronized void trim() throws IOException {
        if (grown >= end) {
            try {
                channel.truncate(end);
            } catch (IOException e) {
                throw fail(e);
            }
        }
    }

    private void force() throws IOException {
        if (durability == Durability.FORCED) {
            try {
                channel.force(true);
            } catch (IOException e) {
                throw fail(e);
            }
        }
    }

    private ByteBuffer superblock(long rootAddress) {
        ByteWriter out = new ByteWriter(0)
                .bytes(Signature.BYTES)
                .u8(2)
                .u8(Long.BYTES)
                .u8(Long.BYTES)
                .u8(0)
                .u64(0)
                .u64(ByteWriter.UNDEFINED_ADDRESS)
                .u64(end)
                .u64(rootAddress)
                .checksumFrom(0);
        return ByteBuffer.wrap(out.array(), 0, out.size());
    }

    /**
     * Records a failure, of this object's or of whoever feeds it, for every later call to repeat, and returns what to
     * throw: of the first one. It is recorded even if there is no memory left to say so.
     */
    @Override
    public synchronized IOException fail(Throwable e) {
        failure = failure == null ? e : failure;
        return failed();
    }

    private IOException failed() {
        String message = "could not be written: " + reason(failure);
        boolean isInterrupted =
                failure instanceof ClosedByInterruptException || failure instanceof InterruptedIOException;
        IOException failed = isInterrupted
                ? new InterruptedIOException(ShownText.of(path.toString()) + ": " + message)
                : new FileSystemException(path.toString(), null, message);
        failed.initCause(failure);
        return failed;
    }

    private static String reason(Throwable e) {
        if (e instanceof ClosedByInterruptException) {
            return "its thread was interrupted";
        }
        if (e instanceof ClosedChannelException) {
            return "another thread that wrote it was interrupted"; // Nothing else does before its end.
        }
        return e instanceof IOException && e.getMessage() != null ? e.getMessage() : e.toString();
    }

    /** @throws IOException the first failure, again, if there was one */
    @Override
    public synchronized void requireHealthy() throws IOException {
        if (failure != null) {
            throw failed();
        }
    }

    /** Closes the channel; commits nothing. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } catch (IOException e) {
            throw fail(e);
        }
    }
}
