package io.vtkhdf.vtk;

import io.vtkhdf.image.Association;
import io.vtkhdf.image.ScalarType;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import vtk.vtkBitArray;
import vtk.vtkCharArray;
import vtk.vtkDataArray;
import vtk.vtkDataSetAttributes;
import vtk.vtkDoubleArray;
import vtk.vtkFieldData;
import vtk.vtkFloatArray;
import vtk.vtkIdTypeArray;
import vtk.vtkImageData;
import vtk.vtkIntArray;
import vtk.vtkLongArray;
import vtk.vtkLongLongArray;
import vtk.vtkShortArray;
import vtk.vtkSignedCharArray;
import vtk.vtkStringArray;
import vtk.vtkUnsignedCharArray;
import vtk.vtkUnsignedIntArray;
import vtk.vtkUnsignedLongArray;
import vtk.vtkUnsignedLongLongArray;
import vtk.vtkUnsignedShortArray;

/** An image made with VTK's own means alone, which follows from its seed, and what was put into it. */
final class RandomVtkImage {

    /** The values as they were given to VTK, in the carrier of the type. */
    record Given(Association association, String name, ScalarType type, int components, String label, Object values) {}

    private static final List<Supplier<vtkDataArray>> CLASSES = List.of(
            vtkBitArray::new,
            vtkCharArray::new,
            vtkSignedCharArray::new,
            vtkUnsignedCharArray::new,
            vtkShortArray::new,
            vtkUnsignedShortArray::new,
            vtkIntArray::new,
            vtkUnsignedIntArray::new,
            vtkLongArray::new,
            vtkUnsignedLongArray::new,
            vtkLongLongArray::new,
            vtkUnsignedLongLongArray::new,
            vtkIdTypeArray::new,
            vtkFloatArray::new,
            vtkDoubleArray::new);

    private static final int[] COMPONENTS = {1, 1, 1, 2, 3, 4, 6, 9};
    private static final int[] LENGTHS = {1, 1, 2, 3, 5, 8, 13, 17};

    private final SplittableRandom random;
    final vtkImageData image = new vtkImageData();
    final List<Given> given = new ArrayList<>();
    final List<String> strings = new ArrayList<>();

    RandomVtkImage(long seed) {
        random = new SplittableRandom(seed);
        place();
        addArrays(Association.POINT, image.GetPointData(), image.GetNumberOfPoints());
        addArrays(Association.CELL, image.GetCellData(), image.GetNumberOfCells());
        addArrays(Association.FIELD, image.GetFieldData(), random.nextInt(4));
        addStrings();
    }

    private void place() {
        int x = start();
        int y = start();
        int z = start();
        image.SetExtent(x, x + length() - 1, y, y + length() - 1, z, z + length() - 1);
        image.SetOrigin(random.nextDouble(-1e3, 1e3), -0.0, random.nextDouble());
        image.SetSpacing(random.nextDouble(1e-6, 1), 0.1, random.nextDouble(1, 1e6));
        if (random.nextBoolean()) {
            double c = Math.cos(random.nextDouble(6));
            double s = Math.sqrt(1 - c * c);
            image.SetDirectionMatrix(c, 0, -s, 0, -1, 0, s, 0, c);
        }
    }

    private int start() {
        return random.nextBoolean() ? 0 : random.nextInt(-30, 30);
    }

    private int length() {
        return LENGTHS[random.nextInt(LENGTHS.length)];
    }

