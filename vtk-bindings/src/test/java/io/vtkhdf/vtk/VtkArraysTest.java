package io.vtkhdf.vtk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vtk.vtkBitArray;
import vtk.vtkCharArray;
import vtk.vtkDataArray;
import vtk.vtkDoubleArray;
import vtk.vtkIdTypeArray;
import vtk.vtkImageData;
import vtk.vtkLongLongArray;
import vtk.vtkShortArray;
import vtk.vtkStringArray;
import vtk.vtkUnsignedLongLongArray;

@Tag("vtk")
class VtkArraysTest {

    @BeforeAll
    static void load() {
        VtkLibraries.load();
    }

    private final vtkImageData image = new vtkImageData();

    @TempDir
    Path directory;

    @AfterEach
    void delete() {
        image.Delete();
    }

    @ParameterizedTest
    @EnumSource
    void everyBitOfEveryTypeReturns(ScalarType type) {
        image.SetDimensions(3, 4, 5);
        ArraySpec spec = ArraySpec.cell("a b", type).withComponents(2);
        Object values = Bits.random(type, 2 * 3 * 4 * 2, 1);
        VtkArrays.set(image, spec, values, Order.X_FASTEST);
        assertEquals(type, VtkTypes.typeOf(image.GetCellData().GetArray("a b")));
        Bits.assertSame(values, VtkArrays.get(image, Association.CELL, "a b", Order.X_FASTEST));
    }

    @ParameterizedTest
    @EnumSource
    void vtkSeesTheValueThatTheTypeMeans(ScalarType type) {
        image.SetDimensions(2, 1, 1);
        Object values = type.newArray(2);
        Array.setByte(values, 0, (byte) -5);
        Array.setByte(values, 1, (byte) 100);
        VtkArrays.set(image, ArraySpec.point("a", type), values, Order.X_FASTEST);
        vtkDataArray array = image.GetPointData().GetArray("a");
        assertEquals(type.doubleAt(values, 0), array.GetTuple1(0));
        assertEquals(100, array.GetTuple1(1));
    }

    @Test
    void cOrderIsThatOfAnArrayIndexedXyz() {
        image.SetExtent(-1, 0, 5, 7, 2, 5);
        int[] cOrder = new int[2 * 3 * 4 * 3];
        for (int i = 0; i < cOrder.length; i++) {
            cOrder[i] = i;
        }
        ArraySpec spec = ArraySpec.point("a", ScalarType.INT32).withComponents(3);
        VtkArrays.set(image, spec, cOrder, Order.X_SLOWEST);
        // Point 1, 0, 2 of 2 x 3 x 4.
        assertEquals(
                ((1 * 3 + 0) * 4 + 2) * 3, image.GetPointData().GetArray("a").GetTuple3((2 * 3 + 0) * 2 + 1)[0]);
        assertArrayEquals(cOrder, (int[]) VtkArrays.get(image, Association.POINT, "a", Order.X_SLOWEST));
    }

    @Test
    void spareCapacityIsNotRead() {
        image.SetDimensions(5, 1, 1);
        vtkShortArray array = new vtkShortArray();
        array.SetName("a");
        for (short i = 0; i < 5; i++) {
            array.InsertNextValue(i);
        }
        assertTrue(array.GetSize() > 5);
        image.GetPointData().AddArray(array);
        array.Delete();
        assertArrayEquals(
                new short[] {0, 1, 2, 3, 4}, (short[]) VtkArrays.get(image, Association.POINT, "a", Order.X_FASTEST));
    }

    @Test
    void charsAndIdsAreIntegers() {
        image.SetDimensions(1, 1, 1);
        add(new vtkCharArray(), "char", -7);
        add(new vtkIdTypeArray(), "id", 1L << 40);
        assertArrayEquals(new byte[] {-7}, (byte[]) VtkArrays.get(image, Association.POINT, "char", Order.X_FASTEST));
        assertArrayEquals(
                new long[] {1L << 40}, (long[]) VtkArrays.get(image, Association.POINT, "id", Order.X_FASTEST));
    }

