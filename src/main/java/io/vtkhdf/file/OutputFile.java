package io.vtkhdf.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The file that is written and the name that it gets: {@code NAME.part}, renamed to NAME at the end, or NAME itself in
 * place.
 */
public final class OutputFile implements Closeable {

    /** What may happen to a file that has the name already, and when the new one gets it. */
    public enum Option {
        /** An existing file is replaced. */
        OVERWRITE,
        /** The file is written under its own name from the start. */
        IN_PLACE
    }

    private static final String PART = ".part";

    /** What this virtual machine is writing: its own file locks end when any channel to the file is closed. */
    private static final Set<Path> WRITING = ConcurrentHashMap.newKeySet();

    private final Path key;
    private final Path target;
    private final Path written;
    private final boolean overwrite;
    private final FileChannel channel;

    private OutputFile(Path target, Path written, Set<Option> options, Path key, FileChannel channel) {
        this.key = key;
        this.target = target;
        this.written = written;
        this.overwrite = options.contains(Option.OVERWRITE);
        this.channel = channel;
    }

    /**
     * Creates the file, empty and locked against other writers. What an interrupted run left of it is lost.
     *
     * @throws FileAlreadyExistsException if the target exists and is not to be overwritten
     */
    public static OutputFile create(Path target, Set<Option> options) throws IOException {
        requireCreatable(target, options);
        Path written = options.contains(Option.IN_PLACE) ? target : partOf(target);
        Path key = written.toAbsolutePath().normalize();
        if (!WRITING.add(key)) {
            throw anotherWriter(target);
        }
        try {
            return new OutputFile(target, written, options, key, openLocked(written, target, options));
        } catch (IOException | RuntimeException e) {
            WRITING.remove(key);
            throw e;
        }
    }

    /**
     * Makes sure that {@link #create} would not refuse, as far as that can be told without writing.
     *
     * @throws FileAlreadyExistsException if the target exists and is not to be overwritten
     */
    public static void requireCreatable(Path target, Set<Option> options) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, Files.isDirectory(target) ? "is a directory" : "is no regular file");
        }
        if (!options.contains(Option.OVERWRITE) && Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
    }

    /**
     * Opens the file, empty and locked. Whoever holds the lock of the file that has this name may rename, delete or
     * empty it; so the file is looked at once more after it was locked, lest it has been published meanwhile.
     */
    private static FileChannel openLocked(Path file, Path target, Set<Option> options) throws IOException {
        while (true) {
            try {
                return locked(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), target);
            } catch (FileAlreadyExistsException e) {
                if (file.equals(target) && !options.contains(Option.OVERWRITE)) {
                    throw e; // It has appeared since it was looked for.
                }
                // Otherwise it is what an interrupted run has left, or what is to be overwritten in place.
            }
            try {
                Object key = fileKey(file);
                FileChannel channel = locked(FileChannel.open(file, StandardOpenOption.WRITE), target);
                if (Objects.equals(key, fileKey(file))) {
                    return channel.truncate(0);
                }
                channel.close();
            } catch (NoSuchFileException e) {
                // Gone again: the next round creates it.
            }
        }
    }

    /** The name of the file until it is finished. */
    public static Path partOf(Path target) {
        return target.resolveSibling(target.getFileName() + PART);
    }

    private static Object fileKey(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private static FileChannel locked(FileChannel channel, Path target) throws IOException {
        try {
            if (channel.tryLock() == null) {
                throw anotherWriter(target);
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static IOException anotherWriter(Path target) {
        return new IOException(target + ": another writer is writing it");
    }

    /** Lets others write the file; its channel has been closed. */
    public void release() {
        WRITING.remove(key);
    }

    public FileChannel channel() {
        return channel;
    }

    /** The file that is being written. */
    public Path written() {
        return written;
    }

    /** The name that the file gets. */
    public Path target() {
        return target;
    }

    /**
     * Gives the finished file its name, while it is still locked.
     *
     * @throws FileAlreadyExistsException if the target has appeared meanwhile; the finished file is then kept as it is
     */
    public void publish() throws IOException {
        if (written.equals(target)) {
            return;
        }
        if (overwrite) {
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

    /** Closes the channel and lets others write the file. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            release();
        }
    }

    /** Deletes the unfinished file, as far as that is possible, and closes. */
    public void giveUp() throws IOException {
        delete();
        close();
    }

    /** Deletes the unfinished file, as far as that is possible. */
    public void delete() {
        try {
            Files.deleteIfExists(written);
        } catch (IOException e) {
            // Nothing more can be done, and the failure that led here counts for more.
        }
    }
}
