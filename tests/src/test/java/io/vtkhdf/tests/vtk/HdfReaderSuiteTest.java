package io.vtkhdf.tests.vtk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.vtkhdf.tests.Bits;
import io.vtkhdf.tests.ImageScribe;
import io.vtkhdf.tests.OwnReaderJudge;
import io.vtkhdf.tests.RandomArray;
import io.vtkhdf.tests.RandomImage;
import io.vtkhdf.tests.Seeds;
import io.vtkhdf.tests.UnfinishedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vtk.vtkDataArray;
import vtk.vtkImageData;

/** Random images written by us and read by VTK's own reader in this JVM. */
class HdfReaderSuiteTest extends VtkSuite {

    static LongStream seeds() {
        return Seeds.of(300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsWhatWeWrite(long seed) {
        RandomImage image = RandomImage.of(seed, RandomImage.Profile.VTK_9_1);
        Path file = scratch.resolve("image.vtkhdf");
        Seeds.run(image, () -> {
            ImageScribe.write(image, file);
            judge(image, image.arrays(), file);
        });
    }

    static LongStream seedsOfUnfinished() {
        return Seeds.of(100);
    }

    @ParameterizedTest
    @MethodSource("seedsOfUnfinished")
    void readsWhatIsThereOfUnfinishedFiles(long seed) {
        RandomImage image = RandomImage.of(seed, RandomImage.Profile.VTK_9_1);
        Path file = scratch.resolve("unfinished.vtkhdf");
        Seeds.run(image, () -> judge(image, UnfinishedImage.write(image, file), file));
    }

    private static void judge(RandomImage image, List<RandomArray> arrays, Path file) {
        vtkImageData found = VtkFiles.readHdf(file);
        OwnReaderJudge.requireSame(image.storedGeometry(), VtkFiles.geometry(found));
        assertEquals(arrays.size(), found.GetPointData().GetNumberOfArrays(), "number of arrays");
        for (RandomArray array : arrays) {
            judge(array, found.GetPointData().GetArray(array.storedName()));
        }
    }

    private static void judge(RandomArray array, vtkDataArray found) {
        assertNotNull(found, () -> array + " is missing");
        assertEquals(array.spec().type(), VtkValues.type(found), () -> "type of " + array);
        assertEquals(array.spec().components(), found.GetNumberOfComponents(), () -> "components of " + array);
        Bits.requireEqual(array.bytes(), VtkValues.bytes(found), array.toString());
    }
}
