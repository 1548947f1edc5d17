package io.vtkhdf.distribution;

import io.vtkhdf.runtime.MemoryBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Percentiles of all finite values, exactly, in constant memory: the values are passed by again and again, and each
 * time it is counted how many lie in which part of the ranges where those are that are looked for, until so few are
 * left that they can be held. Of some hundred thousand values that is one pass, of more two, rarely three or four.
 *
 * <p>Usage: while it {@link #isWaiting}, {@link #add} all values and {@link #endPass}; then ask for the percentiles.
 * Not thread-safe.
 */
public final class OrderStatistics {

    /** Integers of 8 bytes that may be held, unless there are less to hold. */
    public static final int MEMORY = (int) (MemoryBudget.STATISTICS.bytes() / Long.BYTES);

    private static final int MOST_BUCKETS = 1 << 16;

    private final ValueOrder order;
    private final long count;
    private final int memory;
    /** The values of the ranks that are looked for; null as long as one is not known. */
    private final NavigableMap<Long, Double> found = new TreeMap<>();

    private List<KeyRange> ranges;

    /**
     * Looks for percentiles.
     *
     * @param count how many values are finite
     * @param min the smallest of them
     * @param max the largest of them
     * @param memory the integers of 8 bytes that may be held, such as {@link #MEMORY}
     * @param percents from 0 to 100
     */
    public OrderStatistics(ValueOrder order, long count, double min, double max, int memory, double... percents) {
        this.order = order;
        this.count = count;
        this.memory = memory;
        if (count > 0) {
            for (double percent : percents) {
                double rank = rank(percent);
                found.put((long) Math.floor(rank), null);
                found.put((long) Math.ceil(rank), null);
            }
        }
        this.ranges = unknown(List.of(new KeyRange(order.key(min), order.key(max), 0, count)));
        begin();
    }

    private double rank(double percent) {
        return (count - 1) * (percent / 100);
    }

    /** Whether all values are to be passed by again. */
    public boolean isWaiting() {
        return !ranges.isEmpty();
    }

    /** A value, which is there so many times. */
    public void add(double value, long times) {
        if (Double.isFinite(value)) {
            long key = order.key(value);
            for (KeyRange range : ranges) {
                if (key <= range.high()) {
                    range.add(key, times);
                    return;
                }
            }
        }
    }

    /** All values were added. */
    public void endPass() {
        List<KeyRange> parts = new ArrayList<>();
        for (KeyRange range : ranges) {
            range.endPass();
            long next = range.before();
            for (long rank : ranks(range).keySet()) {
                if (rank >= next) {
                    KeyRange part = range.part(rank);
                    parts.add(part);
                    next = part.end();
                }
            }
        }
        ranges = unknown(parts);
        begin();
    }

    /** The ranges without those of a single value. */
    private List<KeyRange> unknown(List<KeyRange> all) {
        List<KeyRange> unknown = new ArrayList<>();
        for (KeyRange range : all) {
            if (range.low() == range.high()) {
                ranks(range).replaceAll((rank, value) -> order.value(range.low()));
            } else if (!ranks(range).isEmpty()) {
                unknown.add(range);
            }
        }
        return unknown;
    }

    private Map<Long, Double> ranks(KeyRange range) {
        return found.subMap(range.before(), true, range.end(), false);
    }

    private void begin() {
        long inside = ranges.stream().mapToLong(KeyRange::inside).sum();
        for (KeyRange range : ranges) {
            if (inside <= memory) {
                range.beginToHold();
            } else {
                range.beginToCount(Math.min(MOST_BUCKETS, Integer.highestOneBit(memory / ranges.size())));
            }
        }
    }

    /**
     * Below which so many percent of the values lie, linear between two of them, as numpy has it; NaN if there are no
     * values.
     *
     * @param percent one of those that are looked for
     */
    public double percentile(double percent) {
        double rank = rank(percent);
        double low = value(Math.floor(rank));
        double high = value(Math.ceil(rank));
        double part = rank - Math.floor(rank);
        if (low == high) {
            return low;
        }
        return part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part);
    }

    /** Not there if the values changed from pass to pass, which is for others to tell. */
    private double value(double rank) {
        Double value = found.get((long) rank);
        return value == null ? Double.NaN : value;
    }
}
