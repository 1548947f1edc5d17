package io.vtkhdf.cli.progress;

import io.vtkhdf.cli.text.Sizes;
import io.vtkhdf.cli.text.Times;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A bar on one line of a terminal, wiped away at the end. */
final class BarProgress implements Progress {

    private static final long INTERVAL_NANOS = 100_000_000;
    private static final int WIDEST = 30;
    private static final int NARROWEST = 5;
    private static final int BRACKETS = 3;
    private static final String WIPE = "\r\033[K";

    private final PrintWriter err;
    private final LongSupplier clock;
    private final int columns;
    private final long startedAt;
    private long drawnAt;
    private long skipped;
    private String step = "";

    /** @param columns the width of the terminal */
    BarProgress(PrintWriter err, LongSupplier clock, int columns) {
        this.err = err;
        this.clock = clock;
        this.columns = columns;
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
    public void skipped(long bytes, long total) {
        skipped += bytes;
    }

    @Override
    public void step(int number, int steps) {
        step = steps > 1 ? "step " + (number + 1) + " of " + steps + ", " : "";
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

    private String line(long done, long total, double seconds) {
        double part = (double) done / total;
        double rate = (done - skipped) / seconds;
        String percent = String.format(Locale.ROOT, "%3d%% ", (int) (part * 100));
        String amount = Sizes.text(done) + " of " + Sizes.text(total);
        String left = rate > 0 ? Times.clock((total - done) / rate) + " left" : "";
        String text = step + (rate > 0 ? amount + ", " + Sizes.text(rate) + "/s, " + left : amount);
        int room = columns - percent.length() - text.length() - BRACKETS - 1;
        return room < NARROWEST
                ? fitting(
                        percent + text,
                        percent + step + amount + ", " + left,
                        percent + step + left,
                        percent + left,
                        percent.stripTrailing())
                : percent + bar(part, Math.min(room, WIDEST)) + text;
    }

    private static String bar(double part, int width) {
        int full = (int) (part * width);
        return "[" + "#".repeat(full) + ".".repeat(width - full) + "] ";
    }

    /** The first that fits: a line that is wrapped could not be wiped away. */
    private String fitting(String... lines) {
        return Arrays.stream(lines)
                .filter(line -> line.length() < columns)
                .findFirst()
                .orElse("");
    }
}
