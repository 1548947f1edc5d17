package io.vtkhdf.vtk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.compat.VtkRelease;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vtk.vtkFieldData;
import vtk.vtkImageData;
import vtk.vtkShortArray;
import vtk.vtkStringArray;
import vtk.vtkUnsignedIntArray;

@Tag("vtk")
class VtkImagesTest {

    @BeforeAll
    static void load() {
        VtkLibraries.load();
    }

    @TempDir
    Path directory;

    private final vtkImageData image = new vtkImageData();

    @AfterEach
    void delete() {
        image.Delete();
    }

    @Test
    void arraysOfAllTypesReturn() throws IOException {
        image.SetDimensions(4, 3, 2);
        for (ScalarType type : ScalarType.values()) {
            set(ArraySpec.point(type.vtkName(), type));
            set(ArraySpec.cell(type.vtkName(), type).withComponents(3));
        }
        vtkImageData read = roundTrip(WriteOptions.defaults().withStorage(Storage.fast()));
        for (ScalarType type : ScalarType.values()) {
            assertSameArray(read, Association.POINT, type.vtkName());
            assertSameArray(read, Association.CELL, type.vtkName());
        }
        assertEquals(10, read.GetPointData().GetNumberOfArrays());
        assertEquals(10, read.GetCellData().GetNumberOfArrays());
        read.Delete();
    }

    @Test
    void slicesThatAnEarlierRunHasLeftStay() throws IOException {
        image.SetDimensions(4, 3, 5);
        ArraySpec spec = ArraySpec.point("a", ScalarType.FLOAT32);
        set(spec);
        WriteOptions resume = WriteOptions.defaults().withResume(true);
        Path file = directory.resolve("image.vtkhdf");
        try (ImageDataWriter killed = ImageDataWriter.create(file, VtkImages.geometry(image), resume)) {
            float[] slice = new float[12];
            Arrays.fill(slice, -7);
            killed.createArray(spec).writeSlice(2, slice);
            killed.abort();
        }
        vtkImageData read = roundTrip(resume);
        float[] expected = (float[]) VtkArrays.get(image, Association.POINT, "a", Order.X_FASTEST);
        Arrays.fill(expected, 24, 36, -7);
        assertArrayEquals(expected, (float[]) VtkArrays.get(read, Association.POINT, "a", Order.X_FASTEST));
        read.Delete();
    }

    @Test
    void arraysLongerThanAStepReturn() throws IOException {
        image.SetDimensions(200, 300, 50);
        set(ArraySpec.point("a", ScalarType.FLOAT64));
        vtkImageData read = roundTrip(WriteOptions.defaults());
        assertSameArray(read, Association.POINT, "a");
        read.Delete();
    }

    @Test
    void thePlaceReturns() throws IOException {
        image.SetExtent(-2, 3, 5, 6, 0, 4);
        image.SetOrigin(1, -2, 3.5);
        image.SetSpacing(0.5, 2, 1e-3);
        image.SetDirectionMatrix(0, -1, 0, 1, 0, 0, 0, 0, 1);
        ImageGeometry geometry = VtkImages.geometry(image);
        assertEquals(new Extent(-2, 3, 5, 6, 0, 4), geometry.extent());
        vtkImageData zeroBased = roundTrip(WriteOptions.defaults());
        assertEquals(geometry.zeroBased(), VtkImages.geometry(zeroBased));
        assertArrayEquals(image.GetBounds(), zeroBased.GetBounds(), 1e-12);
        zeroBased.Delete();
        vtkImageData kept =
                roundTrip(WriteOptions.defaults().withOverwrite(true).withKeepExtent(true));
        assertEquals(geometry, VtkImages.geometry(kept));
        kept.Delete();
    }

    @Test
    void fieldsReturn() throws IOException {
        image.SetDimensions(1, 1, 1);
        addFields(image.GetFieldData());
        vtkImageData read = roundTrip(WriteOptions.defaults());
        vtkFieldData fields = read.GetFieldData();
        assertEquals(3, fields.GetNumberOfArrays());
        vtkUnsignedIntArray numbers = (vtkUnsignedIntArray) fields.GetArray("numbers");
        assertEquals(2, numbers.GetNumberOfComponents());
        assertArrayEquals(new int[] {-1, 2, 3, 4}, numbers.GetJavaArray());
        assertEquals(0, fields.GetArray("none").GetNumberOfTuples());
        vtkStringArray strings = (vtkStringArray) fields.GetAbstractArray("strings");
        assertEquals(2, strings.GetNumberOfValues());
        assertEquals("", strings.GetValue(0));
        assertEquals("µm per voxel", strings.GetValue(1));
        read.Delete();
    }

    private static void addFields(vtkFieldData fields) {
        vtkUnsignedIntArray numbers = new vtkUnsignedIntArray();
        numbers.SetName("numbers");
        numbers.SetNumberOfComponents(2);
        numbers.SetJavaArray(new int[] {-1, 2, 3, 4});
        fields.AddArray(numbers);
        vtkUnsignedIntArray none = new vtkUnsignedIntArray();
        none.SetName("none");
        fields.AddArray(none);
        vtkStringArray strings = new vtkStringArray();
        strings.SetName("strings");
        strings.InsertNextValue("");
        strings.InsertNextValue("µm per voxel");
        fields.AddArray(strings);
    }

    @Test
    void activeArraysReturn() throws IOException {
        image.SetDimensions(2, 2, 2);
        set(ArraySpec.point("a", ScalarType.FLOAT32));
        set(ArraySpec.point("b", ScalarType.FLOAT32).withComponents(3));
        set(ArraySpec.cell("c", ScalarType.FLOAT32));
        image.GetPointData().SetActiveVectors("b");
        image.GetCellData().SetActiveScalars("c");
        vtkImageData read = roundTrip(WriteOptions.defaults());
        assertEquals("b", read.GetPointData().GetVectors().GetName());
        assertEquals("c", read.GetCellData().GetScalars().GetName());
        assertNull(read.GetPointData().GetScalars());
        read.Delete();
    }

