package io.vtkhdf.file;

import io.vtkhdf.error.AnotherWriterException;
import io.vtkhdf.error.FileFailure;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

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

    /** The reason of the exception to which {@link Option#OVERWRITE} is the answer, as users of Java know it. */
    public static final String EXISTS = "exists already; WriteOptions.withOverwrite(true) replaces it";

    private final OutputPlace place;
    private final Path target;
    private final Path written;
    private final Set<Option> options;
    private final LockedFile locked;
    private final LocalWriters.Entry entry;

    /** What is finished is not deleted, be it that its name cannot be had. */
    private volatile boolean finished;

    private OutputFile(OutputPlace place, LockedFile locked, LocalWriters.Entry entry) {
        this.place = place;
        this.target = place.target();
        this.written = place.written();
        this.options = place.options();
        this.locked = locked;
        this.entry = entry;
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
        OutputPlace place = OutputPlace.of(name, options, head);
        place.requireFree(name);
        LocalWriters.Entry entry = OutputPlace.enter(place.written());
        try {
            place.requireUnwritten();
            return new OutputFile(place, entry.lock(place::open), entry);
        } catch (IOException | RuntimeException | Error e) {
            entry.leave();
            throw e;
        }
    }

    /**
     * Opens a file that there is, as it is, to be written in place, and locks it against other writers. A symbolic link
     * is followed.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     * @throws AnotherWriterException if somebody is writing it
     */
    public static OutputFile open(Path name, boolean isDurable) throws IOException {
        Set<Option> options = EnumSet.of(Option.IN_PLACE, Option.RESUME);
        if (isDurable) {
            options.add(Option.DURABLE);
        }
        OutputPlace place = OutputPlace.of(name, options, new byte[0]);
        place.requireFree(name);
        LocalWriters.Entry entry = OutputPlace.enter(place.written());
        try {
            return new OutputFile(place, entry.lock(place::openExisting), entry);
        } catch (IOException | RuntimeException | Error e) {
            entry.leave();
            throw e;
        }
    }

    /**
     * Makes sure that {@link #create} would not refuse, as far as that can be told without writing.
     *
     * @throws FileAlreadyExistsException if the target exists and is not to be overwritten
     */
    public static void requireCreatable(Path name, Set<Option> options, byte[] head) throws IOException {
        OutputPlace place = OutputPlace.of(name, options, head);
        place.requireFree(name);
        place.requireCreatable();
    }

    /**
     * To be called when somebody else in this virtual machine has closed a channel of a file: with that, POSIX systems
     * drop the lock of whoever writes it.
     */
    public static void channelClosed(Path file) {
        LocalWriters.channelClosed(file);
    }

    /** Whether somebody is writing a file, as far as that can be told. */
    public static boolean isBeingWritten(Path file) throws IOException {
        try {
            OutputPlace.requireNoWriter(RegularFile.followed(file));
            return false;
        } catch (AnotherWriterException e) {
            return true;
        }
    }

    /** The name of the file until it is finished. */
    public static Path partOf(Path name) {
        return OutputPlace.partOf(RegularFile.followed(name));
    }

    /** Lets others write the file; its channel has been closed. */
    public void release() {
        entry.leave();
    }

    /** Whether a file has the name of one that is not finished. */
    public static boolean isPart(String name) {
        return OutputPlace.isPart(name);
    }

    /** Whether nobody else can be writing the file. */
    public boolean isLocked() {
        return locked.isLocked();
    }

    /** Whether writers in other virtual machines are kept away: not every file system has locks. */
    public boolean isLockable() {
        return locked.isLockable();
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
     * Gives the finished file its name, while it is still locked. If that fails it stays under the name that it has.
     *
     * @throws FileAlreadyExistsException if the target has appeared meanwhile
     * @throws AnotherWriterException if another writer is writing the target in place
     * @throws IOException if that fails
     */
    public void publish() throws IOException {
        finished = true;
        locked.requireLocked();
        if (options.contains(Option.DURABLE)) {
            locked.force();
        }
        if (!written.equals(target)) {
            try {
                rename();
            } catch (FileAlreadyExistsException | AnotherWriterException e) {
                throw e;
            } catch (IOException e) {
                throw nameless(e);
            }
        }
        forceName();
    }

    /** If it is to be durable: makes the name that the file has by now reach the disk, where the system can do that. */
    public void forceName() throws IOException {
        if (options.contains(Option.DURABLE)) {
            forceNames(target.toAbsolutePath().getParent());
        }
    }

    private void rename() throws IOException {
        if (options.contains(Option.OVERWRITE)) {
            try {
                place.requireUnwritten();
            } catch (AnotherWriterException e) {
                throw new AnotherWriterException(target, written);
            }
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
        deleteWritten();
    }

    private IOException nameless(IOException e) {
        String reason =
                e instanceof FileSystemException known && known.getReason() != null ? known.getReason() : e.toString();
        IOException failure =
                new FileSystemException(target.toString(), null, "could not get its name: " + reason + finishedFile());
        failure.initCause(e);
        return failure;
    }

    /** Makes the names of the files in a folder reach the disk, where the system can do that. */
    public static void forceNames(Path path) throws IOException {
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
                target.toString(), null, "appeared while it was written" + finishedFile());
    }

    private String finishedFile() {
        return "; the finished file is " + written;
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

    /** Deletes the file, unless it is finished, as far as that is possible, and closes. */
    public void giveUp() {
        delete();
        try {
            close();
        } catch (IOException e) {
            // The failure that led here counts for more.
        }
    }

    /** Deletes the file, as far as that is possible, unless it was finished, or another writer has taken it over. */
    public void delete() {
        if (!finished) {
            deleteWritten();
        }
    }

    private void deleteWritten() {
        try {
            if (locked.isLocked()) {
                Files.deleteIfExists(written);
                return;
            }
            Optional<LockedFile> again = LockedFile.open(written);
            if (again.isPresent()) {
                LockedFile held = again.get();
                try (held) {
                    Files.deleteIfExists(written);
                }
            }
        } catch (IOException e) {
            // Nothing more can be done, and the failure that led here counts for more.
        }
    }
}
