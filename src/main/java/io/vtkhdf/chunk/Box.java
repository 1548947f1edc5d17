package io.vtkhdf.chunk;

/**
 * A box of elements inside a block.
 *
 * @param first the place of its first element in the block
 * @param size its size along each axis
 * @param strides the distance in the block of neighbours along each axis
 */
public record Box(int first, int[] size, int[] strides) {

    /** The elements from the first of the box to the last, those between that do not belong to it included. */
    public int span() {
        int span = 1;
        for (int axis = 0; axis < size.length; axis++) {
            span += (size[axis] - 1) * strides[axis];
        }
        return span;
    }

    /** Whether few of the elements from the first to the last belong to it. */
    public boolean isSparse() {
        return ChunkGrid.elements(size) < span() / 4;
    }

    /** The strides of an array that holds this box and nothing else. */
    public int[] denseStrides() {
        int[] dense = new int[size.length];
        for (int axis = size.length - 1, stride = 1; axis >= 0; axis--) {
            dense[axis] = stride;
            stride *= size[axis];
        }
        return dense;
    }
}
