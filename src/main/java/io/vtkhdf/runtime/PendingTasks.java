package io.vtkhdf.runtime;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Tasks under way on {@link Workers}, in their order. For one thread. */
public final class PendingTasks<T> {

    private final Workers workers;
    private final Queue<Future<T>> futures = new ArrayDeque<>();

    public PendingTasks(Workers workers) {
        this.workers = workers;
    }

    public void submit(Callable<T> task) {
        futures.add(workers.submit(task));
    }

    /** How many results have not been taken. */
    public int size() {
        return futures.size();
    }

    /**
     * Waits for the first task. An interrupt does not end this, since the task would go on with what the caller gave
     * it; it is kept for whoever asks next.
     */
    public T take() throws IOException {
        Future<T> first = futures.remove();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return first.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw failure(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** An exception of a thread, for another one to throw; what cannot be checked is thrown at once. */
    public static IOException failure(Throwable cause) {
        if (cause instanceof IOException io) {
            return io;
        } else if (cause instanceof Error error) {
            throw error;
        } else if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        return new IOException(cause.toString(), cause);
    }

    /** Waits for all tasks, whatever becomes of them. */
    public void drop() {
        while (!futures.isEmpty()) {
            try {
                take();
            } catch (IOException | RuntimeException | Error e) {
                // An earlier failure is already on its way to the caller.
            }
        }
    }
}
