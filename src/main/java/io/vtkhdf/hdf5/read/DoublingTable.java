package io.vtkhdf.hdf5.read;

import io.vtkhdf.hdf5.Malformed;

/**
 * How the blocks of a fractal heap divide its addresses: in rows of {@code width} blocks each, of {@code firstSize}
 * bytes in the first two rows, and of twice the row before in each other. Larger ones than {@code largestDirect} are
 * divided in the same way.
 */
record DoublingTable(int width, long firstSize, long largestDirect) {

    private static final long LARGEST = 1L << 40;

    DoublingTable {
        if (!isPowerOf2(width) || !isPowerOf2(firstSize) || !isPowerOf2(largestDirect) || firstSize > largestDirect) {
            throw new Malformed("a heap of rows of " + width + " blocks from " + firstSize + " to " + largestDirect
                    + " bytes, expected powers of 2");
        }
    }

    private static boolean isPowerOf2(long number) {
        return number > 0 && number <= LARGEST && Long.bitCount(number) == 1;
    }

    /** The row in which an offset lies. */
    int row(long offset) {
        long firstRows = offset / width / firstSize;
        return firstRows == 0 ? 0 : log2(firstRows) + 1;
    }

    /** Of a row in which an offset lies. */
    long blockSize(int row) {
        return row == 0 ? firstSize : firstSize << row - 1;
    }

    /** Where a row begins. */
    long start(int row) {
        return row == 0 ? 0 : width * blockSize(row);
    }

    boolean isDirect(int row) {
        return blockSize(row) <= largestDirect;
    }

    /** How many rows a block of a size is divided into. */
    int rows(long size) {
        return size < firstSize * width ? 0 : log2(size / firstSize / width) + 1;
    }

    private static int log2(long number) {
        return Long.SIZE - 1 - Long.numberOfLeadingZeros(number);
    }
}
