package io.vtkhdf.vtk;

import io.vtkhdf.ArraySpec;
import io.vtkhdf.Association;
import io.vtkhdf.Dimensions;
import io.vtkhdf.Order;
import io.vtkhdf.ScalarType;
import java.lang.reflect.Array;
import vtk.vtkDataArray;
import vtk.vtkDataSetAttributes;
import vtk.vtkImageData;

/**
 * The point and cell arrays of a {@code vtkImageData} as Java arrays: primitive arrays of the
 * {@linkplain ScalarType#carrier() carrier} of the type, tuple after tuple, in either {@link Order}. Values are copied.
 */
public final class VtkArrays {

    private VtkArrays() {}

    /**
     * The values of a whole array.
     *
     * @throws IllegalArgumentException if there is no such array, it does not hold numbers, has not one tuple a point
     *     or cell, or has 2^31 values or more
     */
    public static Object get(vtkImageData image, Association association, String name, Order order) {
        Dimensions dimensions = VtkImages.geometry(image).dimensions(association);
        vtkDataSetAttributes data = attributes(image, association);
        if (data.HasArray(name) == 0) {
            throw new IllegalArgumentException("no array '" + name + "' in the image's " + association.groupName());
        }
        vtkDataArray array = VtkTypes.numeric(data.GetAbstractArray(name));
        requireTuples(array, dimensions);
        Object values = VtkValues.read(array, 0, array.GetNumberOfTuples());
        return order == Order.X_FASTEST
                ? values
                : new TupleBox(dimensions, array.GetNumberOfComponents()).toXSlowest(values);
    }

    /**
     * Sets the values of a whole array, which is made or replaced.
     *
     * @throws IllegalArgumentException if the values are of another type or number than the image and {@code spec} ask
     *     for
     */
    public static void set(vtkImageData image, ArraySpec spec, Object values, Order order) {
        Dimensions dimensions = VtkImages.geometry(image).dimensions(spec.association());
        requireValues(spec, dimensions, values);
        vtkDataArray array = VtkTypes.newArray(spec.type(), spec.name(), spec.components(), dimensions.count());
        try {
            VtkValues.write(
                    array,
                    0,
                    order == Order.X_FASTEST ? values : new TupleBox(dimensions, spec.components()).toXFastest(values));
            attributes(image, spec.association()).AddArray(array);
        } finally {
            array.Delete();
        }
    }

    static vtkDataSetAttributes attributes(vtkImageData image, Association association) {
        return association == Association.POINT ? image.GetPointData() : image.GetCellData();
    }

    static void requireTuples(vtkDataArray array, Dimensions dimensions) {
        if (array.GetNumberOfTuples() != dimensions.count()) {
            throw new IllegalArgumentException("'" + array.GetName() + "': found " + array.GetNumberOfTuples()
                    + " tuples, expected " + dimensions.count());
        }
    }

    private static void requireValues(ArraySpec spec, Dimensions dimensions, Object values) {
        if (values.getClass().getComponentType() != spec.type().carrier()) {
            throw new IllegalArgumentException("'" + spec.name() + "': "
                    + spec.type().vtkName() + " values come as " + spec.type().carrier() + "[], found "
                    + values.getClass().getSimpleName());
        }
        long expected = Math.multiplyExact(dimensions.count(), spec.components());
        if (Array.getLength(values) != expected) {
            throw new IllegalArgumentException(
                    "'" + spec.name() + "': found " + Array.getLength(values) + " values, expected " + expected);
        }
    }
}