    @Test
    void anArrayMayHaveSeveralRolesAndIdsKeepTheirs() throws IOException {
        image.SetDimensions(2, 2, 2);
        set(ArraySpec.point("b", ScalarType.FLOAT32).withComponents(3));
        set(ArraySpec.point("ids", ScalarType.INT64));
        image.GetPointData().SetActiveVectors("b");
        image.GetPointData().SetActiveNormals("b");
        image.GetPointData().SetActiveGlobalIds("ids");
        image.GetPointData().SetActivePedigreeIds("ids");
        vtkImageData read = roundTrip(WriteOptions.defaults());
        assertSameArray(read, Association.POINT, "ids");
        assertEquals("b", read.GetPointData().GetVectors().GetName());
        assertEquals("b", read.GetPointData().GetNormals().GetName());
        assertEquals("ids", read.GetPointData().GetGlobalIds().GetName());
        assertEquals("ids", read.GetPointData().GetPedigreeIds().GetName());
        assertNull(read.GetPointData().GetScalars());
        assertEquals("b", image.GetPointData().GetNormals().GetName());
        read.Delete();
    }

    @Test
    void arraysThatCannotBeWrittenAreNamed() throws IOException {
        image.SetDimensions(2, 1, 1);
        vtkStringArray strings = new vtkStringArray();
        strings.SetName("words");
        strings.InsertNextValue("a");
        strings.InsertNextValue("b");
        image.GetPointData().AddArray(strings);
        assertRefused("'words' is a vtkStringArray", ImageGeometry.of(2, 1, 1));
        image.GetPointData().RemoveArray("words");
        strings.SetNumberOfComponents(2);
        image.GetFieldData().AddArray(strings);
        assertRefused("'words': found strings of 2 components", ImageGeometry.of(2, 1, 1));
    }

    @Test
    void arraysThatCannotBeWrittenLeaveNoFile() {
        image.SetDimensions(2, 2, 2);
        image.GetPointData().AddArray(new vtkShortArray());
        Path file = directory.resolve("none.vtkhdf");
        assertThrows(IllegalArgumentException.class, () -> VtkImages.write(image, file));
        assertEquals(0, directory.toFile().list().length);
    }

    @Test
    void whatDoesNotFitIsRefused() throws IOException {
        image.SetDimensions(2, 2, 2);
        assertRefused("2 x 2 x 2 points, the writer's 2 x 2 x 3", ImageGeometry.of(2, 2, 3));
        vtkShortArray array = new vtkShortArray();
        image.GetPointData().AddArray(array);
        assertRefused("a vtkShortArray has no name", ImageGeometry.of(2, 2, 2));
        array.SetName("a");
        assertRefused("0 tuples, expected 8", ImageGeometry.of(2, 2, 2));
    }

    @Test
    void whatIsRefusedLeavesAnEarlierFileAlone() throws IOException {
        Path file = Files.writeString(directory.resolve("image.vtkhdf"), "precious");
        WriteOptions inPlace = WriteOptions.defaults().withInPlace(true).withOverwrite(true);
        image.SetDimensions(2, 2, 2);
        set(ArraySpec.point("good", ScalarType.UINT8));
        set(ArraySpec.point("a/b", ScalarType.UINT8));
        set(ArraySpec.point("a.b", ScalarType.UINT8));
        assertThrows(IllegalArgumentException.class, () -> VtkImages.write(image, file, inPlace));
        image.GetPointData().RemoveArray("a.b");
        vtkStringArray strings = new vtkStringArray();
        strings.SetName("pairs");
        strings.SetNumberOfComponents(2);
        image.GetFieldData().AddArray(strings);
        assertThrows(IllegalArgumentException.class, () -> VtkImages.write(image, file, inPlace));
        image.GetFieldData().RemoveArray("pairs");
        set(ArraySpec.cell("c", ScalarType.UINT8));
        WriteOptions old = inPlace.withOldestReader(VtkRelease.VTK_9_1);
        assertThrows(UnsupportedFileException.class, () -> VtkImages.write(image, file, old));
        assertEquals("precious", Files.readString(file));
        VtkImages.write(image, file, inPlace);
        ImageDataReader.open(file).close();
    }

    private void assertRefused(String part, ImageGeometry geometry) throws IOException {
        ImageDataWriter writer = ImageDataWriter.create(directory.resolve("refused.vtkhdf"), geometry);
        String message = assertThrows(IllegalArgumentException.class, () -> VtkImages.write(image, writer))
                .getMessage();
        assertTrue(message.contains(part), message);
        writer.abort();
    }

    private void set(ArraySpec spec) {
        long values = VtkImages.geometry(image).dimensions(spec.association()).count() * spec.components();
        VtkArrays.set(image, spec, Bits.random(spec.type(), values, spec.name().hashCode()), Order.X_FASTEST);
    }

    private vtkImageData roundTrip(WriteOptions options) throws IOException {
        Path file = directory.resolve("image.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(file, VtkImages.geometry(image), options)) {
            VtkImages.write(image, writer);
            writer.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            return VtkImages.read(reader);
        }
    }

    private void assertSameArray(vtkImageData read, Association association, String name) {
        Bits.assertSame(
                VtkArrays.get(image, association, name, Order.X_FASTEST),
                VtkArrays.get(read, association, name, Order.X_FASTEST));
    }
}
