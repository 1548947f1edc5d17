package io.vtkhdf.input;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The threads that decode for one source: one a processor, started when they are first needed. */
public final class Workers implements AutoCloseable {

    private static final int COUNT = Runtime.getRuntime().availableProcessors();

    private ExecutorService threads;

    public int count() {
        return COUNT;
    }

    public <T> Future<T> submit(Callable<T> task) {
        if (threads == null) {
            threads = Executors.newFixedThreadPool(COUNT, work -> {
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
