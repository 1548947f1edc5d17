package io.vtkhdf.chunk;

/** Copies boxes of elements between row-major arrays in memory. */
public final class BoxCopy {

    private final byte[] source;
    private final byte[] target;
    private final int[] sourceStrides;
    private final int[] targetStrides;
    private final int[] size;
    private final int innerAxes;
    private final int runLength;

    private BoxCopy(byte[] source, int[] sourceShape, byte[] target, int[] targetShape, int[] size, int elementSize) {
        this.source = source;
        this.target = target;
        this.sourceStrides = strides(sourceShape, elementSize);
        this.targetStrides = strides(targetShape, elementSize);
        this.size = size;
        int axis = size.length - 1;
        int run = elementSize;
        // The trailing axes that the box fills in both arrays, and one more, are one run of bytes.
        while (axis > 0 && size[axis] == sourceShape[axis] && size[axis] == targetShape[axis]) {
            run *= size[axis--];
        }
        this.innerAxes = axis;
        this.runLength = axis < 0 ? run : run * size[axis];
    }

    /**
     * Copies a box of {@code size} elements.
     *
     * @param sourceShape the size of the source array along each axis
     * @param sourceStart the index of the box's first element in the source; likewise for the target
     */
    public static void copy(
            byte[] source,
            int[] sourceShape,
            int[] sourceStart,
            byte[] target,
            int[] targetShape,
            int[] targetStart,
            int[] size,
            int elementSize) {
        BoxCopy copy = new BoxCopy(source, sourceShape, target, targetShape, size, elementSize);
        copy.axis(0, offset(sourceStart, copy.sourceStrides), offset(targetStart, copy.targetStrides));
    }

    private void axis(int axis, int sourceOffset, int targetOffset) {
        if (axis >= innerAxes) {
            System.arraycopy(source, sourceOffset, target, targetOffset, runLength);
            return;
        }
        for (int i = 0; i < size[axis]; i++) {
            axis(axis + 1, sourceOffset + i * sourceStrides[axis], targetOffset + i * targetStrides[axis]);
        }
    }

    private static int[] strides(int[] shape, int elementSize) {
        int[] strides = new int[shape.length];
        int stride = elementSize;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride = Math.multiplyExact(stride, shape[axis]);
        }
        return strides;
    }

    private static int offset(int[] start, int[] strides) {
        int offset = 0;
        for (int axis = 0; axis < start.length; axis++) {
            offset += start[axis] * strides[axis];
        }
        return offset;
    }
}
