package io.vtkhdf.vtk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.vtkhdf.image.Association;
import io.vtkhdf.image.Order;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vtk.vtkDataArray;
import vtk.vtkFieldData;
import vtk.vtkImageData;
import vtk.vtkObject;
import vtk.vtkStringArray;

/** From an image into a file and back into another image, by seeds; one alone with {@code -Dvtkhdf.seed=N}. */
@Tag("vtk")
class VtkRoundTripTest {

    private static final int SEEDS = 150;

    private static final List<Storage> STORAGES = List.of(
            Storage.raw(),
            Storage.fast(),
            Storage.gzip(6).withChunk(ChunkShape.brick()).withChecksum());

    @BeforeAll
    static void load() {
        VtkLibraries.load();
    }

    static LongStream seeds() {
        Long one = Long.getLong("vtkhdf.seed");
        return one == null ? LongStream.range(0, SEEDS) : LongStream.of(one);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyBitReturns(long seed, @TempDir Path directory) throws IOException {
        RandomVtkImage random = new RandomVtkImage(seed);
        Path file = directory.resolve("image.vtkhdf");
        Storage storage = STORAGES.get((int) (seed % STORAGES.size()));
        VtkImages.write(
                random.image, file, WriteOptions.defaults().withStorage(storage).withKeepExtent(true));
        vtkImageData read = VtkImages.read(file);
        assertPlace(random.image, read);
        assertArrays(random, read);
        vtkObject.JAVA_OBJECT_MANAGER.deleteAll();
    }

    private static void assertPlace(vtkImageData image, vtkImageData read) {
        assertArrayEquals(image.GetExtent(), read.GetExtent());
        assertArrayEquals(image.GetOrigin(), read.GetOrigin());
        assertArrayEquals(image.GetSpacing(), read.GetSpacing());
        assertArrayEquals(
                image.GetDirectionMatrix().GetData(), read.GetDirectionMatrix().GetData());
        assertArrayEquals(image.GetBounds(), read.GetBounds());
    }

    private static void assertArrays(RandomVtkImage random, vtkImageData read) {
        for (RandomVtkImage.Given given : random.given) {
            vtkDataArray array = data(read, given.association()).GetArray(given.name());
            assertNotNull(array, given.name());
            assertEquals(given.components(), array.GetNumberOfComponents());
            String label = array.GetComponentName(given.components() - 1);
            assertEquals(given.label(), label == null ? "" : label);
            assertEquals(given.type(), VtkTypes.typeOf(array));
            Object values = given.association() == Association.FIELD
                    ? VtkValues.get(array)
                    : VtkArrays.get(read, given.association(), given.name(), Order.X_FASTEST);
            Bits.assertSame(given.values(), values);
        }
        for (Association association : Association.values()) {
            boolean hasStrings = association == Association.FIELD && !random.strings.isEmpty();
            long count = random.given.stream()
                    .filter(given -> given.association() == association)
                    .count();
            assertEquals(count + (hasStrings ? 1 : 0), data(read, association).GetNumberOfArrays());
        }
        assertActive(random.image, read);
        if (!random.strings.isEmpty()) {
            vtkStringArray strings = (vtkStringArray) read.GetFieldData().GetAbstractArray("strings");
            assertEquals(random.strings.size(), strings.GetNumberOfValues());
            for (int i = 0; i < random.strings.size(); i++) {
                assertEquals(random.strings.get(i), strings.GetValue(i));
            }
        }
    }

    private static void assertActive(vtkImageData image, vtkImageData read) {
        assertEquals(
                name(image.GetPointData().GetScalars()),
                name(read.GetPointData().GetScalars()));
        assertEquals(
                name(image.GetCellData().GetScalars()), name(read.GetCellData().GetScalars()));
    }

    private static String name(vtkDataArray array) {
        return array == null ? null : array.GetName();
    }

    private static vtkFieldData data(vtkImageData image, Association association) {
        return switch (association) {
            case POINT -> image.GetPointData();
            case CELL -> image.GetCellData();
            case FIELD -> image.GetFieldData();
        };
    }
}
