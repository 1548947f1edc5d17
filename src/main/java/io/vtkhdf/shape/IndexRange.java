package io.vtkhdf.shape;

import io.vtkhdf.image.Axis;
import java.util.Locale;

/**
 * Neighbouring points along an axis.
 *
 * @param first counted from 0 whatever the image's extent
 * @param last inclusive; {@link #END} for the last that there is
 */
public record IndexRange(int first, int last) {

    /** The last point along the axis. */
    public static final int END = Integer.MAX_VALUE;

    /** All points along the axis. */
    public static final IndexRange ALL = new IndexRange(0, END);

    /** @throws IllegalArgumentException if the first is negative, or behind the last */
    public IndexRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("found the points " + text(first, last)
                    + ", expected FIRST:LAST, from 0 on and the last not before the first");
        }
    }

    /** The same without {@link #END}: as far as an axis of so many points goes. */
    IndexRange within(int points, Axis axis, String image) {
        if (first >= points || last != END && last >= points) {
            throw new IllegalArgumentException(image + ": found the points " + this + " along "
                    + axis.name().toLowerCase(Locale.ROOT) + ", expected some of 0:" + (points - 1)
                    + ", counted from 0 whatever the extent");
        }
        return new IndexRange(first, Math.min(last, points - 1));
    }

    /**
     * The cells between these points, of an axis of so many: one less; where they are a single point of many, the cell
     * behind it, or before it at the end of the axis.
     */
    IndexRange cells(int points) {
        if (first < last) {
            return new IndexRange(first, last - 1);
        }
        int only = Math.max(Math.min(first, points - 2), 0);
        return new IndexRange(only, only);
    }

    int size() {
        return last - first + 1;
    }

    /** Such as {@code 2:5}, or {@code 2:} up to the end. */
    @Override
    public String toString() {
        return text(first, last);
    }

    private static String text(int first, int last) {
        return first + ":" + (last == END ? "" : last);
    }
}
