package io.vtkhdf.hdf5;

/**
 * The shape of a dataset or attribute as a file has it, the last axis fastest.
 *
 * @param sizes along each axis; none of a single value
 * @param maxSizes the largest ones that it may grow to, negative for no limit
 * @param empty whether it has no elements at all, whatever the sizes
 */
public record StoredShape(long[] sizes, long[] maxSizes, boolean empty) {

    /** @throws ArithmeticException if they are more than a long holds */
    public long elements() {
        if (empty) {
            return 0;
        }
        long elements = 1;
        for (long size : sizes) {
            elements = Math.multiplyExact(elements, size);
        }
        return elements;
    }
}
