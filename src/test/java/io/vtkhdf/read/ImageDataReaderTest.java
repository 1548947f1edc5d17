package io.vtkhdf.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.copy.VtkhdfSource;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDataReaderTest {

    private static List<String> names(ImageDataReader reader) {
        return reader.arrays().stream().map(array -> array.spec().name()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul-terminated-utf8", "nul-padded", "space-padded", "variable", "array", "missing"})
    void anyStringThatSaysImageDataIsAType(String type) throws IOException {
        try (ImageDataReader reader = GoldenFiles.open("type-" + type)) {
            assertEquals("1.0", reader.version());
            assertEquals(List.of("a"), names(reader));
        }
    }

    @Test
    void numbersOfTheHeaderMayBeOfAnyTypeAndByteOrder() throws IOException {
        try (ImageDataReader reader = GoldenFiles.open("header-odd-numbers")) {
            assertEquals("2.3", reader.version());
            assertEquals(
                    ImageGeometry.of(5, 4, 3)
                            .withOrigin(1, 2, 3)
                            .withSpacing(1, 2, 4)
                            .withDirection(0, 1, 0, -1, 0, 0, 0, 0, 1),
                    reader.geometry());
            assertEquals(20, reader.arrays().size());
        }
    }

    @Test
    void originSpacingDirectionAndGroupsMayBeMissing() throws IOException {
        try (ImageDataReader reader = GoldenFiles.open("header-bare")) {
            assertEquals(ImageGeometry.of(5, 4, 3), reader.geometry());
            assertEquals(List.of(), reader.arrays());
            assertEquals(List.of(), reader.fields());
            String group = GoldenFiles.path("header-bare") + ": /VTKHDF: found no attribute ";
            assertEquals(
                    Stream.of(
                                    "Direction, expected one; taken as 1 0 0 0 1 0 0 0 1",
                                    "Origin, expected one; taken as 0 0 0",
                                    "Spacing, expected one; taken as 1 1 1")
                            .map(missing -> SourceNote.ofImage(group + missing))
                            .toList(),
                    reader.notes());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "broken-no-version, /VTKHDF: found no attribute Version",
        "broken-no-extent, /VTKHDF: found no attribute WholeExtent",
        "broken-short-extent, '/VTKHDF@WholeExtent: found 4 numbers, expected 6'",
        "broken-backward-extent, /VTKHDF: extent along x",
        "broken-fractional-extent, '/VTKHDF@WholeExtent: found 1.5, expected an integer'",
        "broken-huge-extent, /VTKHDF@WholeExtent: found 1.099511627776E12",
        "broken-nan-spacing, /VTKHDF: the spacing must be finite",
        "broken-text-origin, '/VTKHDF@Origin: found elements of 16 bytes (strings, HDF5 class 9), expected numbers'",
        "broken-no-group, '/: found no group VTKHDF'",
        "broken-group-is-dataset, '/: found no group VTKHDF'",
        "two-steps, '/VTKHDF/Steps: found no dataset Values, expected one'",
        "type-number, '/VTKHDF@Type: found something else, expected a string'",
    })
    void whatContradictsTheFormatIsCorrupt(String file, String message) {
        CorruptFileException e = assertThrows(CorruptFileException.class, () -> GoldenFiles.open(file));
        assertTrue(e.getMessage().startsWith(GoldenFiles.path(file) + ": " + message), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "type-unstructured, '/VTKHDF@Type: found ''UnstructuredGrid'', expected ''ImageData'''",
    })
    void otherTypesAreUnsupported(String file, String message) {
        UnsupportedFileException e = assertThrows(UnsupportedFileException.class, () -> GoldenFiles.open(file));
        assertEquals(GoldenFiles.path(file) + ": " + message, e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "broken-small-array, '[3, 4, 4]'",
        "broken-rank-5, '[1, 1, 3, 4, 5]'",
    })
    void arraysOfAnotherShapeAreLeftOut(String file, String shape) throws IOException {
        try (ImageDataReader reader = GoldenFiles.open(file)) {
            assertEquals(List.of(), reader.arrays());
            UnsupportedFileException reason =
                    assertThrows(UnsupportedFileException.class, () -> reader.pointArray("a"));
            assertEquals(List.of(new UnreadableArray(Association.POINT, "a", reason)), reader.unreadable());
            assertEquals(
                    GoldenFiles.path(file) + ": /VTKHDF/PointData/a: found a dataset of shape " + shape
                            + " (slowest axis first), expected one that holds 5 x 4 x 3 tuples (x, y, z)",
                    reason.getMessage());
        }
    }

    @Test
    void aFileThatIsNotThereOrNotHdf5IsSaidToBeSo(@TempDir Path directory) throws IOException {
        assertThrows(NoSuchFileException.class, () -> ImageDataReader.open(directory.resolve("none")));
        for (String content : List.of("", "x", "\u0089HDF", "# vtk DataFile Version 3.0\n".repeat(100))) {
            Path file = Files.writeString(directory.resolve("file"), content);
            String message = assertThrows(CorruptFileException.class, () -> ImageDataReader.open(file))
                    .getMessage();
            assertEquals(file + ": /: found no HDF5 signature, expected an HDF5 file", message);
        }
    }

    @Test
    void arraysThatCannotBeReadDoNotStopTheOthers() throws IOException {
        try (ImageDataReader reader = GoldenFiles.open("types")) {
            assertEquals(23, reader.arrays().size());
            List<String> bad = List.of("bad compound", "bad enumeration", "bad long double", "bad string", "bad szip");
            assertEquals(bad.size(), reader.unreadable().size());
            for (int i = 0; i < bad.size(); i++) {
                String name = bad.get(i);
                String reason = reader.unreadable().get(i).message();
                assertTrue(reason.contains("/VTKHDF/PointData/" + name + ": "), reason);
                assertEquals(
                        reason,
                        assertThrows(UnsupportedFileException.class, () -> reader.pointArray(name))
                                .getMessage());
            }
            List<String> notes =
                    reader.notes().stream().map(SourceNote::message).toList();
            assertEquals(1, notes.size());
            assertEquals(
                    notes.get(0),
                    assertThrows(UnsupportedFileException.class, () -> reader.pointArray("empty"))
                            .getMessage());
            assertThrows(IllegalArgumentException.class, () -> reader.pointArray("none"));
            assertThrows(IllegalArgumentException.class, () -> reader.cellArray("le f4"));
        }
    }

    @Test
    void linksInAnIndexOfThreeLevelsAreAllFound() throws IOException {
        try (ImageDataReader reader = GoldenFiles.open("links-deep")) {
            assertEquals(
                    IntStream.range(0, 1300)
                            .mapToObj(Integer::toString)
                            .sorted()
                            .toList(),
                    reader.arrays().stream().map(array -> array.spec().name()).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"links", "links-latest"})
    void linksAreFollowed(String file) throws IOException {
        try (ImageDataReader reader = GoldenFiles.open(file)) {
            assertEquals(
                    List.of("Größe ∆", "absolute", "relative", "twice", "zz"),
                    names(reader).stream().sorted().toList());
            assertEquals(1, reader.unreadable().size());
            String reason = reader.unreadable().get(0).message();
            assertTrue(reason.contains("voxel.h5: /VTKHDF/PointData/full: found a dataset of shape [1, 1, 1]"), reason);
            assertEquals(ScalarType.INT16, reader.pointArray("relative").spec().type());
        }
    }

    @Test
    void fieldArraysComeInAllForms() throws IOException {
        try (ImageDataReader reader = GoldenFiles.open("fields")) {
            Map<String, FieldArray> fields =
                    reader.fields().stream().collect(Collectors.toMap(FieldArray::name, Function.identity()));
            assertEquals(16 - 1, fields.size());
            assertArrayEquals(
                    new double[] {4.5}, fields.get("scalar").asNumbers().values(double[].class));
            assertArrayEquals(
                    new int[] {0, 1, 2, 3, 4, 5}, fields.get("list").asNumbers().values(int[].class));
            assertArrayEquals(
                    new int[] {0, 1, 2, 3, 4, 5},
                    fields.get("linked").asNumbers().values(int[].class));
            assertEquals(3, fields.get("tuples").components());
            assertEquals(2, fields.get("tuples").tuples());
            assertArrayEquals(
                    new byte[] {0, 1, 2, 3, 4, 5},
                    fields.get("tuples").asNumbers().values(byte[].class));
            float[] chunked = fields.get("chunked").asNumbers().values(float[].class);
            assertEquals(100, chunked.length);
            assertEquals(99, chunked[99]);
            assertEquals(0, fields.get("none").tuples());
            assertEquals(3, fields.get("none of three").components());
            assertEquals(0, fields.get("none of three").tuples());
            assertEquals(
                    List.of("one", "three"), fields.get("fixed").asStrings().values());
            assertEquals(
                    List.of("α", "", "beta"),
                    fields.get("variable utf8").asStrings().values());
            assertEquals(
                    List.of("one", "two"),
                    fields.get("variable ascii").asStrings().values());
            assertEquals(
                    List.of("Grüße", "x"),
                    fields.get("bytes in ascii").asStrings().values());
            assertEquals(List.of("Grüße"), fields.get("latin1").asStrings().values());
            assertEquals(List.of("alone"), fields.get("one string").asStrings().values());
            assertEquals(List.of(), fields.get("no strings").asStrings().values());
            assertEquals(
                    List.of("s0", "s1", "s2", "s3", "s4", "s5", "s6"),
                    fields.get("chunked strings").asStrings().values());
            assertEquals(2, reader.unreadable().size());
        }
    }

    @Test
    void arraysAreFoundByName() throws IOException {
        try (ImageDataReader reader = GoldenFiles.open("active")) {
            for (ArrayReader array : reader.arrays()) {
                Association association = array.spec().association();
                String name = array.spec().name();
                assertSame(array, reader.array(association, name));
                assertSame(array, reader.findArray(association, name).orElseThrow());
            }
            assertEquals(Optional.empty(), reader.findArray(Association.POINT, "none"));
            assertEquals(Optional.empty(), reader.findArray(Association.FIELD, "s"));
        }
        try (ImageDataReader reader = GoldenFiles.open("odd-datasets")) {
            assertEquals(Optional.empty(), reader.findArray(Association.POINT, "scale"));
            assertThrows(UnsupportedFileException.class, () -> reader.pointArray("scale"));
        }
    }

    @Test
    void fieldArraysAreFoundByName() throws IOException {
        ImageDataReader closed;
        try (ImageDataReader reader = GoldenFiles.open("fields")) {
            closed = reader;
            for (FieldArray field : reader.fields()) {
                assertEquals(field, reader.fieldArray(field.name()));
                assertEquals(Optional.of(field), reader.findFieldArray(field.name()));
            }
            assertEquals(2, reader.unreadable().size());
            for (UnreadableArray array : reader.unreadable()) {
                assertEquals(Association.FIELD, array.association());
                assertEquals(Optional.empty(), reader.findFieldArray(array.name()));
                assertSame(
                        array.reason(),
                        assertThrows(FileContentException.class, () -> reader.fieldArray(array.name())));
            }
            assertEquals(Optional.empty(), reader.findFieldArray("nothing"));
            String message = assertThrows(IllegalArgumentException.class, () -> reader.fieldArray("nothing"))
                    .getMessage();
            assertTrue(message.startsWith("no array 'nothing' in FieldData, found ['"), message);
        }
        assertThrows(IllegalStateException.class, () -> closed.fieldArray("scalar"));
    }

    @Test
    void rolesComeFromDatasetsAndGroups() throws IOException {
        try (ImageDataReader reader = GoldenFiles.open("active")) {
            assertEquals(
                    List.of(
                            new ActiveArray(Association.POINT, ArrayRole.SCALARS, "s"),
                            new ActiveArray(Association.POINT, ArrayRole.VECTORS, "v"),
                            new ActiveArray(Association.CELL, ArrayRole.SCALARS, "s")),
                    reader.activeArrays());
        }
    }

    @Test
    void aSourceReadsSlabAfterSlab() throws IOException {
        try (ImageSource source = new VtkhdfSource(GoldenFiles.open("layouts-v110"))) {
            assertEquals(new Dimensions(5, 4, 3), source.geometry().dimensions());
            ArraySpec spec = source.arrays().stream()
                    .filter(array -> array.name().equals("edges"))
                    .findFirst()
                    .orElseThrow();
            ByteBuffer all = ByteBuffer.allocate(240);
            try (SlabReader slabs = source.open(spec)) {
                slabs.read(2, all);
                assertEquals(160, all.position());
                assertThrows(IllegalArgumentException.class, () -> slabs.read(2, all));
                slabs.read(1, all);
                assertThrows(IllegalArgumentException.class, () -> slabs.read(1, ByteBuffer.allocate(80)));
            }
            for (int i = 0; i < 60; i++) {
                assertEquals(GoldenFiles.value(ScalarType.FLOAT32, i % 5, i / 5 % 4, i / 20, 0), all.getFloat(4 * i));
            }
        }
    }

    @Test
    void theThicknessOfASourcesSlabsIsThatOfTheChunks(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("thickness.vtkhdf");
        ArraySpec raw = ArraySpec.point("a", ScalarType.UINT8);
        ArraySpec bricks = ArraySpec.cell("a", ScalarType.UINT8);
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(5, 5, 9))) {
            writer.createArray(raw, Storage.raw()).write(new byte[5 * 5 * 9], Order.X_FASTEST);
            writer.createArray(bricks, Storage.chunked(ChunkShape.of(2, 2, 3)))
                    .write(new byte[4 * 4 * 8], Order.X_FASTEST);
            writer.finish();
        }
        try (ImageSource source = new VtkhdfSource(ImageDataReader.open(file))) {
            assertEquals(1, source.slabThickness(raw));
            assertEquals(3, source.slabThickness(bricks));
            ArraySpec missing = ArraySpec.cell("b", ScalarType.UINT8);
            assertThrows(IllegalArgumentException.class, () -> source.slabThickness(missing));
        }
    }

    @Test
    void afterCloseDataCannotBeRead() throws IOException {
        ImageDataReader reader = GoldenFiles.open("layouts-v110");
        ArrayReader array = reader.pointArray("edges");
        reader.close();
        reader.close();
        assertEquals("1.0", reader.version());
        assertThrows(IllegalStateException.class, () -> array.readSlice(0));
        assertThrows(IllegalStateException.class, array::storage);
        assertThrows(IllegalStateException.class, reader::fields);
    }

    @Test
    void severalThreadsMayReadAtOnce() throws IOException, InterruptedException, ExecutionException {
        try (ImageDataReader reader = GoldenFiles.open("layouts-v110")) {
            Callable<Boolean> readAll = () -> {
                for (ArrayReader array : reader.arrays()) {
                    Object values = array.read(Order.X_FASTEST);
                    Dimensions d = array.dimensions();
                    int last = (int) d.count() * array.spec().components() - 1;
                    ScalarType type = array.spec().type();
                    double expected = GoldenFiles.value(
                            type, d.x() - 1, d.y() - 1, d.z() - 1, array.spec().components() - 1);
                    if (type.doubleAt(values, last) != expected) {
                        return false;
                    }
                }
                return true;
            };
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                for (Future<Boolean> done : threads.invokeAll(
                        Stream.generate(() -> readAll).limit(64).toList())) {
                    assertTrue(done.get());
                }
            } finally {
                threads.shutdownNow();
            }
            assertFalse(reader.arrays().isEmpty());
        }
    }
}
