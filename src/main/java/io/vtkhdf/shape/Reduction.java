package io.vtkhdf.shape;

/** What becomes of the values between those that are kept when every n-th point is taken. */
public enum Reduction {
    /** Nothing: the first of each n is kept, of cells too. */
    PICK,
    /**
     * The mean of each block of n points, which lies in its middle. Integers are rounded to the nearest, halves to the
     * even one; a block with a NaN is NaN. Incomplete blocks at the end of an axis are left out.
     *
     * <p>Points and cells have no such blocks in common: of an image that has point arrays the cell arrays are left
     * out; of one that has only cell arrays each new cell is a block of cells, of the same corner.
     */
    MEAN
}
