package io.vtkhdf.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
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

    /** What this virtual machine is writing: its own file locks end when any channel to the file is closed. */
    private static final Set<Path> WRITING = ConcurrentHashMap.newKeySet();

    /** The locks of this virtual machine, by the files' real names. */
    private static final Map<Path, LockedFile> LOCKED = new ConcurrentHashMap<>();

    private final Path key;
    private final Path realName;
    private final Path target;
    private final Path written;
    private final Set<Option> options;
    private final LockedFile locked;

    private OutputFile(Path target, Path written, Set<Option> options, Path key, LockedFile locked) {
        this.key = key;
        this.realName = realName(written);
        this.target = target;
        this.written = written;
        this.options = Set.copyOf(options);
        this.locked = locked;
        LOCKED.put(realName, locked);
    }

    private static Path realName(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }

    /**
     * To be called when somebody else in this virtual machine has closed a channel of a file: with that, POSIX systems
     * drop the lock of whoever writes it.
     */
    public static void channelClosed(Path file) {
        if (LOCKED.isEmpty()) {
            return;
        }
        LockedFile locked = LOCKED.get(realName(file));
        if (locked != null) {
            locked.relock();
        }
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
            throw new LockedFile.AnotherWriterException(target);
        }
        try {
            return new OutputFile(target, written, options, key, openLocked(written, target, options, head));
        } catch (IOException | RuntimeException | Error e) {
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
            if (!isLeftover(head, part, channel)) {
                throw inTheWay(part);
            }
        } catch (NoSuchFileException e) {
            // As it should be.
        } finally {
            WRITING.remove(key);
        }
    }

    /** Whether an interrupted run has left it, perhaps within its first bytes; another's file is not touched. */
    private static boolean isLeftover(byte[] head, Path file, FileChannel channel) throws IOException {
        ByteBuffer found = ByteBuffer.allocate(head.length);
        try {
            while (found.hasRemaining() && channel.read(found, found.position()) > 0) {
                // read on
            }
        } catch (IOException e) {
            throw FileFailure.ofReading(file, e);
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

    /** Opens the file, empty, unless it is what is to be resumed, and locked. */
    private static LockedFile openLocked(Path file, Path target, Set<Option> options, byte[] head) throws IOException {
        while (true) {
            try {
                return LockedFile.create(file);
            } catch (FileAlreadyExistsException e) {
                if (file.equals(target) && !mayExist(options)) {
                    throw e; // It has appeared since it was looked for.
                }
                // Otherwise it is what an interrupted run has left, or what is to be overwritten in place.
            }
            requireNoLink(file);
            Optional<LockedFile> existing = LockedFile.open(file);
            if (existing.isPresent() && !isSecondName(file, target, existing.get())) {
                prepare(existing.get(), file, target, options, head);
                return existing.get();
            }
        }
    }

    /** A run that ended between the two steps of giving a file its name has left both; then the old one is deleted. */
    private static boolean isSecondName(Path file, Path target, LockedFile locked) throws IOException {
        try {
            boolean isSame = !file.equals(target) && Files.exists(target) && Files.isSameFile(file, target);
            if (isSame) {
                Files.delete(file);
                locked.close();
            }
            return isSame;
        } catch (IOException | RuntimeException | Error e) {
            locked.close();
            throw e;
        }
    }

    private static void prepare(LockedFile locked, Path file, Path target, Set<Option> options, byte[] head)
            throws IOException {
        try {
            boolean isLeftover = isLeftover(head, file, locked.channel());
            if (!isLeftover && !file.equals(target)) {
                throw inTheWay(file);
            } else if (!isLeftover && !options.contains(Option.OVERWRITE)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            if (!isLeftover || !options.contains(Option.RESUME)) {
                locked.truncate(0);
            }
        } catch (IOException | RuntimeException | Error e) {
            locked.close();
            throw e;
        }
    }

    /** The name of the file until it is finished. */
    public static Path partOf(Path name) {
        Path target = followed(name);
        return target.resolveSibling(target.getFileName() + PART);
    }

    /** Lets others write the file; its channel has been closed. */
    public void release() {
        LOCKED.remove(realName, locked);
        WRITING.remove(key);
    }

    public FileChannel channel() {
        return locked.channel();
    }

    /** Cuts the file. */
    public void truncate(long size) throws IOException {
        locked.truncate(size);
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
        locked.requireLocked();
        if (options.contains(Option.DURABLE)) {
            locked.force();
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
        } catch (FileAlreadyExistsException e) {
            throw appeared();
        } catch (UnsupportedOperationException | FileSystemException e) {
            if (Files.exists(target)) {
                throw appeared();
            }
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        delete();
    }

    private void forceFolder() throws IOException {
        Path path = target.toAbsolutePath().getParent();
        FileChannel folder;
        try {
            folder = FileChannel.open(path);
        } catch (IOException e) {
            return; // Windows opens no folders.
        }
        try (folder) {
            folder.force(true);
        } catch (IOException e) {
            throw FileFailure.ofWriting(path, e);
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
            locked.close();
        } finally {
            release();
        }
    }

    /** Deletes the unfinished file, as far as that is possible, and closes. */
    public void giveUp() {
        delete();
        try {
            close();
        } catch (IOException e) {
            // The failure that led here counts for more.
        }
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
