package io.vtkhdf;

import java.util.Arrays;

/**
 * The one place that turns x, y, z into the z, y, x of an HDF5 dataset.
 *
 * <p>A dataset is (nz, ny, nx), with the number of components behind if they are more than one. The leading axes along
 * which the image has one point are left out, also of cell arrays: VTK's readers from 9.3 on look for (ny, nx) where
 * there is one plane of points, and for (nx) where there is one line.
 *
 * @param flatAxes the number of those axes
 */
record ArrayShape(ArraySpec spec, Dimensions dimensions, int flatAxes) {

    /** The shape of an array of an image. */
    static ArrayShape of(ArraySpec spec, ImageGeometry geometry) {
        Dimensions points = geometry.dimensions();
        int flat = points.z() > 1 ? 0 : points.y() > 1 ? 1 : 2;
        return new ArrayShape(spec, geometry.dimensions(spec.association()), flat);
    }

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
        return Arrays.copyOfRange(axes, flatAxes, spec.components() > 1 ? 4 : 3);
    }
}
