package io.vtkhdf.cli.progress;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** One JSON object a line, at most two a second and a last one. */
final class JsonProgress implements Progress {

    private static final long INTERVAL_NANOS = 500_000_000;

    private final PrintWriter err;
    private final LongSupplier clock;
    private long printedAt;
    private long done;
    private long total;
    private int step;
    private int steps;
    private boolean printed = true;

    JsonProgress(PrintWriter err, LongSupplier clock) {
        this.err = err;
        this.clock = clock;
        this.printedAt = clock.getAsLong();
    }

    @Override
    public void progress(long bytes, long of) {
        done = bytes;
        total = of;
        printed = false;
        if (clock.getAsLong() - printedAt >= INTERVAL_NANOS) {
            print();
        }
    }

    @Override
    public void step(int number, int of) {
        step = number;
        steps = of;
    }

    @Override
    public void clear() {
        close();
    }

    @Override
    public void close() {
        if (!printed) {
            print();
        }
    }

    private void print() {
        String ofSeries = steps > 1 ? ",\"step\":" + step + ",\"steps\":" + steps : "";
        err.println("{\"event\":\"progress\",\"bytes\":" + done + ",\"total\":" + total + ofSeries + "}");
        printedAt = clock.getAsLong();
        printed = true;
    }
}
