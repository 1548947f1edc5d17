package io.vtkhdf;

import java.util.Arrays;

/**
 * The one place that turns x, y, z into the z, y, x of an HDF5 dataset.
 *
 * <p>A dataset is (nz, ny, nx), with the number of components behind if they are more than one. The flat leading axes of a flat
 * image are left out, since VTK's readers from 9.3 on look for (ny, nx) where there is one z plane, and (nx) where there is one line.
 */
record ArrayShape(ArraySpec spec, Dimensions dimensions) {

    /** The values of a slice: tuples times components. */
    long sliceValues() {
        return Math.multiplyExact((long) dimensions.x() * dimensions.y(), spec.components());
    }

    long sliceBytes() {
        return Math.multiplyExact(sliceValues(), spec.type().size());
    }

    /** The number of tuples along z, y and x. */
    long[] rows() {
        return new long[] {dimensions.z(), dimensions.y(), dimensions.x()};
    }

    /** The dataset's size along each of its axes. */
    long[] hdf5() {
        return hdf5(dimensions);
    }

    /** The size of the dataset's chunks along each of its axes. */
    int[] hdf5Chunk(Dimensions chunk) {
        return Arrays.stream(hdf5(chunk)).mapToInt(Math::toIntExact).toArray();
    }

    private long[] hdf5(Dimensions size) {
        long[] axes = {size.z(), size.y(), size.x(), spec.components()};
        return Arrays.copyOfRange(axes, flatAxes(), spec.components() > 1 ? 4 : 3);
    }

    private int flatAxes() {
        if (dimensions.z() > 1) {
            return 0;
        }
        return dimensions.y() > 1 ? 1 : 2;
    }
}
