package io.vtkhdf.chunk;

/**
 * A row-major array cut into equal chunks, those at the far edges reaching beyond the array. Chunks are numbered
 * row-major, as in HDF5's fixed array index. Immutable.
 */
public final class ChunkGrid {

    private final long[] shape;
    private final int[] chunk;
    private final long[] chunksPerAxis;

    /**
     * @param shape the array's size along each axis, at least 1
     * @param chunk a chunk's size along each axis, at least 1
     */
    public ChunkGrid(long[] shape, int[] chunk) {
        if (shape.length != chunk.length) {
            throw new IllegalArgumentException("rank " + shape.length + " cut into chunks of rank " + chunk.length);
        }
        this.shape = shape.clone();
        this.chunk = chunk.clone();
        this.chunksPerAxis = new long[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            chunksPerAxis[axis] = (shape[axis] - 1) / chunk[axis] + 1;
        }
    }

    public int rank() {
        return shape.length;
    }

    /** A chunk's size along each axis. */
    public int[] chunkShape() {
        return chunk.clone();
    }

    /** The number of elements of a chunk. */
    public int chunkElements() {
        return elements(chunk);
    }

    /** The number of chunks. */
    public long count() {
        return elements(chunksPerAxis);
    }

    /**
     * The number of elements of a box.
     *
     * @param size its size along each axis
     * @throws ArithmeticException if it is not an int
     */
    public static int elements(int[] size) {
        int elements = 1;
        for (int n : size) {
            elements = Math.multiplyExact(elements, n);
        }
        return elements;
    }

    /**
     * The number of elements of an array.
     *
     * @param shape its size along each axis
     * @throws ArithmeticException if it is not a long
     */
    public static long elements(long[] shape) {
        long elements = 1;
        for (long n : shape) {
            elements = Math.multiplyExact(elements, n);
        }
        return elements;
    }

    /** The number of chunks along each axis. */
    public long[] chunksPerAxis() {
        return chunksPerAxis.clone();
    }

    /** The number of the chunk at the given place in the grid. */
    public long number(long[] place) {
        long number = 0;
        for (int axis = 0; axis < place.length; axis++) {
            number = number * chunksPerAxis[axis] + place[axis];
        }
        return number;
    }

    /** The place in the grid of the chunk with the given number. */
    public long[] place(long number) {
        long[] place = new long[rank()];
        for (int axis = rank() - 1; axis >= 0; axis--) {
            place[axis] = number % chunksPerAxis[axis];
            number /= chunksPerAxis[axis];
        }
        return place;
    }

    /** The place in the grid of the chunk with the given number in a box of chunks. */
    public static long[] place(long[] firstPlace, int[] places, int index) {
        long[] place = new long[places.length];
        int rest = index;
        for (int axis = places.length - 1; axis >= 0; axis--) {
            place[axis] = firstPlace[axis] + rest % places[axis];
            rest /= places[axis];
        }
        return place;
    }

    /** The index of the first element of the chunk at the given place. */
    public long[] start(long[] place) {
        long[] start = new long[rank()];
        for (int axis = 0; axis < start.length; axis++) {
            start[axis] = place[axis] * chunk[axis];
        }
        return start;
    }

    /** The size of what lies inside the array of the chunk at the given place. */
    public int[] sizeInside(long[] place) {
        int[] size = new int[rank()];
        for (int axis = 0; axis < size.length; axis++) {
            size[axis] = (int) Math.min(chunk[axis], shape[axis] - place[axis] * chunk[axis]);
        }
        return size;
    }
}
