package io.vtkhdf.cli.kerchunk;

import java.util.Arrays;

/**
 * Cuts contiguous data into pieces that are of one size, also the last one: zarr's chunks are whole, and what would
 * fill one up does not stand in the file.
 */
final class EvenPieces {

    private static final int MOST = 16 << 20;
    /** If an axis cannot be cut evenly into pieces of so many bytes at least, they become larger than is wanted. */
    private static final int LEAST = 64 << 10;

    private EvenPieces() {}

    /** As many whole trailing axes as fit, an even part of the next one, and 1 along the others. */
    static int[] shape(long[] shape, int elementSize) {
        int[] piece = new int[shape.length];
        Arrays.fill(piece, 1);
        long bytes = elementSize;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            piece[axis] = part(shape[axis], bytes);
            bytes *= piece[axis];
            if (piece[axis] < shape[axis]) {
                break;
            }
        }
        return piece;
    }

    /** @param bytes of 1 along the axis */
    private static int part(long length, long bytes) {
        long room = Math.max(1, MOST / bytes);
        if (length <= room) {
            return (int) length;
        }
        long below = 1;
        long above = length;
        for (long divisor = 1; divisor <= length / divisor; divisor++) {
            if (length % divisor == 0) {
                for (long even : new long[] {divisor, length / divisor}) {
                    below = even <= room ? Math.max(below, even) : below;
                    above = even > room ? Math.min(above, even) : above;
                }
            }
        }
        return (int) (below * bytes < LEAST && above <= Integer.MAX_VALUE / bytes ? above : below);
    }
}
