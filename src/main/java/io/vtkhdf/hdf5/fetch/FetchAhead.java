package io.vtkhdf.hdf5.fetch;

import io.vtkhdf.hdf5.Fetched;
import io.vtkhdf.hdf5.FileBytes;
import io.vtkhdf.hdf5.Span;
import io.vtkhdf.runtime.SharedMemory;
import io.vtkhdf.runtime.Workers;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** One list of what may be wanted soon, fetched by another thread, or by the first one that needs something of it. */
final class FetchAhead {

    private final FileBytes bytes;
    private final SharedMemory memory;
    private final long size;
    private final FutureTask<FileBytes> fetch;

    private FetchAhead(FileBytes bytes, SharedMemory memory, List<Span> spans, long size) {
        this.bytes = bytes;
        this.memory = memory;
        this.size = size;
        this.fetch = new FutureTask<>(() -> Fetched.of(bytes, spans));
    }

    /**
     * Takes the memory that it needs.
     *
     * @return empty if that is more than there is now; else {@link #begin} must be called
     */
    static Optional<FetchAhead> of(FileBytes bytes, SharedMemory memory, List<Span> spans) {
        long size = 0;
        for (Span span : spans) {
            size += span.size();
        }
        return size <= Fetch.mostBatch() && memory.tryTake(size)
                ? Optional.of(new FetchAhead(bytes, memory, List.copyOf(spans), size))
                : Optional.empty();
    }

    /** Lets others fetch the bytes, and then make use of them. */
    void begin(List<Runnable> uses) {
        if (uses.isEmpty()) {
            memory.giveBack(size);
            return;
        }
        AtomicInteger left = new AtomicInteger(uses.size());
        Workers.atNetwork().submit(() -> {
            fetch.run();
            uses.forEach(use -> Workers.beside(() -> use(use, left)));
            return null;
        });
    }

    private void use(Runnable use, AtomicInteger left) {
        try {
            use.run();
        } finally {
            if (left.decrementAndGet() == 0) {
                memory.giveBack(size);
            }
        }
    }

    /** The file, with these bytes at hand; waits for them. */
    FileBytes bytes() throws IOException {
        fetch.run(); // Does nothing if another thread is at it.
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return fetch.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    return bytes; // Whoever needs them meets the failure himself.
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
