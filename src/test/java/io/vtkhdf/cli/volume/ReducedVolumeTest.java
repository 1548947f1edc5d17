package io.vtkhdf.cli.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReducedVolumeTest {

    @TempDir
    Path scratch;

    /** A value at the indices x, y, z. */
    private interface Field {
        double at(int x, int y, int z);
    }

    private ReducedVolume reduced(int x, int y, int z, int most, Field field) throws IOException {
        Path file = scratch.resolve("a.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(x, y, z))) {
            ArrayWriter array = writer.createPointArray("p", ScalarType.FLOAT64);
            for (int k = 0; k < z; k++) {
                double[] slice = new double[x * y];
                for (int i = 0; i < slice.length; i++) {
                    slice[i] = field.at(i % x, i / x, k);
                }
                array.writeSlice(k, slice);
            }
            writer.finish();
        }
        try (ImageSource image = ImageSources.open(file)) {
            return ReducedVolume.read(image, image.arrays().get(0), OptionalInt.empty(), most);
        }
    }

    /** What it should be: each value is cut into so many parts that all of them lie in one of the fewer. */
    private static double mean(int all, int fewer, int target, IntToDoubleFunction value) {
        double sum = 0;
        for (int part = target * all; part < (target + 1) * all; part++) {
            sum += value.applyAsDouble(part / fewer);
        }
        return sum / all;
    }

    @ParameterizedTest
    @CsvSource({"7, 5, 6, 3", "8, 4, 2, 4", "5, 9, 13, 4", "3, 1, 11, 8", "1, 1, 1, 1", "6, 6, 6, 1", "9, 8, 7, 7"})
    void eachIsTheMeanOfWhatItCovers(int x, int y, int z, int most) throws IOException {
        // A product, whose mean is the product of means.
        ReducedVolume volume =
                reduced(x, y, z, most, (i, j, k) -> (1 + i * i % 7) * (2 + j * j % 5) * (3 + k * k % 11));
        int width = Math.min(x, most);
        int height = Math.min(y, most);
        int depth = Math.min(z, most);
        assertEquals(width * height * depth, volume.values().length);
        for (int k = 0; k < depth; k++) {
            double alongZ = mean(z, depth, k, at -> 3 + at * at % 11);
            for (int j = 0; j < height; j++) {
                double alongY = mean(y, height, j, at -> 2 + at * at % 5);
                for (int i = 0; i < width; i++) {
                    double expected = alongZ * alongY * mean(x, width, i, at -> 1 + at * at % 7);
                    assertEquals(expected, volume.values()[(k * height + j) * width + i], expected * 1e-6);
                }
            }
        }
    }

    @Test
    void whatIsNotFiniteCountsForNothing() throws IOException {
        ReducedVolume volume =
                reduced(4, 2, 2, 2, (i, j, k) -> i < 2 ? Double.NaN : j == 0 ? 5 : Double.POSITIVE_INFINITY);
        assertTrue(Float.isNaN(volume.values()[0]));
        assertEquals(5, volume.values()[1]);
        assertTrue(Float.isNaN(volume.values()[3]));
    }

    @Test
    void severalComponentsAreTheirMagnitude() throws IOException {
        Path file = scratch.resolve("v.vtkhdf");
        ArraySpec spec = ArraySpec.point("v", ScalarType.INT16).withComponents(2);
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(2, 1, 1))) {
            writer.createArray(spec).writeSlice(0, new short[] {3, 4, -5, 12});
            writer.finish();
        }
        try (ImageSource image = ImageSources.open(file)) {
            ArraySpec array = image.arrays().get(0);
            assertEquals(Association.POINT, array.association());
            assertEquals(
                    9, ReducedVolume.read(image, array, OptionalInt.empty(), 1).values()[0]);
            assertEquals(
                    -1, ReducedVolume.read(image, array, OptionalInt.of(0), 1).values()[0]);
        }
    }

    @Test
    void thePlaceOfTheFewerIsTheirMiddle() {
        ReducedAxis axis = ReducedAxis.of(10, 4);
        assertEquals(2.5, axis.step());
        assertEquals(0.75, axis.start());
        assertEquals(0, ReducedAxis.of(3, 4).start());
    }
}
