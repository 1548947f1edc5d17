package io.vtkhdf.hdf5.read;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.chunk.ReadBuffers;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileFailure;
import io.vtkhdf.error.NotYetReadableException;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.hdf5.FileBytes;
import io.vtkhdf.hdf5.Signature;
import io.vtkhdf.hdf5.jhdf.JhdfSuperblock;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Opens an HDF5 file and closes it; in between, its root leads to everything in it. Thread-safe. */
public final class Hdf5Reader implements Closeable {

    private enum Length {
        OF_FILE,
        OF_COMMIT
    }

    private enum Role {
        OPENED,
        PART
    }

    /** What a file shares with its parts, or as a part with the file that it is one of. */
    private record Surroundings(Optional<Path> location, PartFiles parts, ReadBuffers buffers, Role role) {

        static Surroundings of(Optional<Path> location, InputReach reach) {
            ReadBuffers buffers = new ReadBuffers();
            return new Surroundings(location, new PartFiles(location, reach, buffers), buffers, Role.OPENED);
        }
    }

    private final ByteSource source;
    private final Surroundings surroundings;
    private final long end;
    private final StoredFile file;

    private Hdf5Reader(ByteSource source, Length length, Surroundings surroundings) throws IOException {
        this.source = source;
        this.surroundings = surroundings;
        Guard guard = new Guard(source.name());
        long base = findSuperblock(source, guard);
        ByteBuffer head = head(source, base);
        JhdfSuperblock superblock = guard.call("superblock", () -> JhdfSuperblock.read(head));
        this.end = superblock.end();
        long size = source.length() - base;
        if (end > size) {
            throw guard.corrupt("superblock", "a file of " + size + " bytes", "at least " + end);
        }
        FileBytes bytes = new FileBytes(source, base, length == Length.OF_FILE ? size : end);
        this.file = new StoredFile(
                source, bytes, superblock, surroundings.location, surroundings.parts, surroundings.buffers);
    }

    private static long findSuperblock(ByteSource source, Guard guard) throws IOException {
        OptionalLong found = Signature.find(source);
        boolean alone = Signature.isAlone(source);
        if (alone && OutputFile.isPart(source.name())) {
            throw new NotYetReadableException(
                    source.name(), "/", "an unfinished output that holds nothing yet", "an HDF5 file");
        } else if (found.isEmpty()) {
            throw guard.corrupt("/", "no HDF5 signature", "an HDF5 file");
        } else if (alone) {
            throw new NotYetReadableException(
                    source.name(),
                    "superblock",
                    "nothing behind the HDF5 signature",
                    "one: its writer did not get that far");
        }
        return found.getAsLong();
    }

    /** The superblock, which has its root group's entry inside if it is of version 0 or 1. */
    private static ByteBuffer head(ByteSource source, long base) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(JhdfSuperblock.LARGEST, source.length() - base));
        source.read(base, bytes);
        return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Opens a file, which is closed with it, or if it cannot be opened; none of the others that it may name.
     *
     * @throws CorruptFileException if it is not HDF5
     * @throws NotYetReadableException if its writer has only begun with it
     */
    public static Hdf5Reader open(ByteSource source) throws IOException {
        return open(source, Surroundings.of(Optional.empty(), InputReach.FOLDER));
    }

    /**
     * Opens a file, and others that it names when data are read that stand in them.
     *
     * @param reach where those may lie
     * @throws CorruptFileException if it is not HDF5
     * @throws NotYetReadableException if its writer has only begun with it
     */
    public static Hdf5Reader open(Path path, InputReach reach) throws IOException {
        return open(ByteSource.of(path), Surroundings.of(Optional.of(path), reach));
    }

    /** Opens one of these others. */
    static Hdf5Reader openPart(Path path, PartFiles parts, ReadBuffers buffers) throws IOException {
        return open(ByteSource.of(path), new Surroundings(Optional.of(path), parts, buffers, Role.PART));
    }

    private static Hdf5Reader open(ByteSource source, Surroundings surroundings) throws IOException {
        try {
            return new Hdf5Reader(source, Length.OF_FILE, surroundings);
        } catch (IOException e) {
            source.close();
            throw FileFailure.ofReading(source.name(), e);
        } catch (RuntimeException | Error e) {
            source.close();
            throw e;
        }
    }

    /**
     * The last commit of a file that somebody else has opened, and closes; there is nothing behind it.
     *
     * @throws CorruptFileException if it is not HDF5
     */
    public static Hdf5Reader lastCommit(ByteSource source) throws IOException {
        return new Hdf5Reader(source, Length.OF_COMMIT, Surroundings.of(Optional.empty(), InputReach.FOLDER));
    }

    /** Where the file ends as its superblock has it. */
    public long end() {
        return end;
    }

    public StoredObject root() throws IOException {
        return StoredObject.root(file);
    }

    public ByteSource source() {
        return source;
    }

    /** What all that is in it shares. */
    public StoredFile file() {
        return file;
    }

    /** The real paths of the files that external links have led to so far. */
    public Set<Path> linkedFiles() {
        return surroundings.parts.linked();
    }

    /** Where other files were looked for so far that are not there. */
    public Set<Path> missingFiles() throws IOException {
        return surroundings.parts.missing();
    }

    /** Whether nobody has closed it. */
    public boolean isOpen() {
        return file.isOpen();
    }

    /** @throws io.vtkhdf.error.ChangedFileException if it or one of the others is not as it was when it was opened */
    public void requireUnchanged() throws IOException {
        source.requireUnchanged();
        surroundings.parts.requireUnchanged();
    }

    @Override
    public void close() throws IOException {
        if (surroundings.role == Role.PART) {
            file.close();
            return;
        }
        ReadBuffers buffers = surroundings.buffers;
        PartFiles parts = surroundings.parts;
        try (buffers;
                parts) {
            file.close();
        }
    }
}
