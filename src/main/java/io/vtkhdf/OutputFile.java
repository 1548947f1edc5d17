package io.vtkhdf;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
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
     * Creates the file, empty and locked against other writers.
     *
     * @throws FileAlreadyExistsException if the target exists and is not to be overwritten
     */
    static OutputFile create(Path target, WriteOptions options) throws IOException {
        if (!options.isOverwrite() && Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        if (Files.isDirectory(target)) {
            throw new FileAlreadyExistsException(target.toString(), null, "is a directory");
        }
        Path written = options.isInPlace() ? target : target.resolveSibling(target.getFileName() + PART);
        FileChannel channel = FileChannel.open(written, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            requireLock(channel, written);
            channel.truncate(0);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        return new OutputFile(target, written, options, channel);
    }

    private static void requireLock(FileChannel channel, Path file) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new IOException(file + ": found that another writer is at it, expected none");
        }
    }

    FileChannel channel() {
        return channel;
    }

    /** The file that is being written. */
    Path written() {
        return written;
    }

    /** Gives the finished and closed file its name. */
    void publish() throws IOException {
        if (written.equals(target)) {
            return;
        }
        if (!options.isOverwrite() && Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
