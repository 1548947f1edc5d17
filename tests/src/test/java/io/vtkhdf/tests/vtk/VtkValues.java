package io.vtkhdf.tests.vtk;

import io.vtkhdf.image.ScalarType;
import io.vtkhdf.tests.Bits;
import java.util.Arrays;
import java.util.Map;
import vtk.vtkBitArray;
import vtk.vtkCharArray;
import vtk.vtkDataArray;
import vtk.vtkDoubleArray;
import vtk.vtkFloatArray;
import vtk.vtkIdTypeArray;
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

/** The values of VTK's arrays as bytes, and the other way round. */
final class VtkValues {

    private static final Map<Class<? extends vtkDataArray>, ScalarType> TYPES = Map.ofEntries(
            Map.entry(vtkCharArray.class, ScalarType.INT8),
            Map.entry(vtkSignedCharArray.class, ScalarType.INT8),
            Map.entry(vtkUnsignedCharArray.class, ScalarType.UINT8),
            Map.entry(vtkBitArray.class, ScalarType.UINT8),
            Map.entry(vtkShortArray.class, ScalarType.INT16),
            Map.entry(vtkUnsignedShortArray.class, ScalarType.UINT16),
            Map.entry(vtkIntArray.class, ScalarType.INT32),
            Map.entry(vtkUnsignedIntArray.class, ScalarType.UINT32),
            Map.entry(vtkLongArray.class, ScalarType.INT64),
            Map.entry(vtkLongLongArray.class, ScalarType.INT64),
            Map.entry(vtkIdTypeArray.class, ScalarType.INT64),
            Map.entry(vtkUnsignedLongArray.class, ScalarType.UINT64),
            Map.entry(vtkUnsignedLongLongArray.class, ScalarType.UINT64),
            Map.entry(vtkFloatArray.class, ScalarType.FLOAT32),
            Map.entry(vtkDoubleArray.class, ScalarType.FLOAT64));

    private VtkValues() {}

    /** The type of the values on a platform whose {@code long} has 64 bits. */
    static ScalarType type(vtkDataArray array) {
        ScalarType type = TYPES.get(array.getClass());
        if (type == null) {
            throw new AssertionError(array.GetName() + " is a " + array.getClass());
        }
        return type;
    }

    /** Little-endian. */
    static byte[] bytes(vtkDataArray array) {
        int count = Math.toIntExact(array.GetNumberOfTuples() * array.GetNumberOfComponents());
        byte[] bytes = Bits.of(count == 0 ? type(array).newArray(0) : values(array, count));
        // VTK hands out as much as it has allocated, which may be more than there are values.
        return Arrays.copyOf(bytes, count * type(array).size());
    }

    private static Object values(vtkDataArray array, int count) {
        if (array instanceof vtkUnsignedCharArray a) {
            return a.GetJavaArray();
        } else if (array instanceof vtkShortArray a) {
            return a.GetJavaArray();
        } else if (array instanceof vtkUnsignedShortArray a) {
            return a.GetJavaArray();
        } else if (array instanceof vtkIntArray a) {
            return a.GetJavaArray();
        } else if (array instanceof vtkUnsignedIntArray a) {
            return a.GetJavaArray();
        } else if (array instanceof vtkLongArray a) {
            return a.GetJavaArray();
        } else if (array instanceof vtkUnsignedLongArray a) {
            return a.GetJavaArray();
        } else if (array instanceof vtkFloatArray a) {
            return a.GetJavaArray();
        } else if (array instanceof vtkDoubleArray a) {
            return a.GetJavaArray();
        }
        return valueByValue(array, count);
    }

    /** Of arrays whose bulk access VTK 9.1 lacks, or has broken. */
    private static Object valueByValue(vtkDataArray array, int count) {
        if (type(array).size() == 1) {
            byte[] values = new byte[count];
            int components = array.GetNumberOfComponents();
            for (int i = 0; i < count; i++) {
                values[i] = (byte) array.GetComponent(i / components, i % components);
            }
            return values;
        }
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = array instanceof vtkIdTypeArray a
                    ? a.GetValue(i)
                    : array instanceof vtkLongLongArray b
                            ? b.GetValue(i)
                            : ((vtkUnsignedLongLongArray) array).GetValue(i);
        }
        return values;
    }

    /** A new VTK array of little-endian values. */
    static vtkDataArray array(String name, ScalarType type, int components, byte[] bytes) {
        Object values = Bits.values(bytes, type.carrier(), type.size());
        vtkDataArray array =
                switch (type) {
                    case INT8 -> new vtkSignedCharArray();
                    case UINT8 -> new vtkUnsignedCharArray();
                    case INT16 -> new vtkShortArray();
                    case UINT16 -> new vtkUnsignedShortArray();
                    case INT32 -> new vtkIntArray();
                    case UINT32 -> new vtkUnsignedIntArray();
                    case INT64 -> new vtkLongArray();
                    case UINT64 -> new vtkUnsignedLongArray();
                    case FLOAT32 -> new vtkFloatArray();
                    case FLOAT64 -> new vtkDoubleArray();
                };
        array.SetName(name);
        array.SetNumberOfComponents(components);
        fill(array, values, components);
        return array;
    }

    private static void fill(vtkDataArray array, Object values, int components) {
        if (array instanceof vtkSignedCharArray a) {
            byte[] bytes = (byte[]) values;
            a.SetNumberOfTuples(bytes.length / components);
            for (int i = 0; i < bytes.length; i++) {
                a.SetComponent(i / components, i % components, bytes[i]);
            }
        } else if (array instanceof vtkUnsignedCharArray a) {
            a.SetJavaArray((byte[]) values);
        } else if (array instanceof vtkShortArray a) {
            a.SetJavaArray((short[]) values);
        } else if (array instanceof vtkUnsignedShortArray a) {
            a.SetJavaArray((short[]) values);
        } else if (array instanceof vtkIntArray a) {
            a.SetJavaArray((int[]) values);
        } else if (array instanceof vtkUnsignedIntArray a) {
            a.SetJavaArray((int[]) values);
        } else if (array instanceof vtkLongArray a) {
            a.SetJavaArray((long[]) values);
        } else if (array instanceof vtkUnsignedLongArray a) {
            a.SetJavaArray((long[]) values);
        } else if (array instanceof vtkFloatArray a) {
            a.SetJavaArray((float[]) values);
        } else {
            ((vtkDoubleArray) array).SetJavaArray((double[]) values);
        }
    }
}
