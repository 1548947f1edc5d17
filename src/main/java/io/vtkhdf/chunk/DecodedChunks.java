package io.vtkhdf.chunk;

import io.vtkhdf.runtime.MemoryBudget;
import io.vtkhdf.runtime.Workers;
import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The decoded chunks of an open file that somebody may want: those decoded ahead, and those of which only a part was
 * taken. A chunk has one owner at a time: who takes it has it for himself. Bounded in bytes; what comes first goes
 * first. Thread-safe.
 */
public final class DecodedChunks implements Closeable {

    /**
     * A chunk.
     *
     * @param owner whose chunk it is: the same object each time
     * @param size the bytes that it takes decoded
     */
    public record Key(Object owner, long number, int size) {

        // Not left to the record, which would put them together at run time: 40 ms when the first key is looked up.
        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && owner == that.owner && number == that.number;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(owner) + Long.hashCode(number);
        }
    }

    private final long capacity = MemoryBudget.DECODED_CHUNKS.bytes();
    private final Map<Key, FutureTask<DecodedChunk>> entries = new LinkedHashMap<>();
    private final Deque<DecodedChunk> idle = new ArrayDeque<>();
    private long entryBytes;
    private long idleBytes;
    private boolean closed;

    /** The bytes of decoded chunks that there is room for. */
    public long capacity() {
        return capacity;
    }

    /** Takes a chunk out, after waiting for it if it is being decoded; null if it is not here. */
    public DecodedChunk take(Key key) {
        FutureTask<DecodedChunk> task;
        synchronized (this) {
            task = entries.remove(key);
            if (task == null) {
                return null;
            }
            entryBytes -= key.size;
        }
        task.run(); // Does nothing if another thread is at it.
        return result(task);
    }

    private static DecodedChunk result(FutureTask<DecodedChunk> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    return null; // Whoever needs it tries again, and meets the failure himself.
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Puts a chunk in that may be wanted again. */
    public void keep(Key key, DecodedChunk chunk) {
        put(key, new FutureTask<>(() -> chunk)).run();
    }

    /** Whether a chunk is here, or about to be. */
    public synchronized boolean holds(Key key) {
        return entries.containsKey(key);
    }

    /** Lets a chunk be decoded by another thread, unless it is here. */
    public void decodeAhead(Key key, Callable<DecodedChunk> decoding) {
        expect(key, decoding).ifPresent(Workers::beside);
    }

    /**
     * Puts a chunk in that is yet to be decoded, unless it is here.
     *
     * @return what decodes it, for another thread; who takes the chunk before does so himself
     */
    public synchronized Optional<Runnable> expect(Key key, Callable<DecodedChunk> decoding) {
        return closed || entries.containsKey(key)
                ? Optional.empty()
                : Optional.of(put(key, new FutureTask<>(decoding)));
    }

    private synchronized FutureTask<DecodedChunk> put(Key key, FutureTask<DecodedChunk> task) {
        if (closed) {
            return task;
        }
        if (entries.put(key, task) == null) {
            entryBytes += key.size;
        }
        Iterator<Map.Entry<Key, FutureTask<DecodedChunk>>> oldest =
                entries.entrySet().iterator();
        while (entryBytes > capacity / 4 * 3) {
            Map.Entry<Key, FutureTask<DecodedChunk>> entry = oldest.next();
            oldest.remove();
            entryBytes -= entry.getKey().size;
            giveUp(entry.getValue());
        }
        return task;
    }

    /** What has been decoded leaves its room to the next. */
    private void giveUp(FutureTask<DecodedChunk> task) {
        boolean decoded = !task.cancel(false);
        DecodedChunk chunk = decoded ? result(task) : null;
        if (chunk != null) {
            recycle(chunk);
        }
    }

    /** A chunk to be filled. */
    public synchronized DecodedChunk blank(int elementSize, int chunkSize) {
        DecodedChunk chunk = idle.poll();
        if (chunk != null) {
            idleBytes -= chunk.chunkSize();
            if (chunk.elementSize() == elementSize && chunk.chunkSize() == chunkSize) {
                return chunk;
            }
        }
        return new DecodedChunk(elementSize, chunkSize);
    }

    /** Takes a chunk back that nobody needs any more. */
    public synchronized void recycle(DecodedChunk chunk) {
        if (!closed && entryBytes + idleBytes + chunk.chunkSize() <= capacity) {
            idle.push(chunk);
            idleBytes += chunk.chunkSize();
        }
    }

    /** The bytes of the chunks that it holds. */
    synchronized long heldBytes() {
        return entryBytes + idleBytes;
    }

    /** Lets go of all chunks, and keeps none from now on; who waits for one still gets it. */
    @Override
    public synchronized void close() {
        closed = true;
        entries.values().forEach(task -> task.cancel(false));
        entries.clear();
        idle.clear();
        entryBytes = 0;
        idleBytes = 0;
    }
}
