package io.vtkhdf.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.ArraySpec;
import io.vtkhdf.Dimensions;
import io.vtkhdf.ImageSource;
import io.vtkhdf.SlabReader;
import io.vtkhdf.WriteOptions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows slices that were passed over is the same as if they had been read. */
class SlabSkipTest {

    @TempDir
    private Path folder;

    static List<Path> fixtures() throws IOException, URISyntaxException {
        Path folder = Path.of(SlabSkipTest.class.getResource("/vti").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".vti"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void inVti(Path file) throws IOException {
        assertSkips(file);
    }

    @Test
    void inVtkhdf() throws IOException, URISyntaxException {
        Path file = folder.resolve("a.vtkhdf");
        try (ImageSource source = Sources.open(fixtures().get(0))) {
            new Converter(source).copyTo(new VtkhdfTarget(file, WriteOptions.defaults()));
        }
        assertSkips(file);
    }

    @Test
    void inPieces() throws IOException {
        for (int piece = 0; piece < 3; piece++) {
            String extent = "0 1 0 1 " + 2 * piece + " " + 2 * (piece + 1);
            StringBuilder values = new StringBuilder();
            for (int i = 0; i < 12; i++) {
                values.append(' ').append(100 * (2 * piece + i / 4) + i % 4);
            }
            Files.writeString(folder.resolve("p" + piece + ".vti"), """
                    <VTKFile type="ImageData" version="1.0" byte_order="LittleEndian">
                    <ImageData WholeExtent="%1$s" Origin="0 0 0" Spacing="1 1 1"><Piece Extent="%1$s"><PointData>
                    <DataArray type="Int32" Name="a" format="ascii">%2$s</DataArray>
                    </PointData></Piece></ImageData></VTKFile>
                    """.formatted(extent, values));
        }
        assertSkips(Files.writeString(folder.resolve("all.pvti"), """
                <VTKFile type="PImageData" version="1.0" byte_order="LittleEndian">
                <PImageData WholeExtent="0 1 0 1 0 6" GhostLevel="0" Origin="0 0 0" Spacing="1 1 1">
                <PPointData><PDataArray type="Int32" Name="a"/></PPointData>
                <Piece Extent="0 1 0 1 0 2" Source="p0.vti"/>
                <Piece Extent="0 1 0 1 2 4" Source="p1.vti"/>
                <Piece Extent="0 1 0 1 4 6" Source="p2.vti"/>
                </PImageData></VTKFile>
                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "bit", "vtkIdType", "float"})
    void inLegacyText(String type) throws IOException {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < 3 * 2 * 7; i++) {
            values.append(type.equals("bit") ? i * i % 3 % 2 : i).append(i % 5 == 0 ? "\n" : " ");
        }
        assertSkips(Files.writeString(
                folder.resolve("a.vtk"),
                "# vtk DataFile Version 3.0\ntitle\nASCII\nDATASET STRUCTURED_POINTS\nDIMENSIONS 3 2 7\n"
                        + "SPACING 1 1 1\nORIGIN 0 0 0\nPOINT_DATA 42\nSCALARS a " + type + " 1\n"
                        + "LOOKUP_TABLE default\n" + values));
    }

    private static void assertSkips(Path file) throws IOException {
        try (ImageSource source = Sources.open(file)) {
            assertTrue(source.arrays().size() > 0);
            for (ArraySpec spec : source.arrays()) {
                List<byte[]> slices = slices(source, spec);
                for (int seed = 0; seed < 10; seed++) {
                    assertSkips(source, spec, slices, new Random(seed));
                }
            }
        }
    }

    private static List<byte[]> slices(ImageSource source, ArraySpec spec) throws IOException {
        Dimensions size = source.geometry().dimensions(spec.association());
        List<byte[]> slices = new ArrayList<>();
        try (SlabReader reader = source.open(spec)) {
            for (int k = 0; k < size.z(); k++) {
                ByteBuffer slice = ByteBuffer.allocate(size.x() * size.y() * spec.tupleSize());
                reader.read(1, slice);
                slices.add(slice.array());
            }
        }
        return slices;
    }

    private static void assertSkips(ImageSource source, ArraySpec spec, List<byte[]> slices, Random random)
            throws IOException {
        int sliceBytes = slices.get(0).length;
        ByteBuffer scratch = ByteBuffer.allocate(sliceBytes * slices.size());
        try (SlabReader reader = source.open(spec)) {
            for (int k = 0; k < slices.size(); ) {
                if (random.nextBoolean()) {
                    int count = random.nextInt(slices.size() - k + 1);
                    reader.skip(count, scratch.clear());
                    k += count;
                } else {
                    ByteBuffer slice = ByteBuffer.allocate(sliceBytes);
                    reader.read(1, slice);
                    assertArrayEquals(slices.get(k), slice.array(), spec.name() + " " + k);
                    k++;
                }
            }
            assertThrows(IllegalArgumentException.class, () -> reader.skip(1, scratch.clear()));
        }
    }
}
