package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.plane.Planes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The picture of a difference, whose colours are those that matplotlib has for it ({@code make_pictures.py}). */
class DiffPictureTest {

    private static final int WIDTH = 101;
    private static final int SLICES = 3;

    @TempDir
    private Path directory;

    private Path a;
    private Path b;
    private Path png;

    @BeforeEach
    void writeFiles() throws IOException {
        a = vti("a.vti", i -> i);
        b = vti("b.vti", i -> i + difference(i));
        png = directory.resolve("out.png");
    }

    /** In the middle slice from -1 to 1, in the others a tenth of it. */
    private static double difference(int i) {
        double position = i % WIDTH / 50.0 - 1;
        return i / WIDTH == 1 ? position : position / 10;
    }

    private Path vti(String name, IntToDoubleFunction value) throws IOException {
        String values = IntStream.range(0, WIDTH * SLICES)
                .mapToObj(i -> Double.toString(value.applyAsDouble(i)))
                .collect(Collectors.joining(" "));
        String vectors = IntStream.range(0, WIDTH * SLICES)
                .mapToObj(i -> "3 " + (i == 5 ? value.applyAsDouble(0) + 4 : 4))
                .collect(Collectors.joining(" "));
        return Files.writeString(directory.resolve(name), """
                <VTKFile type="ImageData" version="1.0" byte_order="LittleEndian" header_type="UInt64">
                <ImageData WholeExtent="0 %1$d 0 0 0 %2$d" Origin="0 0 0" Spacing="1 1 1">
                <Piece Extent="0 %1$d 0 0 0 %2$d"><PointData>
                <DataArray type="Float64" Name="density" format="ascii">%3$s</DataArray>
                <DataArray type="Float32" Name="velocity" NumberOfComponents="2" format="ascii">%4$s</DataArray>
                </PointData></Piece></ImageData></VTKFile>
                """.formatted(WIDTH - 1, SLICES - 1, values, vectors));
    }

    private CliRun diff(Object... options) {
        List<Object> args = new ArrayList<>(List.of("diff", a, b));
        args.addAll(List.of(options));
        return CliRun.of(args.toArray());
    }

    private void assertColours(double[] positions, int row) throws IOException {
        BufferedImage image = ImageIO.read(png.toFile());
        assertEquals(WIDTH, image.getWidth());
        double[] colours = Planes.expected("map coolwarm");
        for (int x = 0; x < WIDTH; x++) {
            // A colour of 256 may be the next one where the position was rounded.
            int expected = (int) colours[(int) Math.round(positions[x] * 100)];
            assertNear(expected, image.getRGB(x, row) & 0xffffff);
        }
    }

    private static void assertNear(int expected, int found) {
        for (int shift : new int[] {0, 8, 16}) {
            int apart = Math.abs((expected >> shift & 255) - (found >> shift & 255));
            assertTrue(apart <= 4, Integer.toHexString(expected) + " " + Integer.toHexString(found));
        }
    }

    @Test
    void theSliceWithTheLargestDifferenceByDefault() throws IOException {
        CliRun run = diff("--array", "density", "--picture", png, "--plain");
        assertEquals(1, run.exitCode());
        assertEquals(png + ": z = 1, slice 1 of 0 to 2; colours from -1 to 1" + System.lineSeparator(), run.err());
        assertColours(IntStream.range(0, WIDTH).mapToDouble(x -> x / 100.0).toArray(), 0);
    }

    /** Across y there are x and z, of which z grows upwards. */
    @Test
    void acrossAnotherAxisOrAtAnotherPlace() throws IOException {
        diff("--array", "density", "--picture", png, "--plain", "--axis", "y");
        double[] tenth = IntStream.range(0, WIDTH)
                .mapToDouble(x -> 0.5 + Math.round(x - 50) / 1000.0)
                .toArray();
        assertColours(IntStream.range(0, WIDTH).mapToDouble(x -> x / 100.0).toArray(), 1);
        assertColours(tenth, 0);
        assertColours(tenth, 2);
        CliRun run =
                diff("--array", "density", "--picture", png, "--plain", "--axis", "z", "--index", 2, "--overwrite");
        assertTrue(run.err().contains("slice 2 of 0 to 2; colours from -0.1 to 0.1"), run.err());
        assertColours(IntStream.range(0, WIDTH).mapToDouble(x -> x / 100.0).toArray(), 0);
    }

