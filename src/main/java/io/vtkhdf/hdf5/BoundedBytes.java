package io.vtkhdf.hdf5;

import io.vtkhdf.runtime.MemoryBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * What one run of a parser reads from: checks each size against the file's length before any allocation, and how much
 * is read in all, so that parts which refer to one another again and again come to an end. Not thread-safe.
 */
public final class BoundedBytes {

    /** Parsers read a part up to three times, the last one to compute its checksum. */
    private static final int TIMES = 8;
    /** What a small read costs beside its bytes. */
    private static final int READ = 64;

    private static final long LEAST = 1 << 20;

    private final FileBytes bytes;
    /** The same, and perhaps some of it at hand. */
    private FileBytes near;

    private final long allowance;
    private long taken;
    private long memory;

    /** @param allowance how much may be read, as {@link #taken} counts */
    public BoundedBytes(FileBytes bytes, long allowance) {
        this.bytes = bytes;
        this.near = bytes;
        this.allowance = allowance;
    }

    /** What is enough to read each part of a file. */
    public static long enoughFor(long fileLength) {
        return LEAST + TIMES * Math.min(fileLength, Long.MAX_VALUE / TIMES - LEAST);
    }

    /** The most that one structure of a file, or all its field arrays, may take of memory. */
    public static long mostMemory() {
        return MemoryBudget.STRUCTURE.bytes();
    }

    /** The bytes read and somewhat more for each read. */
    public long taken() {
        return taken;
    }

    /** The size of the user block, from behind which addresses count. */
    public long base() {
        return bytes.base();
    }

    /** The length of the file behind the user block. */
    public long length() {
        return bytes.length();
    }

    /**
     * Counts memory that is about to be taken because the file says so.
     *
     * @throws NotSupported if that is too much
     */
    public void takeMemory(long size) {
        memory += size;
        if (memory > mostMemory()) {
            throw new NotSupported(
                    "a structure of more than " + mostMemory() + " bytes", "at most " + MemoryBudget.STRUCTURE.share());
        }
    }

    /**
     * Counts bytes as read.
     *
     * @throws Malformed if that is more than a file of this length can need
     */
    public void takeToRead(long size) {
        taken += size + READ;
        if (taken > allowance) {
            throw new Malformed(
                    "a structure whose parts refer to one another again and again",
                    "no more than the file of " + bytes.length() + " bytes");
        }
        takeMemory(size);
    }

    /** The most bytes that {@link #expect} takes at a time. */
    public static long mostExpected() {
        return MemoryBudget.FETCHED_BATCH.bytes();
    }

    /**
     * Tells what will be read next, so that a file whose requests are dear is asked for all of it at once; what was
     * told before is forgotten. What cannot be had is left to {@link #read}, and so is what is too much.
     */
    public void expect(List<Span> spans) {
        if (!bytes.isRemote()) {
            return;
        }
        near = bytes;
        List<Span> fair = new ArrayList<>();
        long left = mostExpected();
        for (Span span : spans) {
            if (bytes.holds(span.address(), span.size()) && span.size() <= left) {
                left -= span.size();
                fair.add(span);
            }
        }
        try {
            near = Fetched.of(bytes, fair);
        } catch (IOException e) {
            // It may be the fault of what nobody reads.
        }
    }

    /**
     * Some bytes, in little-endian order.
     *
     * @throws Malformed if they are not inside the file
     */
    public ByteBuffer read(long address, long size) {
        if (size > Integer.MAX_VALUE || !bytes.holds(address, size)) {
            throw new Malformed(size + " bytes at address " + address + " reach beyond the end of the file");
        }
        takeToRead(size);
        try {
            return ByteBuffer.wrap(near.read(address, (int) size)).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) { // The source's, and so no fault of what stands there.
            throw new UncheckedIOException(new IOException(e.toString(), e));
        }
    }
}
