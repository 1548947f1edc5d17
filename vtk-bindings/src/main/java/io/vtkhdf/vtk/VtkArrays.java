package io.vtkhdf.vtk;

import io.vtkhdf.ArraySpec;
import io.vtkhdf.Association;
import io.vtkhdf.Dimensions;
import io.vtkhdf.Order;
import io.vtkhdf.ScalarType;
import java.lang.reflect.Array;
import vtk.vtkDataArray;
import vtk.vtkImageData;

/**
 * The point and cell arrays of a {@code vtkImageData} as Java arrays: primitive arrays of the
 * {@linkplain ScalarType#carrier() carrier} of the type, tuple after tuple, in either {@link Order}. Values are copied.
 *
 * <p>Not thread-safe on one image, as VTK is not.
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
        try (VtkView view = new VtkView(image);
                VtkColumn column = VtkColumn.named(view.attributes(association), association, name)) {
            Dimensions dimensions = view.geometry().dimensions(association);
            column.requireTuples(dimensions.count());
            Object values = column.read(0, column.tuples());
            return order == Order.X_FASTEST ? values : new TupleBox(dimensions, column.components()).toXSlowest(values);
        }
    }

    /**
     * Sets the values of a whole array, which is made or replaced.
     *
     * @throws IllegalArgumentException if the values are of another type or number than the image and {@code spec} ask
     *     for
     */
    public static void set(vtkImageData image, ArraySpec spec, Object values, Order order) {
        try (VtkView view = new VtkView(image)) {
            Dimensions dimensions = view.geometry().dimensions(spec.association());
            requireValues(spec, dimensions, values);
            vtkDataArray array = VtkTypes.newArray(
                    spec.type(), spec.name(), spec.components(), spec.componentNames(), dimensions.count());
            try {
                Object xFastest = order == Order.X_FASTEST
                        ? values
                        : new TupleBox(dimensions, spec.components()).toXFastest(values);
                VtkValues.write(array, 0, xFastest);
                view.attributes(spec.association()).AddArray(array);
                image.ShallowCopy(view.image());
            } finally {
                array.Delete();
            }
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
