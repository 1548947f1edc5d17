package io.vtkhdf.chunk;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Encodes chunks on several threads and places them in the file in the order in which they were submitted, so that the
 * file's bytes do not depend on the number of threads. The chunks under way take no more memory than a bound, but
 * always at least one may be under way.
 *
 * <p>Thread-safe. Closed, it ends soon, whatever is under way. The threads start with the first chunks and end with
 * {@link #close()}; they are no {@link io.vtkhdf.runtime.Workers}, since each has an engine in native memory for as
 * long as it lives, and a file that fails must find them where they wait. Whoever interrupts all threads of a group
 * does not mean them: unless they are just writing, they go on.
 */
public final class ChunkPipeline implements Closeable {

    /** So many chunks wait ready beside those that the threads are at; more would only take memory. */
    private static final int CHUNKS_AHEAD = 2;

    private final ChunkSink file;
    private final Supplier<ZlibEngine> engines;
    private final int threads;
    private final long memory;
    private final LongConsumer listener;

    private final Queue<Job> waiting = new ArrayDeque<>();
    private final Map<Long, Job> encoded = new HashMap<>();
    private final Deque<ChunkBuffers> idle = new ArrayDeque<>();
    private final List<ZlibEngine> working = new ArrayList<>();
    private int chunksInUse;
    private long bytesInUse;
    private long bytesIdle;
    private long submitted;
    private long placed;
    private long written;
    private int started;
    private boolean closed;

    private record Job(
            long number,
            ChunkBuffers chunk,
            long valueBytes,
            ChunkEncoder encoder,
            ChunkSink.PlaceListener places,
            int index) {}

    private record Placed(Job job, long address) {}

    /** Tells those who come, or wait, that the pipeline is closed. Every chunk that has its place is whole. */
    public static final class ClosedException extends IllegalStateException {
        private static final long serialVersionUID = 1;

        private ClosedException() {
            super("the file is closed");
        }
    }

    /**
     * @param engines called once by each thread
     * @param memory the bytes that chunks under way may take
     * @param listener hears of how many bytes of values have come to stand in the file, in the thread that wrote them
     */
    public ChunkPipeline(
            ChunkSink file, Supplier<ZlibEngine> engines, int threads, long memory, LongConsumer listener) {
        this.file = file;
        this.engines = engines;
        this.threads = threads;
        this.memory = memory;
        this.listener = listener;
    }

    /**
     * Buffers for a chunk, to be filled and given to {@link #submit}; waits until the memory bound has room for them.
     *
     * @throws IOException if an earlier chunk failed, or the thread is interrupted
     */
    public synchronized ChunkBuffers acquire(int chunkBytes) throws IOException {
        int capacity = ChunkBuffers.capacityFor(chunkBytes);
        long cost = 2L * capacity;
        requireUsable();
        while (chunksInUse == threads + CHUNKS_AHEAD || chunksInUse > 0 && bytesInUse + cost > memory) {
            await("waiting for room for a chunk");
            requireUsable();
        }
        ChunkBuffers chunk = takeIdle(capacity, cost);
        chunk.setLength(chunkBytes);
        chunksInUse++;
        bytesInUse += cost;
        return chunk;
    }

    private ChunkBuffers takeIdle(int capacity, long cost) {
        ChunkBuffers chunk = idle.poll();
        if (chunk != null) {
            bytesIdle -= 2L * chunk.capacity();
            if (chunk.capacity() == capacity) {
                return chunk;
            }
        }
        if (bytesInUse + bytesIdle + cost > memory) {
            idle.clear();
            bytesIdle = 0;
        }
        return new ChunkBuffers(capacity);
    }

    /**
     * Encodes the chunk, appends it and tells its place, all of it later.
     *
     * @param valueBytes how many of its bytes are values of the array
     */
    public synchronized void submit(
            ChunkBuffers chunk, long valueBytes, ChunkEncoder encoder, ChunkSink.PlaceListener places, int index) {
        if (started < threads) {
            Thread thread = new Thread(this::work, "vtkhdf-chunk-" + started);
            thread.setDaemon(true);
            thread.start();
            started++;
        }
        waiting.add(new Job(submitted++, chunk, valueBytes, encoder, places, index));
        notifyAll();
    }

    /**
     * Waits until all chunks that were submitted stand in the file.
     *
     * @throws IOException if one failed, or the thread is interrupted
     */
    public synchronized void drain() throws IOException {
        requireUsable();
        while (written < submitted) {
            await("waiting for chunks to be written");
            requireUsable();
        }
    }

    private void requireUsable() throws IOException {
        if (closed) {
            throw new ClosedException();
        }
        file.requireHealthy();
    }

    /** Lets those who wait see that the file has failed. */
    public synchronized void wake() {
        notifyAll();
    }

    private void await(String what) throws IOException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted while " + what);
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    /** Whatever ends it early is told to all who wait for it, and to those who come later. */
    private void work() {
        try (ZlibEngine engine = engines.get()) {
            begin(engine);
            for (Job job = next(); job != null; job = next()) {
                file.requireHealthy();
                job.encoder.encode(job.chunk, engine);
                Thread.interrupted(); // Otherwise it would close the file.
                appendInOrder(job);
            }
        } catch (CancellationException e) {
            // Nobody wants to know: it is closed.
        } catch (IOException | RuntimeException | Error e) {
            try {
                file.fail(e);
            } finally {
                wake();
            }
        }
    }

    private synchronized void begin(ZlibEngine engine) {
        working.add(engine);
    }

    /** The next job, or null when there will be none. */
    private synchronized Job next() {
        while (waiting.isEmpty() && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                // Only close() ends it.
            }
        }
        return waiting.poll();
    }

    private void appendInOrder(Job finished) throws IOException {
        for (Placed placed : place(finished)) {
            ChunkBuffers chunk = placed.job.chunk;
            file.write(placed.address, ByteBuffer.wrap(chunk.data(), 0, chunk.length()));
            listener.accept(placed.job.valueBytes);
            release(chunk);
        }
    }

    /** Gives the encoded chunks whose turn it is their places in the file; none once it is closed. */
    private synchronized List<Placed> place(Job finished) {
        encoded.put(finished.number, finished);
        List<Placed> chunks = new ArrayList<>();
        for (Job job = encoded.remove(placed); job != null && !closed; job = encoded.remove(placed)) {
            long address = file.allocate(job.chunk.length());
            job.places.set(job.index, address, job.chunk.length());
            chunks.add(new Placed(job, address));
            placed++;
        }
        return chunks;
    }

    private synchronized void release(ChunkBuffers chunk) {
        long bytes = 2L * chunk.capacity();
        chunksInUse--;
        bytesInUse -= bytes;
        bytesIdle += bytes;
        idle.push(chunk);
        written++;
        notifyAll();
    }

    /** Ends the threads; chunks that have no place yet are dropped, those being compressed, too. Idempotent. */
    @Override
    public synchronized void close() {
        closed = true;
        waiting.clear();
        working.forEach(ZlibEngine::cancel);
        notifyAll();
    }

    /**
     * Closes, and waits until the chunks that have their places stand there: all that the tables tell of.
     *
     * @throws IOException if one failed, or the thread is interrupted
     */
    public synchronized void abandon() throws IOException {
        close();
        while (written < placed) {
            file.requireHealthy();
            await("waiting for chunks to be written");
        }
    }
}
