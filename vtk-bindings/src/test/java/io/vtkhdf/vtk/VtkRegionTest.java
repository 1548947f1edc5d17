package io.vtkhdf.vtk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vtk.vtkExtractVOI;
import vtk.vtkImageData;
import vtk.vtkObject;

/** Parts of an image, judged by VTK's own filter for parts. */
@Tag("vtk")
class VtkRegionTest {

    private static final int[] EXTENT = {-3, 9, 0, 10, 5, 70};

    @BeforeAll
    static void load() {
        VtkLibraries.load("CommonExecutionModel", "ImagingCore");
    }

    @TempDir
    Path directory;

    private Path file;
    private vtkImageData whole;

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("image.vtkhdf");
        whole = new vtkImageData();
        whole.SetExtent(EXTENT);
        whole.SetOrigin(1, 2, 3);
        whole.SetSpacing(0.5, 0.25, 2);
        for (String name : new String[] {"a", "b"}) {
            set(ArraySpec.point(name, ScalarType.INT64));
            set(ArraySpec.cell(name, ScalarType.FLOAT32).withComponents(3));
        }
        whole.GetPointData().SetActiveScalars("a");
        Storage storage = Storage.fast().withChunk(ChunkShape.brick());
        VtkImages.write(
                whole, file, WriteOptions.defaults().withStorage(storage).withKeepExtent(true));
    }

    private void set(ArraySpec spec) {
        long values = VtkImages.geometry(whole).dimensions(spec.association()).count() * spec.components();
        VtkArrays.set(whole, spec, Bits.random(spec.type(), values, spec.hashCode()), Order.X_FASTEST);
    }

    @Test
    void regionsAreWhatVtkExtracts() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            for (int i = 0; i < 60; i++) {
                Region region = region(random, reader.geometry().dimensions());
                vtkImageData expected = extract(region);
                vtkImageData part = VtkImages.read(reader, region, array -> true);
                assertArrayEquals(expected.GetExtent(), part.GetExtent());
                assertArrayEquals(expected.GetBounds(), part.GetBounds());
                for (String name : new String[] {"a", "b"}) {
                    assertSame(expected, part, Association.POINT, name);
                    assertSame(expected, part, Association.CELL, name);
                }
                assertEquals("a", part.GetPointData().GetScalars().GetName());
            }
        }
        vtkObject.JAVA_OBJECT_MANAGER.deleteAll();
    }

    private static Region region(SplittableRandom random, Dimensions all) {
        int[] from = new int[3];
        int[] size = new int[3];
        int[] lengths = {all.x(), all.y(), all.z()};
        for (int axis = 0; axis < 3; axis++) {
            from[axis] = random.nextInt(lengths[axis]);
            size[axis] = 1 + random.nextInt(lengths[axis] - from[axis]);
        }
        return new Region(from[0], from[1], from[2], new Dimensions(size[0], size[1], size[2]));
    }

    private vtkImageData extract(Region region) {
        vtkExtractVOI filter = new vtkExtractVOI();
        filter.SetInputData(whole);
        int x = EXTENT[0] + region.x();
        int y = EXTENT[2] + region.y();
        int z = EXTENT[4] + region.z();
        Dimensions size = region.size();
        filter.SetVOI(x, x + size.x() - 1, y, y + size.y() - 1, z, z + size.z() - 1);
        filter.Update();
        return filter.GetOutput();
    }

    private static void assertSame(vtkImageData expected, vtkImageData actual, Association association, String name) {
        Bits.assertSame(
                VtkArrays.get(expected, association, name, Order.X_FASTEST),
                VtkArrays.get(actual, association, name, Order.X_FASTEST));
    }

    @Test
    void onlyChosenArraysAreRead() throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            Region all = Region.all(reader.geometry().dimensions());
            vtkImageData part = VtkImages.read(
                    reader,
                    all,
                    array -> array.association() == Association.CELL
                            && array.name().equals("b"));
            assertEquals(0, part.GetPointData().GetNumberOfArrays());
            assertEquals(1, part.GetCellData().GetNumberOfArrays());
            assertSame(whole, part, Association.CELL, "b");
        }
    }

    @Test
    void aRegionBeyondTheImageIsRefused() throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            Region beyond = new Region(0, 0, 1, reader.geometry().dimensions());
            String message = assertThrows(
                            IllegalArgumentException.class, () -> VtkImages.read(reader, beyond, array -> true))
                    .getMessage();
            assertEquals("the region 13 x 11 x 66 at 0, 0, 1 is not inside the image of 13 x 11 x 66", message);
        }
    }
}
