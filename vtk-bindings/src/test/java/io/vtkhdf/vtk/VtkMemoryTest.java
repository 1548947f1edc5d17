package io.vtkhdf.vtk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.ArraySpec;
import io.vtkhdf.Association;
import io.vtkhdf.FieldArray;
import io.vtkhdf.ImageGeometry;
import io.vtkhdf.Order;
import io.vtkhdf.ScalarType;
import io.vtkhdf.VtkhdfWriter;
import io.vtkhdf.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final int TIMES = 1000;
    private static final int MOST_MIB = 64;

    @BeforeAll
    static void load() {
        VtkLibraries.load();
    }

    @TempDir
    Path directory;

    /** An image is 1 MiB, so that what stays in memory a thousand times is seen. */
    @Test
    void nothingIsLeftBehind() throws IOException {
        int objects = vtkObject.JAVA_OBJECT_MANAGER.getSize();
        long before = 0;
        for (int i = 0; i < TIMES; i++) {
            if (i == TIMES / 10) {
                before = residentMib();
            }
            once();
            assertEquals(objects, vtkObject.JAVA_OBJECT_MANAGER.getSize());
        }
        long grown = residentMib() - before;
        assertTrue(grown < MOST_MIB, "grew by " + grown + " MiB");
    }

    private void once() throws IOException {
        Path file = directory.resolve("image.vtkhdf");
        vtkImageData image = new vtkImageData();
        image.SetDimensions(65, 64, 31);
        ArraySpec spec = ArraySpec.point("a", ScalarType.FLOAT32).withComponents(2);
        VtkArrays.set(image, spec, new float[2 * 65 * 64 * 31], Order.X_FASTEST);
        VtkArrays.set(image, ArraySpec.cell("b", ScalarType.INT8), new byte[64 * 63 * 30], Order.X_SLOWEST);
        try (VtkhdfWriter writer = VtkhdfWriter.create(
                file, VtkImages.geometry(image), WriteOptions.defaults().overwrite())) {
            VtkImages.write(image, writer);
            writer.writeField(FieldArray.ofStrings("c", java.util.List.of("d")));
            writer.finish();
        }
        image.Delete();
        vtkImageData read = VtkImages.read(file);
        VtkArrays.get(read, Association.POINT, "a", Order.X_SLOWEST);
        read.Delete();
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
        try (VtkhdfWriter writer = VtkhdfWriter.create(file, ImageGeometry.of(1, 1, 1))) {
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

    private static long residentMib() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        throw new AssertionError("no VmRSS in /proc/self/status");
    }
}
