package io.vtkhdf.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A bar on one line of a terminal, wiped away at the end. */
final class BarProgress implements Progress {

    private static final long INTERVAL_NANOS = 100_000_000;
    private static final int WIDTH = 30;
    private static final String WIPE = "\r\033[K";

    private final PrintWriter err;
    private final LongSupplier clock;
    private final long startedAt;
    private long drawnAt;

    BarProgress(PrintWriter err, LongSupplier clock) {
        this.err = err;
        this.clock = clock;
        this.startedAt = clock.getAsLong();
        this.drawnAt = startedAt;
    }

    @Override
    public void progress(long done, long total) {
        long now = clock.getAsLong();
        if (now - drawnAt >= INTERVAL_NANOS) {
            drawnAt = now;
            err.print(WIPE + line(done, total, (now - startedAt) / 1e9));
            err.flush();
        }
    }

    @Override
    public void clear() {
        close();
    }

    @Override
    public void close() {
        if (drawnAt != startedAt) {
            err.print(WIPE);
            err.flush();
        }
    }

    private static String line(long done, long total, double seconds) {
        double part = (double) done / total;
        double rate = done / seconds;
        int full = (int) (part * WIDTH);
        return String.format(Locale.ROOT, "%3d%% [", (int) (part * 100))
                + "#".repeat(full)
                + ".".repeat(WIDTH - full)
                + "] " + Sizes.text(done) + " of " + Sizes.text(total)
                + ", " + Sizes.text(rate) + "/s, " + Times.clock((total - done) / rate) + " left";
    }
}
