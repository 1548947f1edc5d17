package io.vtkhdf.shape;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ArraySpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many values of each array a type could not hold, and so became the nearest one that it can
 * ({@link Shaping#withClamp}). Thread-safe.
 */
public final class Outliers {

    private record Found(ArraySpec array, String type) {}

    private record Count(long values, String first) {}

    private final Map<Found, Count> counts = new LinkedHashMap<>();

    /** None yet. */
    public Outliers() {}

    synchronized void add(ArraySpec array, String type, String value) {
        counts.merge(new Found(array, type), new Count(1, value), (all, one) -> new Count(all.values + 1, all.first));
    }

    /** A line for each array that had some; empty if none had. */
    public synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        counts.forEach(
                (found, count) -> lines.add(found.array.association().name().toLowerCase(Locale.ROOT) + " array "
                        + ShownText.quoted(found.array.name()) + ": " + count.values
                        + (count.values == 1 ? " value that " : " values that ") + found.type
                        + " cannot hold, such as " + count.first + ", "
                        + (count.values == 1 ? "has become the nearest" : "have become the nearest")
                        + " that it can, NaN 0"));
        return lines;
    }
}
