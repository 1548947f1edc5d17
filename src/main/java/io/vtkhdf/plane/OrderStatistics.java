package io.vtkhdf.plane;

import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Percentiles of all finite values of planes, exactly, in constant memory: the planes are read again for each further
 * 16 bits of the values that are looked for, four to eight times in all.
 */
public final class OrderStatistics {

    private static final int BITS = 16;
    private static final int BUCKETS = 1 << BITS;

    /** Kept for the value behind one, and for another percentile. */
    private static final int MOST_KNOWN = 8;

    private record Bits(long prefix, int shift) {}

    private final PlaneSet planes;
    private final long count;
    private final Map<Bits, long[]> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Bits, long[]> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    /** @param count how many values of the planes are finite, at least 1 */
    public OrderStatistics(PlaneSet planes, long count) {
        this.planes = planes;
        this.count = count;
    }

    /** Below which so many percent of the values lie, from 0 to 100, linear between two of them, as numpy has it. */
    public double percentile(double percent) throws IOException {
        double rank = (count - 1) * (percent / 100);
        long below = (long) Math.floor(rank);
        double part = rank - below;
        double low = at(below);
        if (part == 0) {
            return low;
        }
        double high = at(below + 1);
        return part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part);
    }

    /** The value that so many are before. */
    private double at(long rank) throws IOException {
        long prefix = 0;
        long left = rank;
        for (int shift = Long.SIZE - BITS; shift >= 0; shift -= BITS) {
            long[] counts = counts(prefix, shift);
            int bucket = 0;
            while (left >= counts[bucket]) {
                left -= counts[bucket++];
            }
            prefix = prefix << BITS | bucket;
        }
        return valueOf(prefix);
    }

    /** Of the values that begin with the bits of {@code prefix}, how many go on with which. */
    private long[] counts(long prefix, int shift) throws IOException {
        Bits bits = new Bits(prefix, shift);
        long[] counts = known.get(bits);
        if (counts == null) {
            long[] counted = new long[BUCKETS];
            planes.forEach(plane -> count(plane, prefix, shift, counted));
            known.put(bits, counted);
            counts = counted;
        }
        return counts;
    }

    private static void count(Plane plane, long prefix, int shift, long... counts) throws IOException {
        ScalarType type = plane.spec().type();
        int width = plane.width() * plane.spec().components();
        PlaneRows.forEach(plane, (row, values) -> {
            for (int x = 0; x < width; x++) {
                double value = type.doubleAt(values, x);
                long key = keyOf(value);
                boolean begins = shift + BITS == Long.SIZE || key >>> (shift + BITS) == prefix;
                if (begins && Double.isFinite(value)) {
                    counts[(int) (key >>> shift) & (BUCKETS - 1)]++;
                }
            }
        });
    }

    /** Its bits so that, as unsigned ones, they have the order of the values. */
    private static long keyOf(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }

    private static double valueOf(long key) {
        return Double.longBitsToDouble(key < 0 ? key ^ Long.MIN_VALUE : ~key);
    }
}