    private void addArrays(Association association, vtkFieldData data, long tuples) {
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            vtkDataArray array = CLASSES.get(random.nextInt(CLASSES.size())).get();
            int components = COMPONENTS[random.nextInt(COMPONENTS.length)];
            String name = (random.nextBoolean() ? "grün " : "a") + i;
            String label = components > 1 && random.nextBoolean() ? "µ / x" : "";
            array.SetName(name);
            array.SetNumberOfComponents(components);
            if (!label.isEmpty()) {
                array.SetComponentName(components - 1, label);
            }
            ScalarType type = typeOf(array);
            Object values = values(array, type, (int) tuples * components);
            put(array, values);
            data.AddArray(array);
            array.Delete();
            given.add(new Given(association, name, type, components, label, values));
            if (data instanceof vtkDataSetAttributes attributes && random.nextInt(3) == 0) {
                attributes.SetActiveScalars(name);
            }
        }
    }

    private static ScalarType typeOf(vtkDataArray array) {
        String name = array.GetClassName();
        boolean unsigned = name.startsWith("vtkUnsigned");
        return switch (array.GetDataTypeSize()) {
            case 0 -> ScalarType.UINT8;
            case 1 -> unsigned ? ScalarType.UINT8 : ScalarType.INT8;
            case 2 -> unsigned ? ScalarType.UINT16 : ScalarType.INT16;
            case 4 ->
                array instanceof vtkFloatArray ? ScalarType.FLOAT32 : unsigned ? ScalarType.UINT32 : ScalarType.INT32;
            default ->
                array instanceof vtkDoubleArray ? ScalarType.FLOAT64 : unsigned ? ScalarType.UINT64 : ScalarType.INT64;
        };
    }

    private Object values(vtkDataArray array, ScalarType type, int length) {
        Object values = Bits.random(type, length, random.nextLong());
        for (int i = 0; i < length; i++) {
            if (array instanceof vtkBitArray) {
                Array.setByte(values, i, (byte) (Array.getByte(values, i) & 1));
            } else if (array instanceof vtkCharArray) {
                Array.setByte(values, i, (byte) (Array.getByte(values, i) & 0x7f)); // What a Java char can give it.
            }
        }
        if (values instanceof float[] floats && length > 1) {
            floats[0] = Float.intBitsToFloat(0x7f812345);
            floats[1] = -0f;
        } else if (values instanceof double[] doubles && length > 1) {
            doubles[0] = Double.longBitsToDouble(0xfff0_1234_5678_9abcL);
            doubles[1] = -0.0;
        }
        return values;
    }

    /** Value by value where VTK takes no Java array. */
    private static void put(vtkDataArray array, Object values) {
        if (array instanceof vtkFloatArray floats) {
            floats.SetJavaArray((float[]) values);
        } else if (array instanceof vtkDoubleArray doubles) {
            doubles.SetJavaArray((double[]) values);
        } else {
            array.SetNumberOfTuples(Array.getLength(values) / array.GetNumberOfComponents());
            for (int i = 0; i < Array.getLength(values); i++) {
                put(array, i, Array.getLong(values, i));
            }
        }
    }

    private static void put(vtkDataArray array, int i, long value) {
        if (array instanceof vtkBitArray bits) {
            bits.SetValue(i, (int) value);
        } else if (array instanceof vtkCharArray chars) {
            chars.SetValue(i, (char) value);
        } else if (array instanceof vtkSignedCharArray bytes) {
            bytes.SetValue(i, (byte) value);
        } else if (array instanceof vtkLongArray longs) {
            longs.SetValue(i, value);
        } else if (array instanceof vtkUnsignedLongArray longs) {
            longs.SetValue(i, value);
        } else if (array instanceof vtkLongLongArray longs) {
            longs.SetValue(i, value);
        } else if (array instanceof vtkUnsignedLongLongArray longs) {
            longs.SetValue(i, value);
        } else if (array instanceof vtkIdTypeArray ids) {
            ids.SetValue(i, value);
        } else {
            int components = array.GetNumberOfComponents();
            long wrapped = array.GetDataTypeMin() < 0 ? value : value & ((1L << (8 * array.GetDataTypeSize())) - 1);
            array.SetComponent(i / components, i % components, wrapped);
        }
    }

    private void addStrings() {
        if (random.nextBoolean()) {
            vtkStringArray array = new vtkStringArray();
            array.SetName("strings");
            for (int i = random.nextInt(3); i >= 0; i--) {
                strings.add(i == 1 ? "" : "Ω " + random.nextInt());
                array.InsertNextValue(strings.get(strings.size() - 1));
            }
            image.GetFieldData().AddArray(array);
            array.Delete();
        }
    }
}
