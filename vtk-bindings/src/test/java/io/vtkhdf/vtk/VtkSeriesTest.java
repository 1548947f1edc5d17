package io.vtkhdf.vtk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vtk.vtkImageData;

/** Images as the steps of a series, with values by a formula. */
@Tag("vtk")
class VtkSeriesTest {

    private static final double[] TIMES = {-1, 0.25, 7};
    private static final int POINTS = 4 * 3 * 2;
    private static final int CELLS = 3 * 2;

    @BeforeAll
    static void load() {
        VtkLibraries.load();
    }

    @TempDir
    private Path directory;

    private Path file;
    private final vtkImageData image = new vtkImageData();

    @BeforeEach
    void prepare() {
        file = directory.resolve("series.vtkhdf");
        image.SetDimensions(4, 3, 2);
        image.SetOrigin(1, 2, 3);
        image.SetSpacing(0.5, 2, 1);
        fill(0);
        image.GetPointData().SetActiveScalars("p");
    }

    @AfterEach
    void delete() {
        image.Delete();
    }

    private void fill(int step) {
        VtkArrays.set(image, ArraySpec.point("p", ScalarType.FLOAT64), points(step), Order.X_FASTEST);
        VtkArrays.set(image, ArraySpec.cell("c", ScalarType.INT16).withComponents(2), cells(step), Order.X_FASTEST);
        VtkArrays.setField(image, FieldArray.of("n", 10.0 * step, 10 * step + 1));
        VtkArrays.setField(image, FieldArray.ofStrings("s", List.of("step " + step)));
    }

    private static double[] points(int step) {
        return IntStream.range(0, POINTS).mapToDouble(i -> i + 1000.5 * step).toArray();
    }

