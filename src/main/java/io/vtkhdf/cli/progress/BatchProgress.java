package io.vtkhdf.cli.progress;

import io.vtkhdf.source.ProgressListener;

/** The progress of several files, each of which counts as much as its size. Thread-safe. */
public final class BatchProgress {

    private final Progress shown;
    private final long total;
    private long done;

    public BatchProgress(Progress shown, long total) {
        this.shown = shown;
        this.total = total;
    }

    /** What hears of the progress of a file of the given size. */
    public ProgressListener ofFile(long size) {
        return new ProgressListener() {
            private long doneOfFile;

            @Override
            public void progress(long bytes, long of) {
                long now = shareOf(bytes, of);
                advance(now - doneOfFile);
                doneOfFile = now;
            }

            @Override
            public void skipped(long bytes, long of) {
                skip(shareOf(bytes, of));
            }

            private long shareOf(long bytes, long of) {
                return (long) ((double) bytes / of * size);
            }
        };
    }

    /** Counts a file that needs no work. */
    public void passedOver(long size) {
        skip(size);
        advance(size);
    }

    private synchronized void advance(long bytes) {
        done += bytes;
        shown.progress(done, total);
    }

    private synchronized void skip(long bytes) {
        shown.skipped(bytes, total);
    }

    /** Prints something in between. */
    public synchronized void interject(Runnable printing) {
        shown.clear();
        printing.run();
    }
}
