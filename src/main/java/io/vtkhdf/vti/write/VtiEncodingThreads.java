package io.vtkhdf.vti.write;

import io.vtkhdf.runtime.Workers;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

/** The threads that encode for a writer, and how many pieces may be under way. */
final class VtiEncodingThreads implements AutoCloseable {

    /** More pieces than these for each thread would only take memory. */
    private static final int PIECES_PER_THREAD = 8;

    private final Workers threads;
    private final int pieces;

    /** @param memory the bytes that pieces under way may take; one is always under way */
    VtiEncodingThreads(int threads, long memory) {
        this.threads = new Workers("vtkhdf-vti", threads);
        this.pieces = (int) Math.max(1, Math.min((long) threads * PIECES_PER_THREAD, memory / VtiEncoder.MEMORY));
    }

    int pieces() {
        return pieces;
    }

    Future<byte[]> submit(Callable<byte[]> task) {
        return threads.submit(task);
    }

    @Override
    public void close() {
        threads.close();
    }
}