    private static short[] cells(int step) {
        short[] values = new short[2 * CELLS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) (100 * step - i);
        }
        return values;
    }

    private void assertStep(int step, vtkImageData read) {
        assertArrayEquals(points(step), (double[]) VtkArrays.get(read, Association.POINT, "p", Order.X_FASTEST));
        assertArrayEquals(cells(step), (short[]) VtkArrays.get(read, Association.CELL, "c", Order.X_FASTEST));
        assertEquals(FieldArray.of("n", 10.0 * step, 10 * step + 1), VtkArrays.getField(read, "n"));
        assertEquals(FieldArray.ofStrings("s", List.of("step " + step)), VtkArrays.getField(read, "s"));
        assertEquals(FieldArray.of("TimeValue", TIMES[step]), VtkArrays.getField(read, "TimeValue"));
        assertEquals("p", read.GetPointData().GetScalars().GetName());
        assertArrayEquals(new double[] {1, 2, 3}, read.GetOrigin());
        read.Delete();
    }

    private void writeAll(TimeAxis axis, WriteOptions options) throws IOException {
        try (ImageSeriesWriter series = ImageSeriesWriter.create(file, VtkImages.geometry(image), axis, options)) {
            for (int step = 0; step < TIMES.length; step++) {
                fill(step);
                VtkImages.write(image, series, TIMES[step]);
            }
            series.finish();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"growing", "known", "compressed"})
    void eachStepReturns(String how) throws IOException {
        TimeAxis axis = how.equals("known") ? TimeAxis.of(TIMES) : TimeAxis.growing();
        Storage storage = how.equals("compressed") ? Storage.gzip(1) : Storage.raw();
        writeAll(axis, WriteOptions.defaults().withStorage(storage));
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertArrayEquals(TIMES, reader.times());
            for (int step : new int[] {2, 0, 1}) {
                assertStep(step, VtkImages.read(reader, step));
                assertStep(step, VtkImages.read(reader.atStep(step)));
            }
            assertThrows(IllegalArgumentException.class, () -> VtkImages.read(reader, 3));
        }
        assertStep(0, VtkImages.read(file));
    }

    /** As an image has them that came from a file. */
    @Test
    void theTimeOfAnImageIsThatOfTheStepAndNoField() throws IOException {
        VtkArrays.setField(image, FieldArray.of("TimeValue", 99));
        VtkArrays.setField(image, FieldArray.of("Time", 98));
        writeAll(TimeAxis.growing(), WriteOptions.defaults());
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertStep(1, VtkImages.read(reader, 1));
            assertTrue(reader.findFieldArray("Time").isEmpty());
        }
    }

    @Test
    void ofAnImageThatIsNoSeriesTheFieldIsKept() throws IOException {
        VtkArrays.setField(image, FieldArray.of("TimeValue", 99));
        VtkImages.write(image, file);
        vtkImageData read = VtkImages.read(file);
        assertEquals(FieldArray.of("TimeValue", 99), VtkArrays.getField(read, "TimeValue"));
        read.Delete();
        try (ImageDataWriter writer =
                ImageDataWriter.create(directory.resolve("plain.vtkhdf"), VtkImages.geometry(image))) {
            writer.finish();
        }
        read = VtkImages.read(directory.resolve("plain.vtkhdf"));
        assertNull(read.GetFieldData().GetAbstractArray("TimeValue"));
        read.Delete();
    }

    @Test
    void aStepOfOneFileGoesIntoAnother() throws IOException {
        writeAll(TimeAxis.growing(), WriteOptions.defaults());
        Path other = directory.resolve("other.vtkhdf");
        try (ImageDataReader reader = ImageDataReader.open(file);
                ImageSeriesWriter series = ImageSeriesWriter.create(other, reader.geometry(), TimeAxis.growing())) {
            for (int step = 0; step < reader.steps(); step++) {
                vtkImageData now = VtkImages.read(reader, step);
                VtkImages.write(now, series, TIMES[step]);
                now.Delete();
            }
            series.finish();
        }
        file = other;
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertStep(2, VtkImages.read(reader, 2));
        }
    }

    @Test
    void anImageThatIsNotTheNextStepIsRefusedAndAnotherMayFollow() throws IOException {
        try (ImageSeriesWriter series = ImageSeriesWriter.create(file, VtkImages.geometry(image), TimeAxis.growing())) {
            VtkImages.write(image, series, TIMES[0]);
            assertRefused("the time -2.0 after -1.0", series, -2);
            image.SetSpacing(0.5, 2, 1.5);
            assertRefused("an image of the spacing (0.5, 2.0, 1.5), expected (0.5, 2.0, 1.0)", series, TIMES[1]);
            image.SetSpacing(0.5, 2, 1);
            image.SetDimensions(4, 3, 3);
            assertRefused("the image has 4 x 3 x 3 points, the writer's 4 x 3 x 2", series, TIMES[1]);
            image.SetDimensions(4, 3, 2);
            for (int step = 1; step < TIMES.length; step++) {
                fill(step);
                VtkImages.write(image, series, TIMES[step]);
            }
            series.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertStep(1, VtkImages.read(reader, 1));
        }
    }

    private void assertRefused(String part, ImageSeriesWriter series, double time) {
        String message = assertThrows(IllegalArgumentException.class, () -> VtkImages.write(image, series, time))
                .getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void anArrayThatTheFirstStepHadNotOrThatIsMissingIsNamed() throws IOException {
        try (ImageSeriesWriter series = ImageSeriesWriter.create(file, VtkImages.geometry(image), TimeAxis.growing())) {
            VtkImages.write(image, series, TIMES[0]);
            image.GetCellData().RemoveArray("c");
            String lacking = assertThrows(IllegalStateException.class, () -> VtkImages.write(image, series, TIMES[1]))
                    .getMessage();
            assertTrue(lacking.contains("'c'"), lacking);
            series.abort();
        }
        fill(0);
        try (ImageSeriesWriter series = ImageSeriesWriter.create(
                file,
                VtkImages.geometry(image),
                TimeAxis.growing(),
                WriteOptions.defaults().withOverwrite(true))) {
            VtkImages.write(image, series, TIMES[0]);
            VtkArrays.set(image, ArraySpec.point("more", ScalarType.FLOAT64), points(0), Order.X_FASTEST);
            assertRefused("'more'", series, TIMES[1]);
            series.abort();
        }
    }
}
