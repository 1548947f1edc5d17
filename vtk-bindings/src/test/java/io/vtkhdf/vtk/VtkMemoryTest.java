package io.vtkhdf.vtk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vtk.vtkDataArray;
import vtk.vtkImageData;
import vtk.vtkObject;
import vtk.vtkPointData;

/** What is left behind: nothing. */
@Tag("vtk")
class VtkMemoryTest {

    private static final int TIMES = 100;

    @BeforeAll
    static void load() {
        VtkLibraries.load();
    }

    @TempDir
    Path directory;

    /**
     * What VTK still refers to stays when its Java object is deleted: so each native object that the image and the file
     * lead to is watched until it is gone.
     */
    @Test
    void nothingIsLeftBehind() throws IOException {
        int objects = vtkObject.JAVA_OBJECT_MANAGER.getSize();
        for (int i = 0; i < TIMES; i++) {
            writeAndRead();
            assertEquals(objects, vtkObject.JAVA_OBJECT_MANAGER.getSize());
        }
    }

    private void writeAndRead() throws IOException {
        Path file = directory.resolve("image.vtkhdf");
        vtkImageData image = new vtkImageData();
        image.SetDimensions(7, 6, 5);
        ArraySpec spec = ArraySpec.point("a", ScalarType.FLOAT32).withComponents(2);
        VtkArrays.set(image, spec, new float[2 * 7 * 6 * 5], Order.X_FASTEST);
        Deaths replaced = new Deaths();
        replaced.watch(image.GetPointData().GetArray("a"));
        VtkArrays.set(image, spec, new float[2 * 7 * 6 * 5], Order.X_FASTEST);
        replaced.assertAll();
        VtkArrays.set(image, ArraySpec.cell("b", ScalarType.INT8), new byte[6 * 5 * 4], Order.X_SLOWEST);
        VtkArrays.setField(image, FieldArray.of("c", 1.5));
        VtkArrays.setField(image, FieldArray.ofStrings("d", List.of("e")));
        VtkImages.write(image, file, WriteOptions.defaults().withOverwrite(true));
        VtkArrays.get(image, Association.POINT, "a", Order.X_SLOWEST);
        VtkArrays.getField(image, "d");
        deleteAll(VtkImages.read(file));
        try (ImageSeriesWriter series = ImageSeriesWriter.create(
                file,
                VtkImages.geometry(image),
                TimeAxis.growing(),
                WriteOptions.defaults().withOverwrite(true))) {
            VtkImages.write(image, series, 1);
            VtkImages.write(image, series, 2);
            series.finish();
        }
        deleteAll(image);
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            deleteAll(VtkImages.read(reader, 1));
        }
    }

    /** With its arrays, two of points and cells and two of the field data. */
    private static void deleteAll(vtkImageData image) {
        Deaths deaths = new Deaths();
        deaths.watch(image.GetPointData().GetArray("a"));
        deaths.watch(image.GetCellData().GetArray("b"));
        deaths.watch(image.GetFieldData().GetArray("c"));
        deaths.watch(image.GetFieldData().GetAbstractArray("d"));
        deaths.watch(image.GetPointData());
        deaths.watch(image.GetCellData());
        deaths.watch(image.GetFieldData());
        deaths.assertNone();
        deaths.watch(image);
        deaths.assertAll();
    }

    /** Native objects, and how many of them have been destroyed. */
    private static final class Deaths {
        private int watched;
        private int count;

        /** Deletes the Java object. */
        void watch(vtkObject object) {
            object.AddObserver("DeleteEvent", this, "count");
            watched++;
            object.Delete();
        }

        @SuppressWarnings("unused") // VTK calls it.
        public void count() {
            count++;
        }

        void assertNone() {
            assertEquals(0, count);
        }

        void assertAll() {
            assertEquals(watched, count);
        }
    }

    @Test
    void nothingIsLeftBehindByFailures() throws IOException {
        Path file = directory.resolve("image.vtkhdf");
        vtkImageData image = new vtkImageData();
        image.SetDimensions(5, 4, 3);
        int objects = vtkObject.JAVA_OBJECT_MANAGER.getSize();
        assertThrows(
                IllegalArgumentException.class, () -> VtkArrays.get(image, Association.POINT, "a", Order.X_FASTEST));
        ArraySpec spec = ArraySpec.point("a", ScalarType.FLOAT32);
        assertThrows(IllegalArgumentException.class, () -> VtkArrays.set(image, spec, new float[1], Order.X_FASTEST));
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(1, 1, 1))) {
            assertThrows(IllegalArgumentException.class, () -> VtkImages.write(image, writer));
            writer.abort();
        }
        VtkImages.write(image, file);
        truncate(file);
        assertThrows(IOException.class, () -> VtkImages.read(file));
        assertEquals(objects, vtkObject.JAVA_OBJECT_MANAGER.getSize());
        image.Delete();
    }

    private static void truncate(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    }

    /** The caller may hold the Java objects of the image's data, and go on using them. */
    @Test
    void theCallersObjectsStayUsable() throws IOException {
        vtkImageData image = new vtkImageData();
        image.SetDimensions(2, 2, 2);
        vtkPointData data = image.GetPointData();
        VtkArrays.set(image, ArraySpec.point("a", ScalarType.INT32), new int[8], Order.X_FASTEST);
        assertSame(data, image.GetPointData());
        vtkDataArray array = data.GetArray("a");
        image.GetPointData().SetActiveScalars("a");
        VtkImages.write(image, directory.resolve("image.vtkhdf"));
        VtkArrays.get(image, Association.POINT, "a", Order.X_FASTEST);
        VtkArrays.set(image, ArraySpec.point("b", ScalarType.INT32), new int[8], Order.X_FASTEST);
        assertSame(data, image.GetPointData());
        assertSame(array, data.GetScalars());
        assertEquals(8, array.GetNumberOfTuples());
        assertEquals(2, data.GetNumberOfArrays());
        image.Delete();
    }
}
