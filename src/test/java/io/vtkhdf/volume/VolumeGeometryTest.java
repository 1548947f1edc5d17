package io.vtkhdf.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where volumes lie: as ITK says, which {@code make_geometry.py} has asked. */
class VolumeGeometryTest {

    private static Path folder() {
        try {
            return Path.of(VolumeGeometryTest.class
                            .getResource("/volumes/geometry.csv")
                            .toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> lines() throws IOException {
        List<String> lines = Files.readAllLines(folder().resolve("geometry.csv"));
        assertEquals(24, lines.size());
        return lines;
    }

    @ParameterizedTest
    @MethodSource("lines")
    void liesWhereItkSays(String line) throws IOException {
        String[] told = line.split(",");
        try (ImageSource source = ImageSources.open(folder().resolve(told[0]))) {
            ImageGeometry geometry = source.geometry();
            double[] spacing = numbers(told[1]);
            int axes = spacing.length;
            assertClose(spacing, Arrays.copyOf(geometry.spacing().toArray(), axes));
            assertClose(numbers(told[2]), Arrays.copyOf(geometry.origin().toArray(), axes));
            assertClose(numbers(told[3]), corner(geometry.direction().toArray(), axes));
            assertEquals(Integer.parseInt(told[4]), source.arrays().get(0).components());
            assertTrue(!geometry.direction().isSingular());
        }
    }

    private static double[] numbers(String words) {
        return Arrays.stream(words.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static double[] corner(double[] rows, int axes) {
        double[] corner = new double[axes * axes];
        for (int i = 0; i < corner.length; i++) {
            corner[i] = rows[3 * (i / axes) + i % axes];
        }
        return corner;
    }

    private static void assertClose(double[] expected, double[] found) {
        assertArrayEquals(expected, found, 1e-15);
    }

    @Test
    void theSpaceIsToldAndKept() throws IOException {
        assertSpace("lps.nrrd", "left-posterior-superior, as ITK has them, are kept", "left-posterior-superior");
        assertSpace(
                "ras-short.nrrd",
                "RAS, become those of left-posterior-superior, as ITK has them: x and y change sign",
                "left-posterior-superior");
        assertSpace(
                "las.nrrd",
                "left-anterior-superior, become those of left-posterior-superior, as ITK has them: y changes sign",
                "left-posterior-superior");
        assertSpace("scanner.nrrd", "scanner-xyz are kept", "scanner-xyz");
        assertSpace("turned.mha", "left-posterior-superior, as ITK has them, are kept", "left-posterior-superior");
    }

    private static void assertSpace(String name, String note, String space) throws IOException {
        Path file = folder().resolve(name);
        try (ImageSource source = ImageSources.open(file)) {
            assertEquals(
                    List.of(file + ": coordinates of the space " + note),
                    source.notes().stream().map(told -> told.message()).toList());
            assertEquals(List.of(FieldArray.ofStrings("space", List.of(space))), source.fields());
        }
    }

    @Test
    void whoTellsNoSpaceGetsNone() throws IOException {
        for (String name : List.of("dimension.nrrd", "spacings.nrrd", "plain.mha")) {
            try (ImageSource source = ImageSources.open(folder().resolve(name))) {
                assertEquals(List.of(), source.fields());
                assertEquals(List.of(), source.notes());
            }
        }
    }
}
