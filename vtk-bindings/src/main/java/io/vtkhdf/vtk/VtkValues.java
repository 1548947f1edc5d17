package io.vtkhdf.vtk;

import io.vtkhdf.ScalarType;
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

    /** @throws IllegalArgumentException if the run has more values than a Java array can hold */
    static Object read(vtkDataArray array, long firstTuple, long tuples) {
        ScalarType type = VtkTypes.typeOf(array);
        if (javaLength(array, tuples) == 0) {
            return type.newArray(0);
        }
        // Of just this size, as VTK hands out an array's whole capacity.
        vtkDataArray exchange = VtkTypes.newExchange(type);
        try {
            exchange.SetNumberOfComponents(array.GetNumberOfComponents());
            exchange.SetNumberOfTuples(tuples);
            array.GetTuples(firstTuple, firstTuple + tuples - 1, exchange);
            return get(exchange);
        } finally {
            exchange.Delete();
        }
    }

    private static int javaLength(vtkDataArray array, long tuples) {
        long values = Math.multiplyExact(tuples, array.GetNumberOfComponents());
        if (values > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "'" + array.GetName() + "': a Java array holds fewer than 2^31 values," + " found " + values);
        }
        return (int) values;
    }

    /** Writes whole tuples into an array that has room for them. */
    static void write(vtkDataArray array, long firstTuple, Object values) {
        int tuples = Array.getLength(values) / array.GetNumberOfComponents();
        if (tuples == 0) {
            return;
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

    static Object get(vtkDataArray array) {
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
        } else if (array instanceof vtkLongArray longs) {
            return longs.GetJavaArray();
        } else if (array instanceof vtkUnsignedLongArray longs) {
            return longs.GetJavaArray();
        } else if (array instanceof vtkFloatArray floats) {
            return floats.GetJavaArray();
        } else if (array instanceof vtkDoubleArray doubles) {
            return doubles.GetJavaArray();
        }
        return getOneByOne(array);
    }

    private static long[] getOneByOne(vtkDataArray array) {
        long[] values = new long[javaLength(array, array.GetNumberOfTuples())];
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
