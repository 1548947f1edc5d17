package io.vtkhdf;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The file that is written and the name that it gets: {@code NAME.part}, renamed to NAME at the end, or NAME itself in
 * place.
 */
final class OutputFile {

    private static final String PART = ".part";

    private final Path target;
    private final Path written;
    private final WriteOptions options;
    private final FileChannel channel;

    private OutputFile(Path target, Path written, WriteOptions options, FileChannel channel) {
        this.target = target;
        this.written = written;
        this.options = options;
        this.channel = channel;
    }

    /**
     * Creates the file, empty and locked against other writers. What an interrupted run left of it is deleted.
     *
     * @throws FileAlreadyExistsException if the target exists and is not to be overwritten
     */
    static OutputFile create(Path target, WriteOptions options) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, Files.isDirectory(target) ? "is a directory" : "is no regular file");
        }
        if (!options.isOverwrite() && Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        Path written = options.isInPlace() ? target : target.resolveSibling(target.getFileName() + PART);
        deleteUnlocked(written, target);
        // A new file: nobody else can have been at it, nor can one that was published meanwhile be emptied.
        FileChannel channel = FileChannel.open(written, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            requireLock(channel, target);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        return new OutputFile(target, written, options, channel);
    }

    private static void deleteUnlocked(Path file, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            requireLock(channel, target);
            Files.delete(file);
        } catch (NoSuchFileException e) {
            // The usual case.
        }
    }

    private static void requireLock(FileChannel channel, Path target) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new IOException(target + ": another writer is writing it");
        }
    }

    FileChannel channel() {
        return channel;
    }

    /** The file that is being written. */
    Path written() {
        return written;
    }

    /** The name that the file gets. */
    Path target() {
        return target;
    }

    /**
     * Gives the finished file its name, while it is still locked.
     *
     * @throws FileAlreadyExistsException if the target has appeared meanwhile; the finished file is then kept as it is
     */
    void publish() throws IOException {
        if (written.equals(target)) {
            return;
        }
        if (options.isOverwrite()) {
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            Files.createLink(target, written); // Unlike a move it never replaces a file.
            Files.delete(written);
        } catch (FileAlreadyExistsException e) {
            throw appeared();
        } catch (UnsupportedOperationException | FileSystemException e) {
            if (Files.exists(target)) {
                throw appeared();
            }
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private FileAlreadyExistsException appeared() {
        return new FileAlreadyExistsException(
                target.toString(), null, "appeared while it was written; the finished file is " + written);
    }

    /** Deletes the unfinished file, as far as that is possible. */
    void delete() {
        try {
            Files.deleteIfExists(written);
        } catch (IOException e) {
            // Nothing more can be done, and the failure that led here counts for more.
        }
    }
}
