package io.vtkhdf.vtk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vtk.vtkImageData;
import vtk.vtkUnsignedCharArray;

/**
 * More than 2^31 values: 5 GB of memory and 2.5 GB of disk, so it runs only when asked for, with
 * {@code -Dvtkhdf.groups=huge -Dvtkhdf.excluded=none}.
 */
@Tag("huge")
class VtkHugeTest {

    @BeforeAll
    static void load() {
        VtkLibraries.load();
    }

    @Test
    void moreThanTwoToThe31ValuesReturn(@TempDir Path directory) throws IOException {
        vtkImageData image = new vtkImageData();
        image.SetDimensions(1500, 1500, 1000);
        long count = image.GetNumberOfPoints();
        vtkUnsignedCharArray array = new vtkUnsignedCharArray();
        array.SetName("a");
        array.SetNumberOfTuples(count);
        array.Fill(3);
        image.GetPointData().AddArray(array);
        long[] marks = {0, 1L << 30, (1L << 31) - 1, 1L << 31, (1L << 31) + 1_499, count - 1};
        for (int i = 0; i < marks.length; i++) {
            array.SetComponent(marks[i], 0, 100 + i);
        }
        VtkImages.write(image, directory.resolve("huge.vtkhdf"));
        vtkImageData read = VtkImages.read(directory.resolve("huge.vtkhdf"));
        vtkUnsignedCharArray back = (vtkUnsignedCharArray) read.GetPointData().GetArray("a");
        assertEquals(count, back.GetNumberOfTuples());
        for (int i = 0; i < marks.length; i++) {
            assertEquals(100 + i, back.GetComponent(marks[i], 0));
            back.SetComponent(marks[i], 0, 3);
        }
        assertEquals(3, back.GetRange()[0]);
        assertEquals(3, back.GetRange()[1]);
    }
}
