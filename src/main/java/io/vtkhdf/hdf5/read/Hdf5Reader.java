package io.vtkhdf.hdf5.read;

import io.jhdf.Superblock;
import io.jhdf.Superblock.SuperblockV0V1;
import io.jhdf.Superblock.SuperblockV2V3;
import io.jhdf.SymbolTableEntry;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.chunk.DecodedChunks;
import io.vtkhdf.chunk.Decoders;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileFailure;
import io.vtkhdf.error.NotYetReadableException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.hdf5.FileBytes;
import io.vtkhdf.hdf5.Signature;
import io.vtkhdf.hdf5.jhdf.JhdfBytes;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystemException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An open HDF5 file: the boundary to jHDF, whose parsers are called through {@link #parse} only, and only for
 * structure; data are read from {@link #bytes()}. Thread-safe.
 */
public final class Hdf5Reader implements Closeable {

    private static final int MAX_SHOWN = 300;
    /** Of version 1, which ends with the entry of the root group. */
    private static final int LARGEST_SUPERBLOCK = 100;
    /** Where that entry is in version 0; in version 1 it is 4 bytes further. */
    private static final int ROOT_ENTRY = 56;

    private enum Length {
        OF_FILE,
        OF_COMMIT
    }

    private final ByteSource source;
    private final long end;
    private final FileBytes bytes;
    private volatile boolean closed;
    private final Superblock superblock;
    private final Map<Long, StoredHeader> headers = new ConcurrentHashMap<>();
    /** How much may still be read for headers and links. */
    private final AtomicLong structureAllowance;

    private final Decoders decoders = new Decoders();
    private final DecodedChunks chunkCache = new DecodedChunks();

    private Hdf5Reader(ByteSource source, Length length) throws IOException {
        this.source = source;
        OptionalLong found = Signature.find(source);
        boolean alone = Signature.isAlone(source);
        if (alone && OutputFile.isPart(source.name())) {
            throw new NotYetReadableException(
                    source.name(), "/", "an unfinished output that holds nothing yet", "an HDF5 file");
        } else if (found.isEmpty()) {
            throw corrupt("/", "no HDF5 signature", "an HDF5 file");
        } else if (alone) {
            throw new NotYetReadableException(
                    source.name(),
                    "superblock",
                    "nothing behind the HDF5 signature",
                    "one: its writer did not get that far");
        }
        long base = found.getAsLong();
        ByteBuffer head = superblock(source, base);
        this.superblock = guarded("superblock", () -> Superblock.readSuperblock(head));
        if (superblock.getSizeOfOffsets() != Long.BYTES || superblock.getSizeOfLengths() != Long.BYTES) {
            throw unsupported(
                    "superblock",
                    "offsets of " + superblock.getSizeOfOffsets() + " bytes and lengths of "
                            + superblock.getSizeOfLengths(),
                    "8 of each");
        }
        this.end = superblock.getEndOfFileAddress() - superblock.getBaseAddressByte();
        long size = source.length() - base;
        if (end > size) {
            throw corrupt("superblock", "a file of " + size + " bytes", "at least " + end);
        }
        this.bytes = new FileBytes(source, base, length == Length.OF_FILE ? size : end);
        this.structureAllowance = new AtomicLong(JhdfBytes.enoughFor(bytes.length()));
    }

    /** The superblock, which has its root group's entry inside if it is of version 0 or 1. */
    private static ByteBuffer superblock(ByteSource source, long base) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(LARGEST_SUPERBLOCK, source.length() - base));
        source.read(base, bytes);
        return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Opens a file, which is closed with it, or if it cannot be opened.
     *
     * @throws CorruptFileException if it is not HDF5
     * @throws NotYetReadableException if its writer has only begun with it
     */
    public static Hdf5Reader open(ByteSource source) throws IOException {
        try {
            return new Hdf5Reader(source, Length.OF_FILE);
        } catch (IOException | RuntimeException | Error e) {
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
        return new Hdf5Reader(source, Length.OF_COMMIT);
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
            long entry = ROOT_ENTRY + 4 * old.getVersionOfSuperblock();
            return new SymbolTableEntry(storage, entry).getObjectHeaderAddress();
        }
        return ((SuperblockV2V3) superblock).getRootGroupObjectHeaderAddress();
    }

    public ByteSource source() {
        return source;
    }

    /** Whether nobody has closed it. */
    public boolean isOpen() {
        return !closed;
    }

    public FileBytes bytes() {
        return bytes;
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
        JhdfBytes storage = new JhdfBytes(bytes, superblock, structureAllowance.get());
        try {
            return guarded(place, () -> parser.apply(storage));
        } finally {
            structureAllowance.addAndGet(-storage.taken());
        }
    }

    /** Calls a parser of jHDF, which throws all kinds of things on broken files. */
    public <T> T parse(String place, Function<JhdfBytes, T> parser) throws IOException {
        JhdfBytes storage = new JhdfBytes(bytes, superblock, JhdfBytes.enoughFor(bytes.length()));
        return guarded(place, () -> parser.apply(storage));
    }

    private <T> T guarded(String place, Supplier<T> parser) throws IOException {
        try {
            return parser.get();
        } catch (StackOverflowError e) {
            throw new CorruptFileException(source.name(), place, "a structure of the file refers to itself", e);
        } catch (OutOfMemoryError e) {
            // No fault of the file for certain, so its arrays are not left out for it.
            throw new FileSystemException(
                    source.name(), null, "could not be read: " + place + " takes more memory than Java's heap has");
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException io) {
                    throw FileFailure.ofReading(source.name(), io);
                }
                if (cause instanceof UnsupportedHdfException) {
                    throw new UnsupportedFileException(source.name(), place, innermostMessage(e), e);
                }
            }
            throw new CorruptFileException(source.name(), place, innermostMessage(e), e);
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
        return new CorruptFileException(source.name(), place, found, expected);
    }

    public CorruptFileException corrupt(String place, Exception cause) {
        return new CorruptFileException(source.name(), place, innermostMessage(cause), cause);
    }

    public UnsupportedFileException unsupported(String place, String found, String expected) {
        return new UnsupportedFileException(source.name(), place, found, expected);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        decoders.close();
        source.close();
    }
}
