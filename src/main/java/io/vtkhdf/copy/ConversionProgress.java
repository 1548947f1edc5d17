package io.vtkhdf.copy;

import io.vtkhdf.source.ProgressListener;

/** Counts the bytes of values that stand in the file that is written, and tells of them. Thread-safe. */
final class ConversionProgress {

    private final ProgressListener listener;
    private final long total;
    private long done;
    private long copied;
    private boolean ended;
    private volatile Thread told;

    ConversionProgress(ProgressListener listener, long total) {
        this.listener = listener;
        this.total = total;
    }

    /** They have just been written. */
    synchronized void written(long bytes) {
        copied += bytes;
        advance(bytes);
    }

    /** They were there already. */
    synchronized void skipped(long bytes) {
        tell(() -> listener.skipped(bytes, total));
        advance(bytes);
    }

    synchronized void step(int step, int steps) {
        tell(() -> listener.step(step, steps));
    }

    private void advance(long bytes) {
        done += bytes;
        if (!ended) {
            tell(() -> listener.progress(done, total));
        }
    }

    private void tell(Runnable call) {
        told = Thread.currentThread();
        try {
            call.run();
        } finally {
            told = null;
        }
    }

    /** Whether the listener is what this thread is at. */
    boolean isTelling() {
        return told == Thread.currentThread();
    }

    /** Nothing more is told, though a thread may be writing still. */
    synchronized void end() {
        ended = true;
    }

    long total() {
        return total;
    }

    synchronized long copied() {
        return copied;
    }
}
