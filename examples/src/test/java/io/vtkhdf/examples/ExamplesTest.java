package io.vtkhdf.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples as a user does, each in a JVM of its own. */
class ExamplesTest {

    @TempDir
    Path directory;

    @Test
    void wholeImage() throws Exception {
        Path file = directory.resolve("whole.vtkhdf");
        run("-Xmx128m", WholeImage.class, file.toString());
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertEquals(new Dimensions(91, 51, 121), reader.geometry().dimensions());
            double[] x = reader.geometry().pointAxis(Axis.X);
            double[] y = reader.geometry().pointAxis(Axis.Y);
            double[] data = (double[]) reader.pointArray("data").read(Order.X_FASTEST);
            for (int i = 0; i < data.length; i++) {
                double xi = x[i % 91];
                double yi = y[i / 91 % 51];
                assertEquals(xi * xi + yi * yi, data[i]);
            }
        }
    }

    @Test
    void slicesAsLargeAsTheRealOnesInASmallHeap() throws Exception {
        Path file = directory.resolve("slices.vtkhdf");
        run("-Xmx64m", SliceBySlice.class, file.toString(), "1200", "1501", "6");
        assertSlices(file, 6);
        assertTrue(Files.size(file) > 6L * 1200 * 1501 * 8);
    }

    @Test
    void compressedSlicesInASmallHeap() throws Exception {
        Path file = directory.resolve("slices.vtkhdf");
        run("-Xmx64m", SliceBySlice.class, "--compress", file.toString(), "1200", "1501", "6");
        assertSlices(file, 6);
        assertTrue(Files.size(file) < 6L * 1200 * 1501 * 8);
    }

    @Test
    void fractionIsOfTheSlices() {
        assertEquals(
                new Dimensions(1200, 1501, 66),
                SliceBySliceArguments.parse("big.vtkhdf", "0.1").geometry().dimensions());
    }

    @Test
    void twoNumbersAreNoSize() {
        assertThrows(IllegalArgumentException.class, () -> SliceBySliceArguments.parse("big.vtkhdf", "3", "4"));
    }

    @Test
    void whatAUserGetsWrongIsOneLine() throws Exception {
        String none = directory.resolve("none").resolve("a.vtkhdf").toString();
        assertFails(
                2, "SliceBySlice: found a size of [x], expected FRACTION or NX NY NZ", SliceBySlice.class, none, "x");
        assertFails(3, "SliceBySlice: java.nio.file.NoSuchFileException: ", SliceBySlice.class, none, "2", "2", "2");
        assertFails(3, "WholeImage: java.nio.file.NoSuchFileException: ", WholeImage.class, none);
    }

    private static void assertFails(int exitCode, String line, Class<?> example, String... args) throws Exception {
        Process process = start("-Xmx64m", example, args);
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(exitCode, process.waitFor(), output);
        assertEquals(1, output.lines().count(), output);
        assertTrue(output.startsWith(line), output);
    }

    private static void assertSlices(Path file, int slices) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            ImageGeometry geometry = reader.geometry();
            ArrayReader array = reader.pointArray("data");
            assertEquals(new Dimensions(1200, 1501, slices), array.dimensions());
            assertEquals(0, geometry.origin().z());
            double[] expected = distances(geometry.pointAxis(Axis.X), geometry.pointAxis(Axis.Y));
            for (int k = 0; k < slices; k++) {
                assertArrayEquals(expected, (double[]) array.readSlice(k), "slice " + k);
            }
        }
    }

    private static double[] distances(double[] x, double[] y) {
        double[] slice = new double[x.length * y.length];
        for (int i = 0; i < slice.length; i++) {
            double xi = x[i % x.length];
            double yi = y[i / x.length];
            slice[i] = Math.sqrt(xi * xi + yi * yi);
        }
        return slice;
    }

    private static void run(String heap, Class<?> example, String... args) throws Exception {
        Process process = start(heap, example, args);
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), output);
        assertTrue(output.contains("equal"), output);
    }

    private static Process start(String heap, Class<?> example, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                example.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
