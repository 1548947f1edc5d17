package io.vtkhdf.vtk;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ScalarType;
import java.lang.reflect.Array;
import vtk.vtkDataArray;
import vtk.vtkDoubleArray;
import vtk.vtkFloatArray;
import vtk.vtkIntArray;
import vtk.vtkLongArray;
import vtk.vtkLongLongArray;
import vtk.vtkShortArray;
import vtk.vtkUnsignedCharArray;
import vtk.vtkUnsignedIntArray;
import vtk.vtkUnsignedLongArray;
import vtk.vtkUnsignedLongLongArray;
import vtk.vtkUnsignedShortArray;

/** Runs of tuples between VTK's arrays and Java arrays of the carrier type, which hold tuple after tuple. */
final class VtkValues {

    private VtkValues() {}

    /** @throws IllegalArgumentException if so many values are more than a Java array can hold */
    static void requireFits(String name, long tuples, int components) {
        if (tuples > Integer.MAX_VALUE / components) {
            throw new IllegalArgumentException(ShownText.quoted(name)
                    + ": a Java array holds fewer than 2^31 values, found " + tuples + " tuples of " + components);
        }
    }

    /** Writes whole tuples, and tells how many, into an array that has room for them. */
    static int write(vtkDataArray array, long firstTuple, Object values) {
        int tuples = Array.getLength(values) / array.GetNumberOfComponents();
        if (tuples == 0) {
            return 0;
        }
        ScalarType type = VtkTypes.typeOf(array);
        vtkDataArray exchange = VtkTypes.newExchange(type);
        try {
            exchange.SetNumberOfComponents(array.GetNumberOfComponents());
            put(exchange, values);
            if (type == ScalarType.INT8) {
                insertSigned(array, firstTuple, exchange);
            } else {
                array.InsertTuples(firstTuple, tuples, 0, exchange);
            }
            return tuples;
        } finally {
            exchange.Delete();
        }
    }

    /** Between types, older VTKs insert tuples by way of doubles, but copy whole arrays bit for bit. */
    private static void insertSigned(vtkDataArray array, long firstTuple, vtkDataArray exchange) {
        vtkDataArray signed = VtkTypes.newArray(ScalarType.INT8);
        try {
            signed.DeepCopy(exchange);
            array.InsertTuples(firstTuple, signed.GetNumberOfTuples(), 0, signed);
        } finally {
            signed.Delete();
        }
    }

    /** All values of an array that has no spare capacity: VTK hands out an array's whole capacity. */
    static Object get(vtkDataArray array) {
        if (array.GetSize() == 0) {
            return VtkTypes.typeOf(array).newArray(0);
        }
        Object values = getWhole(array);
        return values == null ? getByExchange(array) : values;
    }

    private static Object getByExchange(vtkDataArray array) {
        vtkDataArray exchange = VtkTypes.newExchange(VtkTypes.typeOf(array));
        try {
            exchange.DeepCopy(array); // Copies every bit, where other ways from type to type go by doubles.
            Object values = getWhole(exchange);
            return values == null ? getOneByOne(exchange) : values;
        } finally {
            exchange.Delete();
        }
    }

    /** The Java array that VTK makes of an array; null if it makes none, or a wrong one, for this class. */
    private static Object getWhole(vtkDataArray array) {
        if (array instanceof vtkUnsignedCharArray bytes) {
            return bytes.GetJavaArray();
        } else if (array instanceof vtkShortArray shorts) {
            return shorts.GetJavaArray();
        } else if (array instanceof vtkUnsignedShortArray shorts) {
            return shorts.GetJavaArray();
        } else if (array instanceof vtkIntArray ints) {
            return ints.GetJavaArray();
        } else if (array instanceof vtkUnsignedIntArray ints) {
            return ints.GetJavaArray();
        } else if (array instanceof vtkLongArray longs && longs.GetDataTypeSize() == Long.BYTES) {
            return longs.GetJavaArray();
        } else if (array instanceof vtkUnsignedLongArray longs && longs.GetDataTypeSize() == Long.BYTES) {
            return longs.GetJavaArray();
        } else if (array instanceof vtkFloatArray floats) {
            return floats.GetJavaArray();
        } else if (array instanceof vtkDoubleArray doubles) {
            return doubles.GetJavaArray();
        }
        return null;
    }

    private static long[] getOneByOne(vtkDataArray array) {
        long[] values = new long[(int) array.GetNumberOfValues()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array instanceof vtkLongLongArray signed
                    ? signed.GetValue(i)
                    : ((vtkUnsignedLongLongArray) array).GetValue(i);
        }
        return values;
    }

    /** Sets the values and with them the number of tuples; the number of components is set before. */
    static void put(vtkDataArray array, Object values) {
        if (array instanceof vtkUnsignedCharArray bytes) {
            bytes.SetJavaArray((byte[]) values);
        } else if (array instanceof vtkShortArray shorts) {
            shorts.SetJavaArray((short[]) values);
        } else if (array instanceof vtkUnsignedShortArray shorts) {
            shorts.SetJavaArray((short[]) values);
        } else if (array instanceof vtkIntArray ints) {
            ints.SetJavaArray((int[]) values);
        } else if (array instanceof vtkUnsignedIntArray ints) {
            ints.SetJavaArray((int[]) values);
        } else if (array instanceof vtkLongArray longs) {
            longs.SetJavaArray((long[]) values);
        } else if (array instanceof vtkUnsignedLongArray longs) {
            longs.SetJavaArray((long[]) values);
        } else if (array instanceof vtkFloatArray floats) {
            floats.SetJavaArray((float[]) values);
        } else if (array instanceof vtkDoubleArray doubles) {
            doubles.SetJavaArray((double[]) values);
        } else {
            putOneByOne(array, (long[]) values);
        }
    }

    private static void putOneByOne(vtkDataArray array, long[] values) {
        array.SetNumberOfTuples(values.length / array.GetNumberOfComponents());
        for (int i = 0; i < values.length; i++) {
            if (array instanceof vtkLongLongArray signed) {
                signed.SetValue(i, values[i]);
            } else {
                ((vtkUnsignedLongLongArray) array).SetValue(i, values[i]);
            }
        }
    }
}