    @Test
    void integersWithoutAJavaArrayKeepEveryBit() {
        image.SetDimensions(3, 1, 1);
        long[] values = {Long.MIN_VALUE, -1, 0, 1, (1L << 53) + 1, Long.MAX_VALUE};
        vtkIdTypeArray ids = new vtkIdTypeArray();
        vtkLongLongArray signed = new vtkLongLongArray();
        vtkUnsignedLongLongArray unsigned = new vtkUnsignedLongLongArray();
        for (vtkDataArray array : new vtkDataArray[] {ids, signed, unsigned}) {
            array.SetNumberOfComponents(2);
            array.SetNumberOfTuples(3);
        }
        for (int i = 0; i < values.length; i++) {
            ids.SetValue(i, values[i]);
            signed.SetValue(i, values[i]);
            unsigned.SetValue(i, values[i]);
        }
        for (vtkDataArray array : new vtkDataArray[] {ids, signed, unsigned}) {
            array.SetName(array.GetClassName());
            image.GetPointData().AddArray(array);
            assertArrayEquals(
                    values, (long[]) VtkArrays.get(image, Association.POINT, array.GetClassName(), Order.X_FASTEST));
            array.Delete();
        }
    }

    @Test
    void longLongsAreWrittenOneByOneWhereLongsAreShort() {
        long[] values = {Long.MIN_VALUE, -1, 0, 1, (1L << 53) + 1, Long.MAX_VALUE};
        for (vtkDataArray array : new vtkDataArray[] {new vtkLongLongArray(), new vtkUnsignedLongLongArray()}) {
            array.SetNumberOfComponents(3);
            VtkValues.put(array, values);
            assertEquals(2, array.GetNumberOfTuples());
            assertArrayEquals(values, (long[]) VtkValues.get(array));
            array.Delete();
        }
    }

