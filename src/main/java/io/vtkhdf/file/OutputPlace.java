package io.vtkhdf.file;

import io.vtkhdf.error.AnotherWriterException;
import io.vtkhdf.error.FileFailure;
import io.vtkhdf.error.ShownText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Where an output is to be written, what is there already, and what may become of that. */
final class OutputPlace {

    private static final String PART = ".part";

    private final Path target;
    private final Path written;
    private final Set<OutputFile.Option> options;
    private final byte[] head;

    private OutputPlace(Path target, Set<OutputFile.Option> options, byte[] head) {
        this.target = target;
        this.options = Set.copyOf(options);
        this.written = isInPlace() ? target : partOf(target);
        this.head = head;
    }

    /** @param head what every file of this format begins with */
    static OutputPlace of(Path name, Set<OutputFile.Option> options, byte[] head) throws FileSystemException {
        requireOfThisMachine(name);
        return new OutputPlace(RegularFile.followed(name), options, head);
    }

    /** Elsewhere a file may not have its name before it is closed, nor take locks, nor be renamed. */
    private static void requireOfThisMachine(Path name) throws FileSystemException {
        try {
            name.toFile();
        } catch (UnsupportedOperationException e) {
            throw new FileSystemException(
                    name.toString(),
                    null,
                    "found a path of the file system "
                            + ShownText.quoted(name.getFileSystem().provider().getScheme())
                            + ", expected one of the default file system; write the file there and copy it");
        }
    }

    Path target() {
        return target;
    }

    /** The target, in place, or what is renamed to it. */
    Path written() {
        return written;
    }

    Set<OutputFile.Option> options() {
        return options;
    }

    private boolean isInPlace() {
        return options.contains(OutputFile.Option.IN_PLACE);
    }

    private boolean mayExist() {
        return options.contains(OutputFile.Option.OVERWRITE)
                || isInPlace() && options.contains(OutputFile.Option.RESUME);
    }

    static Path partOf(Path target) {
        return target.resolveSibling(target.getFileName() + PART);
    }

    static boolean isPart(String name) {
        return name.endsWith(PART);
    }

    /** @param name what the target was called, for messages */
    void requireFree(Path name) throws IOException {
        if (Files.isSymbolicLink(target)) {
            throw new FileSystemException(name.toString(), null, "is a link that leads to itself");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new FileAlreadyExistsException(
                    name.toString(), null, Files.isDirectory(target) ? "is a directory" : "is no regular file");
        }
        if (!mayExist() && Files.exists(target)) {
            throw existing(name);
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            if (Files.exists(folder)) {
                throw new FileSystemException(folder.toString(), null, "is no directory");
            }
            throw new NoSuchFileException(folder.toString());
        }
    }

    /**
     * Makes sure that nobody is writing in place what is to be replaced in the end.
     *
     * @throws AnotherWriterException if somebody is
     */
    void requireUnwritten() throws IOException {
        if (!isInPlace()) {
            requireNoWriter(target);
        }
    }

    static void requireNoWriter(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        LocalWriters.Entry entry = enter(file);
        try {
            Optional<LockedFile> earlier = LockedFile.open(file);
            if (earlier.isPresent()) {
                earlier.get().close();
            }
        } catch (AccessDeniedException e) {
            // Who may not write it may replace it all the same.
        } finally {
            entry.leave();
        }
    }

    static LocalWriters.Entry enter(Path file) throws AnotherWriterException {
        return LocalWriters.enter(file).orElseThrow(() -> new AnotherWriterException(file));
    }

    /** As far as can be told without writing. */
    void requireCreatable() throws IOException {
        requireNoWriter(target);
        if (isInPlace()) {
            return;
        }
        requireNothingOdd();
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null && !Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
        if (Files.notExists(written)) {
            return;
        }
        LocalWriters.Entry entry = enter(written);
        try {
            Optional<LockedFile> found = LockedFile.open(written);
            if (found.isPresent()) {
                requireLeftover(found.get());
            }
        } finally {
            entry.leave();
        }
    }

    private void requireLeftover(LockedFile found) throws IOException {
        try (found) {
            if (!isLeftover(found.channel())) {
                throw inTheWay();
            }
        }
    }

    /** What a link leads to would be emptied, and a pipe or a folder is nobody's leftover. */
    private void requireNothingOdd() throws FileAlreadyExistsException {
        if (Files.exists(written, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(written, LinkOption.NOFOLLOW_LINKS)) {
            throw inTheWay();
        }
    }

    /** Whether an interrupted run has left it, perhaps within its first bytes; another's file is not touched. */
    private boolean isLeftover(FileChannel channel) throws IOException {
        ByteBuffer found = ByteBuffer.allocate(head.length);
        try {
            while (found.hasRemaining() && channel.read(found, found.position()) > 0) {
                // read on
            }
        } catch (IOException e) {
            throw FileFailure.ofReading(written, e);
        }
        return Arrays.equals(found.array(), 0, found.position(), head, 0, found.position());
    }

    private FileAlreadyExistsException existing(Path name) {
        return new FileAlreadyExistsException(name.toString(), null, OutputFile.EXISTS);
    }

    private FileAlreadyExistsException inTheWay() {
        return new FileAlreadyExistsException(
                written.toString(), null, "is in the way: the output is first written to a file of this name");
    }

    /** Opens the file, empty, unless it is what is to be resumed, and locked. */
    LockedFile open() throws IOException {
        while (true) {
            try {
                return LockedFile.create(written);
            } catch (FileAlreadyExistsException e) {
                if (isInPlace() && !mayExist()) {
                    throw existing(target); // It has appeared since it was looked for.
                }
                // Otherwise it is what an interrupted run has left, or what is to be overwritten in place.
            }
            requireNothingOdd();
            Optional<LockedFile> existing = LockedFile.open(written);
            if (existing.isPresent() && prepare(existing.get())) {
                return existing.get();
            }
        }
    }

    /** Opens the file as it is, and locked. */
    LockedFile openExisting() throws IOException {
        while (true) {
            if (Files.notExists(written)) {
                throw new NoSuchFileException(written.toString());
            }
            Optional<LockedFile> existing = LockedFile.open(written);
            if (existing.isPresent()) {
                return existing.get();
            }
        }
    }

    /** Returns whether it is to be written; if not it is gone. */
    private boolean prepare(LockedFile existing) throws IOException {
        try {
            if (isSecondName()) {
                Files.delete(written);
                existing.close();
                return false;
            }
            boolean isLeftover = isLeftover(existing.channel());
            if (!isLeftover && !isInPlace()) {
                throw inTheWay();
            } else if (!isLeftover && !options.contains(OutputFile.Option.OVERWRITE)) {
                throw existing(target);
            }
            if (isLeftover && options.contains(OutputFile.Option.RESUME)) {
                return true;
            } else if (isInPlace()) {
                existing.truncate(0);
                return true;
            }
            Files.delete(written); // Not emptied: who still writes to it, without a lock, writes to nobody's file.
            existing.close();
            return false;
        } catch (IOException | RuntimeException | Error e) {
            existing.close();
            throw e;
        }
    }

    /** A run that was killed between the two steps of giving a finished file its name has left it both. */
    private boolean isSecondName() throws IOException {
        return !isInPlace() && Files.exists(target) && Files.isSameFile(written, target);
    }
}
