package io.vtkhdf.input;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that read or decode, started when they are first needed. */
public final class Workers implements AutoCloseable {

    private final int count;
    private ExecutorService threads;

    /** One thread a processor. */
    public Workers() {
        this(Runtime.getRuntime().availableProcessors());
    }

    public Workers(int count) {
        this.count = count;
    }

    public int count() {
        return count;
    }

    public <T> Future<T> submit(Callable<T> task) {
        if (threads == null) {
            threads = Executors.newFixedThreadPool(count, work -> {
                Thread thread = new Thread(work, "vtkhdf-decode");
                thread.setDaemon(true);
                return thread;
            });
        }
        return threads.submit(task);
    }

    /** Ends the threads. Nobody may be waiting for them. */
    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
