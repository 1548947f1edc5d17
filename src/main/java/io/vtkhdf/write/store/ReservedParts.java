package io.vtkhdf.write.store;

import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.image.Dimensions;

/**
 * How the reserved space of an array that is stored raw is cut into the parts that an unfinished file tells as chunks:
 * slices, some slices if they are very many and thin, or equal parts of a slice that is larger than HDF5 allows a chunk
 * to be.
 */
public record ReservedParts(Dimensions array, Dimensions part) {

    /** Well below the 4 GiB of HDF5, and the 2 GiB of Java's readers. */
    private static final long LARGEST = 1 << 30;

    /** The index of so many parts is small whatever they hold. */
    private static final int FEW = 1 << 12;

    /** Of so many bytes, the index of the parts is a small part of the data. */
    private static final long THICK = 1 << 16;

    public static ReservedParts of(ArrayShape shape) {
        Dimensions array = shape.dimensions();
        long slice = shape.sliceBytes();
        return slice <= LARGEST
                ? new ReservedParts(array, new Dimensions(array.x(), array.y(), slices(array.z(), slice)))
                : ofSlices(shape);
    }

    /** The fewest parts that are all of one size: how an array is told that has its place beside others of its kind. */
    public static ReservedParts fewest(ArrayShape shape) {
        Dimensions array = shape.dimensions();
        long slice = shape.sliceBytes();
        return slice <= LARGEST
                ? new ReservedParts(array, new Dimensions(array.x(), array.y(), divisor(array.z(), LARGEST / slice)))
                : ofSlices(shape);
    }

    /** Each slice in parts. */
    private static ReservedParts ofSlices(ArrayShape shape) {
        Dimensions array = shape.dimensions();
        long row = shape.sliceBytes() / array.y();
        if (row <= LARGEST) {
            return new ReservedParts(array, new Dimensions(array.x(), divisor(array.y(), LARGEST / row), 1));
        }
        return new ReservedParts(
                array, new Dimensions(divisor(array.x(), LARGEST / shape.spec().tupleSize()), 1, 1));
    }

    private static int slices(int count, long bytes) {
        return (int) Math.min(ceilDiv(THICK, bytes), ceilDiv(count, FEW));
    }

    private static long ceilDiv(long n, long divisor) {
        return (n - 1) / divisor + 1;
    }

    /** The largest divisor of a number that is not more than {@code most}, but at least 1. */
    private static int divisor(int number, long most) {
        int best = 1;
        for (int i = 1; (long) i * i <= number; i++) {
            if (number % i == 0) {
                best = i <= most ? Math.max(best, i) : best;
                best = number / i <= most ? Math.max(best, number / i) : best;
            }
        }
        return best;
    }

    /** The number of parts. */
    public long count() {
        return ceilDiv(array.z(), part.z()) * partsOfSlice();
    }

    /** Into how many parts a slice is cut; 1 if a part is a slice or more. */
    public long partsOfSlice() {
        return (long) (array.x() / part.x()) * (array.y() / part.y());
    }

    /** Whether all slices that have a share in a part are written. */
    boolean isWritten(int number, WrittenSlices slices) {
        int first = (int) (number / partsOfSlice()) * part.z();
        return slices.containsAll(first, Math.min(part.z(), array.z() - first));
    }
}
