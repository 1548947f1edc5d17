package io.vtkhdf.cli.text;

import io.vtkhdf.text.Numbers;
import java.util.Locale;

/** Durations as people read them. */
public final class Times {

    private Times() {}

    /** Such as {@code 0.31 s}, {@code 42.0 s}, {@code 3:07} or {@code 1:02:33}. */
    static String text(double seconds) {
        if (seconds < 10) {
            return Numbers.fixed(seconds, 2) + " s";
        } else if (seconds < 60) {
            return Numbers.fixed(seconds, 1) + " s";
        }
        return clock(seconds);
    }

    /** Minutes and seconds, with hours if there are any. */
    public static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
