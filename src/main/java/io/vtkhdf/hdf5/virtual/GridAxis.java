package io.vtkhdf.hdf5.virtual;

import io.vtkhdf.hdf5.Malformed;

/**
 * The indices that a selection takes along one axis: blocks at a regular distance, the last of which may be cut.
 *
 * @param start the first index
 * @param stride from the beginning of a block to that of the next
 * @param block the indices of a block; the stride at most
 * @param count the indices in all; {@link #UNLIMITED} if they go on for ever
 */
public record GridAxis(long start, long stride, long block, long count) {

    public static final long UNLIMITED = Long.MAX_VALUE;

    /** The memory that an axis takes, and a place in an array. */
    static final int BYTES = 56;

    public GridAxis {
        if (start < 0 || stride < 1 || block < 1 || count < 0 || block > stride && count > block) {
            throw new Malformed(
                    "a selection from " + start + " of blocks of " + block + ", each " + stride + " after the other",
                    "blocks that do not overlap");
        } else if (count > 0 && count != UNLIMITED) {
            long last = count - 1;
            index(index(start, last / block, stride), last % block + 1, 1);
        }
    }

    /** The index that is some times a distance after another one. */
    private static long index(long start, long times, long distance) {
        try {
            return Math.addExact(start, Math.multiplyExact(times, distance));
        } catch (ArithmeticException e) {
            throw new Malformed("a selection with an index of 2^63 or more", "smaller ones");
        }
    }

    /** All indices of an axis of that size. */
    static GridAxis all(long size) {
        return new GridAxis(0, 1, 1, size);
    }

    public boolean isUnlimited() {
        return count == UNLIMITED;
    }

    /** The first so many of these indices. */
    public GridAxis first(long wanted) {
        return new GridAxis(start, stride, block, Math.min(count, wanted));
    }

    /** One of its blocks, if it goes on for ever. */
    GridAxis blockNumbered(long number) {
        if (block == UNLIMITED) {
            throw new Malformed("one block without an end", "blocks, each of another dataset");
        }
        return new GridAxis(index(start, number, stride), 1, 1, block);
    }

    /** How many of its blocks begin below a limit, if it goes on for ever. */
    public long blocksBelow(long limit) {
        return limit <= start ? 0 : (limit - start - 1) / stride + 1;
    }

    /** The index of the i-th. */
    long at(long i) {
        return start + i / block * stride + i % block;
    }

    /** How many of the indices are below a limit. */
    public long below(long limit) {
        long distance = limit - start;
        if (distance <= 0) {
            return 0;
        } else if (isDense()) {
            return Math.min(count, distance);
        }
        long inBlock = distance % stride;
        long before = distance / stride * block; // No more than the distance.
        return Math.min(count, before + Math.min(block, inBlock));
    }

    /** The smallest size of an axis that has all of these indices. */
    public long extent() {
        return count == 0 ? 0 : isUnlimited() ? UNLIMITED : at(count - 1) + 1;
    }

    /** How many follow the i-th one without a gap, itself included. */
    long run(long i) {
        return isDense() ? count - i : Math.min(block - i % block, count - i);
    }

    private boolean isDense() {
        return block >= stride || count <= block;
    }

    /** Whether all distances from one index to the next are the same. */
    boolean isEven() {
        return block == 1 || isDense();
    }

    /** The distance from one index to the next, if it is {@linkplain #isEven() even}. */
    long step() {
        return isDense() ? 1 : stride;
    }
}
