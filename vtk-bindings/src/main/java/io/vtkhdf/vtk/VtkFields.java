package io.vtkhdf.vtk;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.FieldArray;
import vtk.vtkAbstractArray;
import vtk.vtkDataArray;
import vtk.vtkStringArray;

/** The arrays of the field data: numbers, or strings. */
final class VtkFields {

    /** The name of the field array that tells the time of an image, for VTK's XML readers and others. */
    static final String TIME_VALUE = "TimeValue";

    /** What VTK's own VTKHDF reader calls it. */
    private static final String TIME = "Time";

    /** Whether a field array is that of the time of an image. */
    static boolean isTime(String name) {
        return name.equals(TIME_VALUE) || name.equals(TIME);
    }

    private VtkFields() {}

    /**
     * @throws IllegalArgumentException if it is of neither, has no name or 2^31 values, or is of strings of several
     *     components
     */
    static FieldArray of(VtkColumn column) {
        if (!column.isStrings()) {
            Object values = column.read(0, column.tuples());
            return FieldArray.ofNumbers(column.name(), column.type(), column.components(), values)
                    .withComponentNames(column.componentNames());
        }
        if (column.components() != 1) {
            throw new IllegalArgumentException(ShownText.quoted(column.name()) + ": found strings of "
                    + column.components() + " components, expected 1");
        }
        return FieldArray.ofStrings(column.name(), column.strings()).withComponentNames(column.componentNames());
    }

    /** A new array; the caller deletes it. */
    static vtkAbstractArray toVtk(FieldArray field) {
        return field.isStrings() ? strings(field) : numbers(field);
    }

    private static vtkAbstractArray numbers(FieldArray field) {
        vtkDataArray array = VtkTypes.newArray(
                field.asNumbers().type(), field.name(), field.components(), field.componentNames(), field.tuples());
        VtkValues.write(array, 0, field.asNumbers().values());
        return array;
    }

    private static vtkAbstractArray strings(FieldArray field) {
        vtkStringArray array = new vtkStringArray();
        array.SetName(field.name());
        VtkTypes.nameComponents(array, field.componentNames());
        for (String string : field.asStrings().values()) {
            array.InsertNextValue(string);
        }
        return array;
    }
}
