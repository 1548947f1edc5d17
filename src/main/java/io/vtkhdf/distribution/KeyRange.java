package io.vtkhdf.distribution;

import java.util.Arrays;

/** A range of keys of {@link ValueOrder}, both ends included, and what is known of the values in it. */
final class KeyRange {

    private final long low;
    private final long high;
    private final long before;
    private final long inside;
    /** The keys of all values, as far as they were passed by, if they are few; else null. */
    private long[] held;

    private int size;
    /** Else how many begin alike. */
    private long[] counts;

    private int shift;

    /**
     * @param before how many values lie below it
     * @param inside how many lie in it
     */
    KeyRange(long low, long high, long before, long inside) {
        this.low = low;
        this.high = high;
        this.before = before;
        this.inside = inside;
    }

    long low() {
        return low;
    }

    long high() {
        return high;
    }

    long before() {
        return before;
    }

    long inside() {
        return inside;
    }

    /** How many values lie below it or in it. */
    long end() {
        return before + inside;
    }

    void beginToHold() {
        held = new long[(int) inside];
    }

    /** @param buckets how many parts, a power of 2 */
    void beginToCount(int buckets) {
        shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(high - low) - Integer.numberOfTrailingZeros(buckets));
        counts = new long[buckets];
    }

    /** A key that is not above it. What a file has more than before, as it is being changed, is for others to tell. */
    void add(long key, long times) {
        if (key >= low && held != null) {
            int end = (int) Math.min(size + times, held.length);
            Arrays.fill(held, size, end, key);
            size = end;
        } else if (key >= low) {
            counts[(int) (key - low >>> shift)] += times;
        }
    }

    void endPass() {
        if (held != null) {
            Arrays.sort(held, 0, size);
        }
    }

    /** After a pass: the part of it with the value that so many others are before. */
    KeyRange part(long rank) {
        long left = rank - before;
        if (held != null) {
            long key = held[(int) left];
            return new KeyRange(key, key, rank, 1);
        }
        int bucket = 0;
        while (left >= counts[bucket] && bucket < counts.length - 1) {
            left -= counts[bucket++];
        }
        long first = low + ((long) bucket << shift);
        long last = shift == 0 ? first : first + (1L << shift) - 1;
        boolean isBeyond = last < first || last > high;
        return new KeyRange(first, isBeyond ? high : last, rank - left, counts[bucket]);
    }
}
