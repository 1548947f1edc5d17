package io.vtkhdf.hdf5.read;

import io.jhdf.Superblock;
import io.jhdf.Superblock.SuperblockV0V1;
import io.jhdf.Superblock.SuperblockV2V3;
import io.jhdf.SymbolTableEntry;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.vtkhdf.chunk.DecodedChunks;
import io.vtkhdf.chunk.Decoders;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileFailure;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.file.RegularFile;
import io.vtkhdf.hdf5.FileBytes;
import io.vtkhdf.hdf5.Signature;
import io.vtkhdf.hdf5.jhdf.JhdfBytes;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An open HDF5 file: the boundary to jHDF, whose parsers are called through {@link #parse} only, and only for
 * structure; data are read from {@link #channel()}. Thread-safe.
 */
public final class Hdf5Reader implements Closeable {

    private static final int MAX_SHOWN = 300;

    private enum Length {
        OF_FILE,
        OF_COMMIT
    }

    private final Path path;
    private final long end;
    private final FileBytes channel;
    private final Superblock superblock;
    private final Map<Long, StoredHeader> headers = new ConcurrentHashMap<>();
    /** How much may still be read for headers and links. */
    private final AtomicLong structureAllowance;

    private final Decoders decoders = new Decoders();
    private final DecodedChunks chunkCache = new DecodedChunks();

    private Hdf5Reader(Path path, FileChannel file, Length length) throws IOException {
        this.path = path;
        OptionalLong found = base(file);
        if (OutputFile.isPart(path) && holdsNothing(file)) {
            throw corrupt("/", "an unfinished output that holds nothing yet", "an HDF5 file");
        } else if (found.isEmpty()) {
            throw corrupt("/", "no HDF5 signature", "an HDF5 file");
        }
        long base = found.getAsLong();
        if (isNothingBehind(file)) {
            throw corrupt("superblock", "nothing behind the HDF5 signature", "one: its writer did not get that far");
        }
        this.superblock = guarded("superblock", () -> Superblock.readSuperblock(file, base));
        if (superblock.getSizeOfOffsets() != Long.BYTES || superblock.getSizeOfLengths() != Long.BYTES) {
            throw unsupported(
                    "superblock",
                    "offsets of " + superblock.getSizeOfOffsets() + " bytes and lengths of "
                            + superblock.getSizeOfLengths(),
                    "8 of each");
        }
        this.end = superblock.getEndOfFileAddress() - superblock.getBaseAddressByte();
        long size = size(file) - base;
        if (end > size) {
            throw corrupt("superblock", "a file of " + size + " bytes", "at least " + end);
        }
        this.channel = new FileBytes(path, file, base, length == Length.OF_FILE ? size : end);
        this.structureAllowance = new AtomicLong(JhdfBytes.enoughFor(channel.length()));
    }

    private OptionalLong base(FileChannel file) throws IOException {
        try {
            return Signature.find(file);
        } catch (IOException e) {
            throw FileFailure.ofReading(path, e);
        }
    }

    private boolean holdsNothing(FileChannel file) throws IOException {
        try {
            return Signature.isAlone(file);
        } catch (IOException e) {
            throw FileFailure.ofReading(path, e);
        }
    }

    private boolean isNothingBehind(FileChannel file) throws IOException {
        try {
            return Signature.isAlone(file);
        } catch (IOException e) {
            throw FileFailure.ofReading(path, e);
        }
    }

    private long size(FileChannel file) throws IOException {
        try {
            return file.size();
        } catch (IOException e) {
            throw FileFailure.ofReading(path, e);
        }
    }

    /** @throws CorruptFileException if it is not HDF5 */
    public static Hdf5Reader open(Path path) throws IOException {
        FileChannel file = RegularFile.open(path);
        try {
            return new Hdf5Reader(path, file, Length.OF_FILE);
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            OutputFile.channelClosed(path);
            throw e;
        }
    }

    /**
     * The last commit of a file that somebody else has opened, and closes; there is nothing behind it.
     *
     * @throws CorruptFileException if it is not HDF5
     */
    public static Hdf5Reader lastCommit(Path path, FileChannel file) throws IOException {
        return new Hdf5Reader(path, file, Length.OF_COMMIT);
    }

    /** Where the file ends as its superblock has it. */
    public long end() {
        return end;
    }

    public StoredObject root() throws IOException {
        long address = parse("/", this::rootAddress);
        return StoredObject.read(this, "/", address);
    }

    private long rootAddress(JhdfBytes storage) {
        if (superblock instanceof SuperblockV0V1 old) {
            long entry = old.getRootGroupSymbolTableAddress() - channel.base();
            return new SymbolTableEntry(storage, entry).getObjectHeaderAddress();
        }
        return ((SuperblockV2V3) superblock).getRootGroupObjectHeaderAddress();
    }

    public Path path() {
        return path;
    }

    public FileBytes channel() {
        return channel;
    }

    Decoders decoders() {
        return decoders;
    }

    DecodedChunks chunkCache() {
        return chunkCache;
    }

    /** The header of an object, which is read once. */
    StoredHeader header(String place, long address) throws IOException {
        StoredHeader header = headers.get(address);
        if (header == null) {
            header = parseStructure(place, storage -> StoredHeader.read(storage, address));
            headers.put(address, header);
        }
        return header;
    }

    /** As {@link #parse}, for what is read once of each object: all of it has one allowance. */
    <T> T parseStructure(String place, Function<JhdfBytes, T> parser) throws IOException {
        JhdfBytes storage = new JhdfBytes(channel, superblock, structureAllowance.get());
        try {
            return guarded(place, () -> parser.apply(storage));
        } finally {
            structureAllowance.addAndGet(-storage.taken());
        }
    }

    /** Calls a parser of jHDF, which throws all kinds of things on broken files. */
    public <T> T parse(String place, Function<JhdfBytes, T> parser) throws IOException {
        JhdfBytes storage = new JhdfBytes(channel, superblock, JhdfBytes.enoughFor(channel.length()));
        return guarded(place, () -> parser.apply(storage));
    }

    private <T> T guarded(String place, Supplier<T> parser) throws IOException {
        try {
            return parser.get();
        } catch (StackOverflowError e) {
            throw new CorruptFileException(path, place, "a structure of the file refers to itself", e);
        } catch (OutOfMemoryError e) {
            // No fault of the file for certain, so its arrays are not left out for it.
            throw new FileSystemException(
                    path.toString(), null, "could not be read: " + place + " takes more memory than Java's heap has");
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException io) {
                    throw FileFailure.ofReading(path, io);
                }
                if (cause instanceof UnsupportedHdfException) {
                    throw new UnsupportedFileException(path, place, innermostMessage(e), e);
                }
            }
            throw new CorruptFileException(path, place, innermostMessage(e), e);
        }
    }

    private static String innermostMessage(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return ShownText.of(cause.getMessage() == null ? cause.toString() : cause.getMessage(), MAX_SHOWN);
    }

    public CorruptFileException corrupt(String place, String found, String expected) {
        return new CorruptFileException(path, place, found, expected);
    }

    public CorruptFileException corrupt(String place, Exception cause) {
        return new CorruptFileException(path, place, innermostMessage(cause), cause);
    }

    public UnsupportedFileException unsupported(String place, String found, String expected) {
        return new UnsupportedFileException(path, place, found, expected);
    }

    @Override
    public void close() throws IOException {
        decoders.close();
        channel.close();
    }
}
