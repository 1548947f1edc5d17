package io.vtkhdf.vti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Direction;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Vector3;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.lang.reflect.Array;
import java.net.URISyntaxException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that VTK's own writer wrote: see MakeVtiFixtures.java next to them. */
class VtiGoldenTest {

    private static final List<ArraySpec> ARRAYS = List.of(
            ArraySpec.point("density", ScalarType.FLOAT32),
            ArraySpec.point("velocity", ScalarType.FLOAT64).withComponents(3),
            ArraySpec.point("mask", ScalarType.UINT8),
            ArraySpec.point("offset", ScalarType.INT8),
            ArraySpec.point("ids", ScalarType.INT64),
            ArraySpec.cell("material 2", ScalarType.INT16).withComponents(2),
            ArraySpec.cell("größe", ScalarType.UINT64));

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".vti"))
                    .sorted()
                    .toList();
        }
    }

    private static Path folder() {
        try {
            return Path.of(VtiGoldenTest.class.getResource("/vti").toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyEncodingIsThere() throws IOException {
        assertEquals(16, files().size());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everythingIsAsVtkWroteIt(Path file) throws IOException {
        try (ImageSource source = VtiSource.open(file)) {
            assertEquals(
                    new ImageGeometry(
                            new Extent(-2, 2, 3, 6, 0, 2),
                            new Vector3(0.5, -1, 2),
                            new Vector3(0.1, 0.2, 0.3),
                            Direction.of(0, -1, 0, 1, 0, 0, 0, 0, 1)),
                    source.geometry());
            assertEquals(ARRAYS, source.arrays());
            assertEquals(
                    List.of(
                            new ActiveArray(Association.POINT, ArrayRole.SCALARS, "density"),
                            new ActiveArray(Association.POINT, ArrayRole.VECTORS, "velocity"),
                            new ActiveArray(Association.CELL, ArrayRole.SCALARS, "größe")),
                    source.activeArrays());
            for (ArraySpec spec : ARRAYS) {
                assertArrayEquals(expected(spec), VtiTesting.read(source, spec, 2, ByteOrder.LITTLE_ENDIAN));
            }
            assertFields(source.fields());
        }
    }

    private static byte[] expected(ArraySpec spec) {
        int tuples = spec.association() == Association.POINT ? 5 * 4 * 3 : 4 * 3 * 2;
        Object values = spec.type().newArray(tuples * spec.components());
        for (int i = 0; i < Array.getLength(values); i++) {
            int integer = i * 7 % 120;
            double floating = (i * 7 - 20) / 4.0;
            switch (spec.type()) {
                case INT8, UINT8 -> Array.setByte(values, i, (byte) integer);
                case INT16 -> Array.setShort(values, i, (short) integer);
                case INT64, UINT64 -> Array.setLong(values, i, integer);
                case FLOAT32 -> Array.setFloat(values, i, (float) floating);
                default -> Array.setDouble(values, i, floating);
            }
        }
        return VtiBuilder.bytes(spec.type(), values, ByteOrder.LITTLE_ENDIAN);
    }

    private static void assertFields(List<FieldArray> fields) {
        assertEquals(
                List.of("TimeValue", "steps", "notes"),
                fields.stream().map(FieldArray::name).toList());
        assertArrayEquals(new double[] {12.5}, fields.get(0).asNumbers().values(double[].class));
        assertEquals(2, fields.get(1).components());
        assertArrayEquals(
                new int[] {1, -2, 3, -4, 5, -6}, fields.get(1).asNumbers().values(int[].class));
        assertEquals(List.of("first", "", "größer"), fields.get(2).asStrings().values());
    }
}