    @Test
    void whatTheToleranceAllowsIsDrawnToo() {
        CliRun run = diff("--array", "density", "--picture", png, "--tolerance", 5);
        assertEquals(0, run.exitCode(), run.out());
        assertTrue(run.err().contains("slice 1 of 0 to 2; colours from -1 to 1"), run.err());
    }

    @Test
    void theSameImagesHaveOneColour() throws IOException {
        b = a;
        CliRun run = diff("--array", "density", "--picture", png, "--plain");
        assertEquals(0, run.exitCode(), run.err());
        BufferedImage image = ImageIO.read(png.toFile());
        assertEquals(image.getRGB(0, 0), image.getRGB(WIDTH - 1, 0));
    }

    @Test
    void ofSeveralComponentsTheirMagnitudeOrOne() throws IOException {
        b = vti("b.vti", i -> i == 0 ? -2 : i);
        CliRun run = diff("--array", "velocity", "--picture", png);
        assertTrue(run.err().contains("slice 0 of 0 to 2; colours from -2 to 2, values from 0 to 2"), run.err());
        CliRun one = diff("--array", "velocity", "--picture", png, "--component", 1, "--overwrite");
        assertTrue(one.err().contains("; colours from -2 to 2, values from -2 to 0"), one.err());
    }

    @Test
    void theStepThatDiffersMost() throws IOException {
        Path same = StepFiles.pvd(directory.resolve("a.pvd"), "0", "a.vti", "1", "a.vti", "2", "a.vti");
        Path other = StepFiles.pvd(directory.resolve("b.pvd"), "0", "a.vti", "1", "b.vti", "2", "a.vti");
        CliRun run = CliRun.of("diff", same, other, "--array", "density", "--picture", png);
        assertEquals(1, run.exitCode());
        assertTrue(run.err().contains("slice 1 of 0 to 2, step 1 of 0 to 2, time 1"), run.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--array density --axis z              | found --axis, expected --picture OUTPUT with it",
                "--picture o.png                       | found --picture and no --array, expected one --array",
                "--picture o.png --array density --array velocity | found --picture and 2 arrays, expected one",
                "--picture o.jpg --array density       | o.jpg: found no known extension, expected .png",
                "--picture o.png --array density --index 1 | found no --axis, expected --axis x, y or z",
                "--picture o.png --array density --axis z --index 0:1 | found 2 slices, expected one, or --planes",
                "--picture o.png --array density --axis z --index 9 | found --index 9",
                "--picture o.png --array densty        | did you mean 'density'?"
            })
    void whatDoesNotFit(String options, String message) {
        CliRun run = diff((Object[]) options.strip().split(" +"));
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertFalse(Files.exists(Path.of("o.png")));
    }

    @Test
    void nothingIsReplacedUnlessItMayBe() throws IOException {
        Files.writeString(png, "mine");
        CliRun run = diff("--array", "density", "--picture", png);
        assertEquals(3, run.exitCode());
        assertEquals("", run.out());
        assertEquals("mine", Files.readString(png));
    }

    @Test
    void whatCannotBeSubtractedIsToldAndStillDiffers() {
        b = directory.resolve("c.vtkhdf");
        CliRun.of("convert", a, b, "--region", "0:50,:,:");
        CliRun run = diff("--array", "density", "--picture", png);
        assertEquals(1, run.exitCode(), run.err());
        assertTrue(run.err().contains(png + ": not written: found no such array of the same dimensions"), run.err());
    }
}
