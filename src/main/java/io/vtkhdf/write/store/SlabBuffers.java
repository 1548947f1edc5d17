package io.vtkhdf.write.store;

import io.vtkhdf.format.ArrayShape;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Keeps open slabs within a bound of memory: what goes beyond it waits in a scratch file beside the output, which is
 * deleted at the end. Thread-safe.
 */
public final class SlabBuffers implements Closeable {

    private final Path output;
    private final long memory;
    private final StagedCopy staged;
    private long bytesInUse;
    private FileChannel scratch;
    private long scratchEnd;
    private boolean closed;

    /** Places in the scratch file that are free again, by their size. */
    private final Map<Long, Deque<Long>> freePlaces = new HashMap<>();

    public SlabBuffers(Path output, long memory, StagedCopy staged) {
        this.output = output;
        this.memory = memory;
        this.staged = staged;
    }

    synchronized SlabBuffer create(ArrayShape shape, int slices) throws IOException {
        long bytes = Math.multiplyExact(shape.sliceBytes(), slices);
        if (bytes <= memory - bytesInUse && bytes <= SlabBuffer.LARGEST_ARRAY) {
            SlabBuffer slab = new SlabBuffer.InMemory(shape, slices, () -> release(bytes));
            bytesInUse += bytes;
            return slab;
        }
        if (scratch == null) {
            requireOpen();
            scratch = openScratch();
        }
        long start = takePlace(bytes);
        return new SlabBuffer.OnDisk(shape, slices, place(start), () -> releasePlace(bytes, start));
    }

    /** Whether there is room for so many bytes that wait, which count as in use then. */
    synchronized boolean reserve(long bytes) {
        if (bytes > memory - bytesInUse) {
            return false;
        }
        bytesInUse += bytes;
        return true;
    }

    /** The bytes of all that waits in memory. */
    long memory() {
        return memory;
    }

    private long takePlace(long bytes) {
        Deque<Long> free = freePlaces.get(bytes);
        if (free != null && !free.isEmpty()) {
            return free.pop();
        }
        long start = scratchEnd;
        scratchEnd += bytes;
        return start;
    }

    private synchronized void releasePlace(long bytes, long start) {
        freePlaces.computeIfAbsent(bytes, size -> new ArrayDeque<>()).push(start);
    }

    private SlabBuffer.Scratch place(long start) {
        return new SlabBuffer.Scratch(scratch, start, staged, memory);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the file is closed");
        }
    }

    private FileChannel openScratch() throws IOException {
        String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return FileChannel.open(
                output.resolveSibling(output.getFileName() + "." + random + ".scratch"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Gives room back. */
    synchronized void release(long bytes) {
        bytesInUse -= bytes;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (scratch != null) {
            try {
                scratch.close();
            } catch (IOException e) {
                // Nobody needs what was in it.
            }
        }
    }
}
