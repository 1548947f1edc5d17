package io.vtkhdf.format;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import java.util.List;

/**
 * The one place that turns x, y, z into the z, y, x of an HDF5 dataset.
 *
 * <p>A dataset is (nz, ny, nx), with the number of components behind if they are more than one. Axes along which the
 * image has one point are left out, also of cell arrays, except for x where there is a plane of points: of all forms
 * that is the one that most of VTK's readers take for what it is.
 *
 * @param axes those of the dataset, slowest first
 */
public record ArrayShape(ArraySpec spec, Dimensions dimensions, List<Axis> axes) {

    /** The shape of an array of an image. */
    public static ArrayShape of(ArraySpec spec, ImageGeometry geometry) {
        return new ArrayShape(spec, geometry.dimensions(spec.association()), axes(geometry.dimensions()));
    }

    private static List<Axis> axes(Dimensions points) {
        boolean z = points.z() > 1;
        boolean y = points.y() > 1;
        if (z && y) {
            return List.of(Axis.Z, Axis.Y, Axis.X);
        } else if (y) {
            return List.of(Axis.Y, Axis.X);
        } else if (z) {
            return points.x() > 1 ? List.of(Axis.Z, Axis.X) : List.of(Axis.Z);
        }
        return List.of(Axis.X);
    }

    /** The values of a slice: tuples times components. */
    public long sliceValues() {
        return Math.multiplyExact((long) dimensions.x() * dimensions.y(), spec.components());
    }

    public long sliceBytes() {
        return Math.multiplyExact(sliceValues(), spec.type().size());
    }

    /** The number of tuples along z, y and x. */
    public long[] rows() {
        return new long[] {dimensions.z(), dimensions.y(), dimensions.x()};
    }

    /** The dataset's size along each of its axes. */
    public long[] hdf5() {
        return hdf5(dimensions);
    }

    /** The size of the dataset's chunks along each of its axes. */
    public int[] hdf5Chunk(Dimensions chunk) {
        long[] lengths = hdf5(chunk);
        int[] shape = new int[lengths.length];
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = Math.toIntExact(lengths[axis]);
        }
        return shape;
    }

    private long[] hdf5(Dimensions size) {
        long[] lengths = new long[axes.size() + (spec.components() > 1 ? 1 : 0)];
        lengths[lengths.length - 1] = spec.components();
        for (int i = 0; i < axes.size(); i++) {
            lengths[i] = size.along(axes.get(i));
        }
        return lengths;
    }
}
