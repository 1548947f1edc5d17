package io.vtkhdf.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
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
        IN_PLACE,
        /** What an interrupted run has left is not emptied; in place it may be there without being overwritten. */
        RESUME,
        /**
         * The file and its name reach the disk before {@link OutputFile#publish} ends, where the system can do that.
         */
        DURABLE
    }

    private static final String PART = ".part";

    private static final int MAX_LINKS = 40;

    private static final Set<OpenOption> EXISTING =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    /** What this virtual machine is writing: its own file locks end when any channel to the file is closed. */
    private static final Set<Path> WRITING = ConcurrentHashMap.newKeySet();

    private final Path key;
    private final Path target;
    private final Path written;
    private final Set<Option> options;
    private final FileChannel channel;

    private OutputFile(Path target, Path written, Set<Option> options, Path key, FileChannel channel) {
        this.key = key;
        this.target = target;
        this.written = written;
        this.options = Set.copyOf(options);
        this.channel = channel;
    }

    /**
     * Creates the file, empty and locked against other writers. What an interrupted run left of it is lost, unless it
     * is to be resumed. A symbolic link is followed: what it leads to is created or replaced.
     *
     * @param head what every file of this format begins with, by which such a leftover is known
     * @throws FileAlreadyExistsException if the target exists and is not to be overwritten, or the file that is to be
     *     written until then is nobody's leftover
     */
    public static OutputFile create(Path name, Set<Option> options, byte[] head) throws IOException {
        Path target = followed(name);
        requireFree(name, target, options);
        Path written = options.contains(Option.IN_PLACE) ? target : partOf(target);
        Path key = written.toAbsolutePath().normalize();
        if (!WRITING.add(key)) {
            throw anotherWriter(target);
        }
        try {
            return new OutputFile(target, written, options, key, openLocked(written, target, options, head));
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
    public static void requireCreatable(Path name, Set<Option> options, byte[] head) throws IOException {
        Path target = followed(name);
        requireFree(name, target, options);
        if (!options.contains(Option.IN_PLACE)) {
            requirePartCreatable(partOf(target), head, target.toAbsolutePath().getParent());
        }
    }

    private static void requireFree(Path name, Path target, Set<Option> options) throws IOException {
        if (Files.isSymbolicLink(target)) {
            throw new FileSystemException(name.toString(), null, "is a link that leads to itself");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, Files.isDirectory(target) ? "is a directory" : "is no regular file");
        }
        if (!mayExist(options) && Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
    }

    private static boolean mayExist(Set<Option> options) {
        return options.contains(Option.OVERWRITE) || options.containsAll(Set.of(Option.RESUME, Option.IN_PLACE));
    }

    /** What a link that somebody has put in the place of the unfinished file leads to would be emptied. */
    private static void requireNoLink(Path part) throws FileAlreadyExistsException {
        if (Files.isSymbolicLink(part)) {
            throw inTheWay(part);
        }
    }

    private static void requirePartCreatable(Path part, byte[] head, Path folder) throws IOException {
        requireNoLink(part);
        if (folder != null && !Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
        Path key = part.toAbsolutePath().normalize();
        if (!WRITING.add(key)) {
            return; // Its writer's lock would end with the channel.
        }
        try (FileChannel channel = FileChannel.open(part)) {
            if (!isLeftover(head, channel)) {
                throw inTheWay(part);
            }
        } catch (NoSuchFileException e) {
            // As it should be.
        } finally {
            WRITING.remove(key);
        }
    }

    /** Whether an interrupted run has left it, perhaps within its first bytes; another's file is not touched. */
    private static boolean isLeftover(byte[] head, FileChannel channel) throws IOException {
        ByteBuffer found = ByteBuffer.allocate(head.length);
        while (found.hasRemaining() && channel.read(found, found.position()) > 0) {
            // read on
        }
        return Arrays.equals(found.array(), 0, found.position(), head, 0, found.position());
    }

    private static FileAlreadyExistsException inTheWay(Path part) {
        return new FileAlreadyExistsException(
                part.toString(), null, "is in the way: the output is first written to a file of this name");
    }

    /** What a chain of symbolic links leads to, whether that exists or not; a link if it has no end. */
    private static Path followed(Path file) {
        Path at = file;
        try {
            for (int i = 0; i < MAX_LINKS && Files.isSymbolicLink(at); i++) {
                at = at.resolveSibling(Files.readSymbolicLink(at));
            }
        } catch (IOException e) {
            // Whoever opens it is told.
        }
        return at;
    }

    /**
     * Opens the file, empty and locked. Whoever holds the lock of the file that has this name may rename, delete or
     * empty it; so the file is looked at once more after it was locked, lest it has been published meanwhile.
     */
    private static FileChannel openLocked(Path file, Path target, Set<Option> options, byte[] head) throws IOException {
        while (true) {
            try {
                return locked(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), target);
            } catch (FileAlreadyExistsException e) {
                if (file.equals(target) && !mayExist(options)) {
                    throw e; // It has appeared since it was looked for.
                }
                // Otherwise it is what an interrupted run has left, or what is to be overwritten in place.
            }
            requireNoLink(file);
            try {
                Object key = fileKey(file);
                FileChannel channel = locked(FileChannel.open(file, EXISTING), target);
                if (Objects.equals(key, fileKey(file))) {
                    return prepared(channel, file, target, options, head);
                }
                channel.close();
            } catch (NoSuchFileException e) {
                // Gone again: the next round creates it.
            }
        }
    }

    private static FileChannel prepared(FileChannel channel, Path file, Path target, Set<Option> options, byte[] head)
            throws IOException {
        try {
            boolean isLeftover = isLeftover(head, channel);
            if (!isLeftover && !file.equals(target)) {
                throw inTheWay(file);
            } else if (!isLeftover && !options.contains(Option.OVERWRITE)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            return isLeftover && options.contains(Option.RESUME) ? channel : channel.truncate(0);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The name of the file until it is finished. */
    public static Path partOf(Path name) {
        Path target = followed(name);
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
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw anotherWriter(target);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static IOException anotherWriter(Path target) {
        return new FileSystemException(target.toString(), null, "another writer is writing it");
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
        if (options.contains(Option.DURABLE)) {
            channel.force(true);
        }
        if (!written.equals(target)) {
            rename();
        }
        if (options.contains(Option.DURABLE)) {
            forceFolder();
        }
    }

    private void rename() throws IOException {
        if (options.contains(Option.OVERWRITE)) {
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

    private void forceFolder() throws IOException {
        FileChannel folder;
        try {
            folder = FileChannel.open(target.toAbsolutePath().getParent());
        } catch (IOException e) {
            return; // Windows opens no folders.
        }
        try (folder) {
            folder.force(true);
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
