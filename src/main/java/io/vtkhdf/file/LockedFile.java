package io.vtkhdf.file;

import io.vtkhdf.error.AnotherWriterException;
import io.vtkhdf.error.FileFailure;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * A file that is open for reading and writing and locked against other writers, in other virtual machines too; where
 * the file system has no locks, only against those in this one.
 */
final class LockedFile implements Closeable {

    private static final Set<OpenOption> CREATED =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);

    private static final Set<OpenOption> EXISTING =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private final Path file;
    private final FileChannel channel;
    private final Object identity;
    /** Null if it was lost, or the file system has none. */
    private FileLock lock;

    private boolean lockable = true;

    private LockedFile(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        lock();
        this.identity = LocalWriters.identity(file);
    }

    /**
     * @throws java.nio.file.FileAlreadyExistsException if it exists
     * @throws IOException if it cannot be created or locked; it does not exist then, unless somebody else has it
     */
    static LockedFile create(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, CREATED);
        try {
            return of(file, channel);
        } catch (AnotherWriterException e) {
            throw e; // Who was faster: the file is theirs.
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /**
     * A file that exists; empty if it has got, or lost, its name meanwhile. Whoever holds the lock of the file that has
     * this name may rename or delete it; so the name is looked up once more after it was locked.
     */
    static Optional<LockedFile> open(Path file) throws IOException {
        try {
            if (LocalWriters.isLocked(file)) {
                throw new AnotherWriterException(file); // Whose lock would end with a channel that is closed again.
            }
            Object found = LocalWriters.identity(file);
            LockedFile locked = of(file, FileChannel.open(file, EXISTING));
            if (locked.identity.equals(found)) {
                return Optional.of(locked);
            }
            locked.close();
        } catch (NoSuchFileException e) {
            // Gone again.
        }
        return Optional.empty();
    }

    private static LockedFile of(Path file, FileChannel channel) throws IOException {
        try {
            return new LockedFile(file, channel);
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            LocalWriters.channelClosed(file);
            throw e;
        }
    }

    private void lock() throws IOException {
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        } catch (ClosedChannelException | InterruptedIOException e) {
            throw FileFailure.ofWriting(file, e);
        } catch (IOException e) {
            lockable = false; // As of some network file systems, where writing works all the same.
        }
        if (lock == null && lockable) {
            throw new AnotherWriterException(file);
        }
    }

    /** Whether the file system has locks. */
    boolean isLockable() {
        return lockable;
    }

    /** See {@link LocalWriters#identity}. */
    Object identity() {
        return identity;
    }

    FileChannel channel() {
        return channel;
    }

    /** Locks the file anew; if somebody else is faster, {@link #requireLocked} tells. */
    synchronized void relock() {
        try {
            if (lock != null && channel.isOpen()) {
                lock.release();
                lock = channel.tryLock();
            }
        } catch (IOException e) {
            lock = null;
        }
    }

    /** Whether nobody else can be writing the file; its lock ends with its channel. */
    synchronized boolean isLocked() {
        return lockable ? lock != null && lock.isValid() : channel.isOpen();
    }

    /** @throws AnotherWriterException if the lock was lost, and another writer may be at the file */
    synchronized void requireLocked() throws AnotherWriterException {
        if (lock == null && lockable) {
            throw new AnotherWriterException(file);
        }
    }

    void truncate(long size) throws IOException {
        try {
            channel.truncate(size);
        } catch (IOException e) {
            throw FileFailure.ofWriting(file, e);
        }
    }

    void force() throws IOException {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw FileFailure.ofWriting(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } catch (IOException e) {
            throw FileFailure.ofWriting(file, e);
        }
    }
}
