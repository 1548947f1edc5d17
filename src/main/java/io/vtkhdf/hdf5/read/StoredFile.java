package io.vtkhdf.hdf5.read;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.chunk.DecodedChunks;
import io.vtkhdf.chunk.Decoders;
import io.vtkhdf.chunk.ReadBuffers;
import io.vtkhdf.chunk.Stages;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.FileBytes;
import io.vtkhdf.hdf5.jhdf.JhdfSuperblock;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * What the objects of an open HDF5 file share: its bytes, how to call a parser on them and how to say what is wrong
 * with it, and what is kept to be read only once. Thread-safe.
 */
public final class StoredFile implements Closeable {

    private final ByteSource source;
    private final FileBytes bytes;
    private final JhdfSuperblock superblock;
    private final Guard guard;
    private final Map<Long, StoredHeader> headers = new ConcurrentHashMap<>();
    /** How much may still be read for headers and links. */
    private final AtomicLong structureAllowance;

    private final Optional<Path> location;
    private final Parts parts;
    private final ReadBuffers buffers;
    private volatile boolean closed;

    /**
     * @param location where the source's bytes are from, if that is a local file
     * @param parts through which parts of its datasets in other files are read; {@code buffers} what it shares with
     *     them
     */
    StoredFile(
            ByteSource source,
            FileBytes bytes,
            JhdfSuperblock superblock,
            Optional<Path> location,
            Parts parts,
            ReadBuffers buffers) {
        this.source = source;
        this.location = location;
        this.parts = parts;
        this.buffers = buffers;
        this.bytes = bytes;
        this.superblock = superblock;
        this.guard = new Guard(source.name());
        this.structureAllowance = new AtomicLong(BoundedBytes.enoughFor(bytes.length()));
    }

    /** The path or address that errors name it by. */
    public String name() {
        return source.name();
    }

    /** Empty if its bytes are not those of a local file. */
    Optional<Path> location() {
        return location;
    }

    Parts parts() {
        return parts;
    }

    public FileBytes bytes() {
        return bytes;
    }

    Decoders decoders() {
        return buffers.decoders();
    }

    DecodedChunks chunkCache() {
        return buffers.chunks();
    }

    ReadBuffers buffers() {
        return buffers;
    }

    Stages stages() {
        return buffers.stages();
    }

    long rootAddress() throws IOException {
        return parse("/", superblock::rootAddress);
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
    <T> T parseStructure(String place, Function<BoundedBytes, T> parser) throws IOException {
        BoundedBytes bounded = new BoundedBytes(bytes, structureAllowance.get());
        try {
            return guarded(place, parser, bounded);
        } finally {
            structureAllowance.addAndGet(-bounded.taken());
        }
    }

    /** Calls a parser, and makes what it finds wrong name the file and the place. */
    public <T> T parse(String place, Function<BoundedBytes, T> parser) throws IOException {
        return guarded(place, parser, new BoundedBytes(bytes, BoundedBytes.enoughFor(bytes.length())));
    }

    private <T> T guarded(String place, Function<BoundedBytes, T> parser, BoundedBytes bounded) throws IOException {
        try {
            return guard.call(place, () -> parser.apply(bounded));
        } catch (IOException e) {
            if (closed) { // No fault of the file's, then.
                throw new IllegalStateException(ShownText.of(name()) + ": the reader is closed", e);
            }
            throw e;
        }
    }

    public CorruptFileException corrupt(String place, String found, String expected) {
        return guard.corrupt(place, found, expected);
    }

    public CorruptFileException corrupt(String place, Exception cause) {
        return guard.corrupt(place, cause);
    }

    public UnsupportedFileException unsupported(String place, String found, String expected) {
        return guard.unsupported(place, found, expected);
    }

    /** Whether nobody has closed it. */
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        source.close();
    }
}
