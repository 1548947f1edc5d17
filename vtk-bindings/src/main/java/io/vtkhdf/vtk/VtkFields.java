package io.vtkhdf.vtk;

import io.vtkhdf.FieldArray;
import io.vtkhdf.VtkhdfReader;
import io.vtkhdf.VtkhdfWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vtk.vtkAbstractArray;
import vtk.vtkDataArray;
import vtk.vtkFieldData;
import vtk.vtkStringArray;

/** The arrays of the field data: numbers, or strings. */
final class VtkFields {

    private VtkFields() {}

    static void write(vtkFieldData data, VtkhdfWriter writer) throws IOException {
        for (int i = 0; i < data.GetNumberOfArrays(); i++) {
            vtkAbstractArray array = data.GetAbstractArray(i);
            writer.writeField(
                    array instanceof vtkStringArray strings ? strings(strings) : numbers(VtkTypes.numeric(array)));
        }
    }

    private static FieldArray numbers(vtkDataArray array) {
        return FieldArray.ofNumbers(
                VtkTypes.name(array),
                VtkTypes.typeOf(array),
                array.GetNumberOfComponents(),
                VtkValues.read(array, 0, array.GetNumberOfTuples()));
    }

    private static FieldArray strings(vtkStringArray array) {
        List<String> strings = new ArrayList<>();
        for (long i = 0; i < array.GetNumberOfValues(); i++) {
            strings.add(array.GetValue(i));
        }
        return FieldArray.ofStrings(VtkTypes.name(array), strings);
    }

    static void read(VtkhdfReader reader, vtkFieldData data) throws IOException {
        for (FieldArray field : reader.fields()) {
            vtkAbstractArray array = field.isStrings() ? strings(field) : numbers(field);
            try {
                data.AddArray(array);
            } finally {
                array.Delete();
            }
        }
    }

    private static vtkAbstractArray numbers(FieldArray field) {
        vtkDataArray array =
                VtkTypes.newArray(field.type().orElseThrow(), field.name(), field.components(), field.tuples());
        VtkValues.write(array, 0, field.values());
        return array;
    }

    private static vtkAbstractArray strings(FieldArray field) {
        vtkStringArray array = new vtkStringArray();
        array.SetName(field.name());
        for (String string : field.strings()) {
            array.InsertNextValue(string);
        }
        return array;
    }
}