    @Test
    void bitsAreBytes() {
        image.SetDimensions(11, 1, 1);
        vtkBitArray bits = new vtkBitArray();
        bits.SetName("bits");
        byte[] values = {1, 0, 1, 1, 0, 0, 0, 1, 0, 1, 1};
        for (byte value : values) {
            bits.InsertNextValue(value);
        }
        image.GetPointData().AddArray(bits);
        bits.Delete();
        assertArrayEquals(values, (byte[]) VtkArrays.get(image, Association.POINT, "bits", Order.X_FASTEST));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        image.SetDimensions(2, 2, 2);
        add(new vtkShortArray(), "short", 1);
        assertRefused("1 tuples, expected 8", () -> VtkArrays.get(image, Association.POINT, "short", Order.X_FASTEST));
        assertRefused("no array 'a'", () -> VtkArrays.get(image, Association.CELL, "a", Order.X_FASTEST));
        ArraySpec spec = ArraySpec.point("a", ScalarType.INT16);
        assertRefused("7 values, expected 8", () -> VtkArrays.set(image, spec, new short[7], Order.X_FASTEST));
        assertRefused("found int[]", () -> VtkArrays.set(image, spec, new int[8], Order.X_FASTEST));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aFlatAxisHasOneCell(int axis) {
        int[] points = {3, 4, 5};
        points[axis] = 1;
        image.SetDimensions(points);
        Object values = Bits.random(ScalarType.FLOAT32, image.GetNumberOfCells(), 2);
        VtkArrays.set(image, ArraySpec.cell("a", ScalarType.FLOAT32), values, Order.X_SLOWEST);
        Bits.assertSame(values, VtkArrays.get(image, Association.CELL, "a", Order.X_SLOWEST));
    }

    @ParameterizedTest
    @EnumSource
    void numbersOfFieldDataReturnAndVtkSeesThem(ScalarType type) {
        image.SetDimensions(2, 3, 4);
        Object values = type.newArray(6);
        for (int i = 0; i < 6; i++) {
            Array.setByte(values, i, (byte) (20 * i));
        }
        for (String name : List.of("field", "of a cell, too")) {
            VtkArrays.set(image, ArraySpec.cell("of a cell, too", type), type.newArray(6), Order.X_FASTEST);
            VtkArrays.setField(
                    image, FieldArray.ofNumbers(name, type, 2, values).withComponentNames(List.of("mean", "error")));

            vtkDataArray array = image.GetFieldData().GetArray(name);
            assertEquals(3, array.GetNumberOfTuples());
            for (int i = 0; i < 3; i++) {
                assertArrayEquals(new double[] {40 * i, 40 * i + 20}, array.GetTuple2(i));
            }
            assertEquals("error", array.GetComponentName(1));

            FieldArray found = VtkArrays.getField(image, name);
            assertEquals(type, found.asNumbers().type());
            assertEquals(List.of("mean", "error"), found.componentNames());
            Bits.assertSame(values, found.asNumbers().values());
            for (Order order : Order.values()) {
                Bits.assertSame(values, VtkArrays.get(image, Association.FIELD, name, order));
            }
        }
    }

    @Test
    void fieldDataThatVtkHasMadeAreRead() {
        vtkDoubleArray time = new vtkDoubleArray();
        time.SetName("TimeValue");
        time.InsertNextValue(0.25);
        image.GetFieldData().AddArray(time);
        time.Delete();
        assertArrayEquals(
                new double[] {0.25}, (double[]) VtkArrays.get(image, Association.FIELD, "TimeValue", Order.X_SLOWEST));

        vtkStringArray units = new vtkStringArray();
        units.SetName("units");
        units.InsertNextValue("µm");
        units.InsertNextValue("");
        image.GetFieldData().AddArray(units);
        units.Delete();
        assertEquals(
                List.of("µm", ""),
                VtkArrays.getField(image, "units").asStrings().values());
        assertRefused(
                "'units': found strings, expected numbers",
                () -> VtkArrays.get(image, Association.FIELD, "units", Order.X_FASTEST));
    }

    @Test
    void stringsOfFieldDataReturnAndVtkSeesThem() {
        VtkArrays.setField(image, FieldArray.ofStrings("units", List.of("a", "b")));
        List<String> strings = List.of("mm", "", "µm", "三");
        VtkArrays.setField(image, FieldArray.ofStrings("units", strings));
        assertEquals(1, image.GetFieldData().GetNumberOfArrays());
        vtkStringArray array = (vtkStringArray) image.GetFieldData().GetAbstractArray("units");
        assertEquals(4, array.GetNumberOfTuples());
        assertEquals("µm", array.GetValue(2));
        assertEquals(strings, VtkArrays.getField(image, "units").asStrings().values());
    }

    @Test
    void whatFieldDataLackIsNotSoughtElsewhere() {
        image.SetDimensions(2, 1, 1);
        VtkArrays.set(image, ArraySpec.point("a", ScalarType.INT8), new byte[2], Order.X_FASTEST);
        VtkArrays.set(image, ArraySpec.cell("a", ScalarType.INT8), new byte[1], Order.X_FASTEST);
        for (Executable get : List.<Executable>of(
                () -> VtkArrays.getField(image, "a"),
                () -> VtkArrays.get(image, Association.FIELD, "a", Order.X_FASTEST))) {
            assertEquals(
                    "no array 'a' in the image's FieldData",
                    assertThrows(IllegalArgumentException.class, get).getMessage());
        }
    }

    /** On one image each, as each of the adapter's methods is given one. */
    @ParameterizedTest
    @ValueSource(strings = {"null", "deleted", "empty"})
    void anImageThatIsNoneIsRefused(String state) throws IOException {
        vtkImageData none = state.equals("null") ? null : new vtkImageData();
        if (state.equals("deleted")) {
            none.Delete();
        }
        String expected =
                switch (state) {
                    case "null" -> "found null, expected a vtkImageData";
                    case "deleted" -> "found a vtkImageData that was deleted, expected one that is there";
                    default ->
                        "found an empty vtkImageData, of the extent [0, -1, 0, -1, 0, -1],"
                                + " expected at least one point along each axis";
                };
        Path file = directory.resolve("image.vtkhdf");
        FieldArray field = FieldArray.of("f", 1);
        List<Executable> calls = new ArrayList<>(List.of(
                () -> VtkImages.geometry(none),
                () -> VtkImages.write(none, file),
                () -> VtkImages.write(none, file, WriteOptions.defaults().withOverwrite(true)),
                () -> VtkArrays.get(none, Association.POINT, "a", Order.X_FASTEST),
                () -> VtkArrays.set(none, ArraySpec.point("a", ScalarType.INT8), new byte[1], Order.X_FASTEST)));
        if (!state.equals("empty")) {
            calls.add(() -> VtkArrays.getField(none, "f"));
            calls.add(() -> VtkArrays.setField(none, field));
        }
        try (ImageDataWriter writer =
                ImageDataWriter.create(directory.resolve("other.vtkhdf"), ImageGeometry.of(1, 1, 1))) {
            calls.add(() -> VtkImages.write(none, writer));
            for (Executable call : calls) {
                assertEquals(
                        expected,
                        assertThrows(IllegalArgumentException.class, call).getMessage());
            }
            writer.abort();
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(), files.toList());
        }
        if (state.equals("empty")) {
            none.Delete();
        }
    }

    private void add(vtkDataArray array, String name, double value) {
        array.SetName(name);
        array.InsertNextTuple1(value);
        image.GetPointData().AddArray(array);
        array.Delete();
    }

    private static void assertRefused(String part, Runnable action) {
        String message =
                assertThrows(IllegalArgumentException.class, action::run).getMessage();
        assertTrue(message.contains(part), message);
    }
}
