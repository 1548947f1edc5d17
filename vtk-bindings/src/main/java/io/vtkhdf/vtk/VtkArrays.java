package io.vtkhdf.vtk;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import java.lang.reflect.Array;
import vtk.vtkAbstractArray;
import vtk.vtkDataArray;
import vtk.vtkImageData;

/**
 * The point and cell arrays of a {@code vtkImageData} as Java arrays: primitive arrays of the
 * {@linkplain ScalarType#carrier() carrier} of the type, tuple after tuple, in either {@link Order}; and its field
 * arrays, numbers or strings, as {@link FieldArray}s. Values are copied.
 *
 * <p>Not thread-safe on one image, as VTK is not.
 */
public final class VtkArrays {

    private VtkArrays() {}

    /**
     * The values of a whole array. Those of a field array, which has its own number of tuples, are the same in either
     * order.
     *
     * @throws IllegalArgumentException if the image is null, deleted or empty, or there is no such array, or it does
     *     not hold numbers, has not one tuple a point or cell, or has 2^31 values or more
     */
    public static Object get(vtkImageData image, Association association, String name, Order order) {
        if (association == Association.FIELD) {
            return numbers(getField(image, name));
        }
        try (VtkView view = new VtkView(image)) {
            Dimensions dimensions = view.geometry().dimensions(association);
            try (VtkColumn column = VtkColumn.named(view.attributes(association), association, name)) {
                column.requireTuples(dimensions.count());
                Object values = column.read(0, column.tuples());
                TupleBox box = new TupleBox(dimensions, column.components());
                return order == Order.X_FASTEST ? values : box.toXSlowest(values);
            }
        }
    }

    /**
     * Sets the values of a whole array, which is made or replaced.
     *
     * @throws IllegalArgumentException if the image is null, deleted or empty, or the values are of another type or
     *     number than the image and {@code spec} ask for
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

    private static Object numbers(FieldArray field) {
        if (field.isStrings()) {
            throw new IllegalArgumentException(
                    ShownText.quoted(field.name()) + ": found strings, expected numbers; getField gets either");
        }
        return field.asNumbers().values();
    }

    /**
     * A field array, with its components and their names.
     *
     * @throws IllegalArgumentException if the image is null or deleted, or there is no such array, or it holds neither
     *     numbers nor strings, or strings of several components, or has 2^31 values or more
     */
    public static FieldArray getField(vtkImageData image, String name) {
        try (VtkView view = new VtkView(image);
                VtkColumn column = VtkColumn.named(view.fields(), Association.FIELD, name)) {
            return VtkFields.of(column);
        }
    }

    /**
     * Sets a field array, which is made or replaced.
     *
     * @throws IllegalArgumentException if the image is null or deleted
     */
    public static void setField(vtkImageData image, FieldArray field) {
        try (VtkView view = new VtkView(image)) {
            vtkAbstractArray array = VtkFields.toVtk(field);
            try {
                view.fields().AddArray(array);
                image.ShallowCopy(view.image());
            } finally {
                array.Delete();
            }
        }
    }

    private static void requireValues(ArraySpec spec, Dimensions dimensions, Object values) {
        if (values.getClass().getComponentType() != spec.type().carrier()) {
            throw new IllegalArgumentException(ShownText.quoted(spec.name()) + ": "
                    + spec.type().vtkName() + " values come as " + spec.type().carrier() + "[], found "
                    + values.getClass().getSimpleName());
        }
        long expected = Math.multiplyExact(dimensions.count(), spec.components());
        if (Array.getLength(values) != expected) {
            throw new IllegalArgumentException(ShownText.quoted(spec.name()) + ": found " + Array.getLength(values)
                    + " values, expected " + expected);
        }
    }
}
