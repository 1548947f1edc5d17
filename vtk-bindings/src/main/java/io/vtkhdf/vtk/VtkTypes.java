package io.vtkhdf.vtk;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ScalarType;
import java.util.List;
import vtk.vtkAbstractArray;
import vtk.vtkBitArray;
import vtk.vtkDataArray;
import vtk.vtkDoubleArray;
import vtk.vtkFloatArray;
import vtk.vtkIntArray;
import vtk.vtkLongArray;
import vtk.vtkLongLongArray;
import vtk.vtkShortArray;
import vtk.vtkSignedCharArray;
import vtk.vtkUnsignedCharArray;
import vtk.vtkUnsignedIntArray;
import vtk.vtkUnsignedLongArray;
import vtk.vtkUnsignedLongLongArray;
import vtk.vtkUnsignedShortArray;

/** VTK's array classes, most of whose widths depend on the platform, and the scalar types. */
final class VtkTypes {

    private static final int VTK_FLOAT = 10;
    private static final int VTK_DOUBLE = 11;

    private VtkTypes() {}

    /**
     * The array as one of numbers.
     *
     * @throws IllegalArgumentException if it is none: strings, variants
     */
    static vtkDataArray numeric(vtkAbstractArray array) {
        if (array instanceof vtkDataArray numbers) {
            return numbers;
        }
        String found = array == null
                ? "an array is of a class that VTK's Java wrappers do not have"
                : ShownText.quoted(array.GetName()) + " is a " + array.GetClassName();
        throw new IllegalArgumentException(found + ", expected an array of integers or floating-point numbers");
    }

    /** The type that holds all of an array's values: that of the same width, and for bits that of bytes. */
    static ScalarType typeOf(vtkDataArray array) {
        if (array instanceof vtkBitArray) {
            return ScalarType.UINT8;
        }
        boolean floating = array.GetDataType() == VTK_FLOAT || array.GetDataType() == VTK_DOUBLE;
        boolean signed = array.GetDataTypeMin() < 0;
        for (ScalarType type : ScalarType.values()) {
            if (type.size() == array.GetDataTypeSize() && type.isFloating() == floating && type.isSigned() == signed) {
                return type;
            }
        }
        throw new IllegalArgumentException(ShownText.quoted(array.GetName()) + " is a " + array.GetClassName() + " of "
                + array.GetDataTypeSize() + " bytes a value, which is no scalar type");
    }

    /** A new array with room for so many tuples; the caller deletes it. */
    static vtkDataArray newArray(
            ScalarType type, String name, int components, List<String> componentNames, long tuples) {
        vtkDataArray array = newArray(type);
        array.SetName(name);
        array.SetNumberOfComponents(components);
        nameComponents(array, componentNames);
        array.SetNumberOfTuples(tuples);
        return array;
    }

    static void nameComponents(vtkAbstractArray array, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                array.SetComponentName(i, names.get(i));
            }
        }
    }

    /** A new array of this type; the caller deletes it. */
    static vtkDataArray newArray(ScalarType type) {
        return type == ScalarType.INT8 ? new vtkSignedCharArray() : newExchange(type);
    }

    /**
     * A new array with values of the same bits that {@link VtkValues} can exchange with Java: VTK gives no Java array
     * for signed chars, and the wrong one for chars, but converts both to unsigned chars. The caller deletes it.
     */
    static vtkDataArray newExchange(ScalarType type) {
        return switch (type) {
            case INT8, UINT8 -> new vtkUnsignedCharArray();
            case INT16 -> new vtkShortArray();
            case UINT16 -> new vtkUnsignedShortArray();
            case INT32 -> new vtkIntArray();
            case UINT32 -> new vtkUnsignedIntArray();
            case INT64 -> isLong64() ? new vtkLongArray() : new vtkLongLongArray();
            case UINT64 -> isLong64() ? new vtkUnsignedLongArray() : new vtkUnsignedLongLongArray();
            case FLOAT32 -> new vtkFloatArray();
            case FLOAT64 -> new vtkDoubleArray();
        };
    }

    /** Not so on Windows. */
    private static boolean isLong64() {
        vtkLongArray array = new vtkLongArray();
        try {
            return array.GetDataTypeSize() == Long.BYTES;
        } finally {
            array.Delete();
        }
    }
}
