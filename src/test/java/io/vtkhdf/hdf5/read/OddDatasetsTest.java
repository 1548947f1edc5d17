package io.vtkhdf.hdf5.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.copy.VtkhdfSource;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.hdf5.LinkTarget;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.GoldenFiles;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.validate.Finding;
import io.vtkhdf.validate.ImageValidator;
import io.vtkhdf.validate.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever one dataset is, or whatever is broken about it: the others are read. */
class OddDatasetsTest {

    private static final List<String> ODD = List.of(
            "arrays",
            "bits",
            "compound",
            "compound large",
            "compound of references",
            "enumeration",
            "enumeration big",
            "enumeration many",
            "lists",
            "more than 2^63",
            "more than 2^63 in 4",
            "opaque",
            "references",
            "regions");

    /** Odd, but read. */
    private static final List<String> NUMBERS = List.of("booleans", "float16", "odd integers");

    @TempDir
    private Path directory;

    @Test
    void oddDatasetsAreLeftOut() throws IOException {
        try (ImageDataReader reader = GoldenFiles.open("odd-datasets")) {
            assertEquals(List.of("booleans", "float16", "good", "odd integers"), names(reader));
            assertGolden(reader.pointArray("good"));
            assertEquals(
                    List.of("good"),
                    reader.fields().stream().map(FieldArray::name).toList());
            List<String> places = new ArrayList<>();
            // Of three axes, too.
            Stream.concat(ODD.stream(), NUMBERS.stream())
                    .sorted()
                    .forEach(name -> places.add("/VTKHDF/FieldData/" + name));
            ODD.forEach(name -> places.add("/VTKHDF/PointData/" + name));
            places.add("/VTKHDF/PointData/scalar");
            places.add("/VTKHDF/PointData/scale");
            String file = GoldenFiles.path("odd-datasets").toString();
            assertEquals(
                    places,
                    reader.unreadable().stream()
                            .map(UnreadableArray::message)
                            .map(reason -> reason.substring(file.length() + 2, reason.indexOf(": found")))
                            .toList());
            for (String name : ODD) {
                assertThrows(FileContentException.class, () -> reader.pointArray(name), name);
            }
        }
    }

    @Test
    void committedTypesOfOldFilesAreFound() throws IOException {
        try (ImageDataReader reader = GoldenFiles.open("committed-old")) {
            assertEquals(List.of("beside", "numbers"), names(reader));
            assertEquals(ScalarType.INT16, reader.pointArray("numbers").spec().type());
            assertGolden(reader.pointArray("numbers"));
            assertEquals(1, reader.unreadable().size());
        }
    }

    @Test
    void arraysWithoutValuesAreNoted() throws IOException {
        try (ImageDataReader reader = GoldenFiles.open("empty-cells")) {
            assertEquals(List.of("p"), names(reader));
            assertEquals(List.of(), reader.unreadable());
            String place = GoldenFiles.path("empty-cells") + ": /VTKHDF/CellData/";
            String reason = ": found an empty dataset, expected values; it is left out";
            assertEquals(
                    List.of(SourceNote.ofImage(place + "c" + reason), SourceNote.ofImage(place + "v" + reason)),
                    reader.notes());
        }
    }

    static Stream<String> checkedArrays() throws IOException {
        try (ImageDataReader reader = GoldenFiles.open("layouts-v110")) {
            return names(reader).stream();
        }
    }

    /** Of a file whose headers have checksums. */
    @ParameterizedTest
    @MethodSource("checkedArrays")
    void aBrokenHeaderCostsOneArray(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(GoldenFiles.path("layouts-v110"));
        for (int byteOfHeader : new int[] {0, 3, 4, 5, 7, 10, 30, 50}) {
            byte[] broken = bytes.clone();
            broken[(int) header(GoldenFiles.path("layouts-v110"), name) + byteOfHeader] ^= 0x10;
            Path file = Files.write(directory.resolve("broken.h5"), broken);
            try (ImageDataReader reader = ImageDataReader.open(file)) {
                List<String> left = new ArrayList<>(checkedArrays().toList());
                left.remove(name);
                assertEquals(left, names(reader));
                assertEquals(1, reader.unreadable().size());
                assertTrue(reader.unreadable().get(0).message().contains("/" + name + ": "));
                FileContentException reason =
                        assertThrows(FileContentException.class, () -> reader.array(association(name), name));
                assertInstanceOf(CorruptFileException.class, reason);
                assertEquals(List.of(new UnreadableArray(association(name), name, reason)), reader.unreadable());
                for (ArrayReader array : reader.arrays()) {
                    assertGolden(array);
                }
            }
            Validation validation = ImageValidator.validate(file);
            assertTrue(validation.findings().stream()
                    .anyMatch(finding -> finding.severity() == Finding.Severity.ERROR
                            && finding.path().endsWith("/" + name)));
        }
    }

    private static Association association(String name) {
        return name.equals("cells") ? Association.CELL : Association.POINT;
    }

    private static long header(Path path, String name) throws IOException {
        try (Hdf5Reader file = Hdf5Reader.open(ByteSource.of(path))) {
            StoredObject image = StoredLinks.of(file.root()).get("VTKHDF").orElseThrow();
            StoredObject group =
                    StoredLinks.of(image).get(association(name).groupName()).orElseThrow();
            StoredLinks.of(group);
            return ((LinkTarget.Hard) group.header().links().get(name)).address();
        }
    }

    /** Deflated, and shuffled: most changes break them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void brokenValuesOfAFieldCostThatField(int chunk) throws IOException {
        byte[] bytes = Files.readAllBytes(GoldenFiles.path("fields"));
        long address;
        List<String> names;
        try (ImageDataReader reader = GoldenFiles.open("fields")) {
            names = new ArrayList<>(
                    reader.fields().stream().map(FieldArray::name).toList());
        }
        try (Hdf5Reader file = Hdf5Reader.open(ByteSource.of(GoldenFiles.path("fields")))) {
            StoredObject image = StoredLinks.of(file.root()).get("VTKHDF").orElseThrow();
            StoredObject group = StoredLinks.of(image).get("FieldData").orElseThrow();
            StoredObject field = StoredLinks.of(group).get("chunked").orElseThrow();
            address = StoredDataset.of(field).blocks().stored(chunk).address();
        }
        bytes[(int) address] ^= (byte) 0xff;
        Path file = Files.write(directory.resolve("broken.h5"), bytes);
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            FileContentException broken = assertThrows(CorruptFileException.class, reader::fields);
            try (ImageSource source = new VtkhdfSource(reader)) {
                assertTrue(
                        source.unreadable().stream()
                                .anyMatch(array -> array.association() == Association.FIELD
                                        && array.name().equals("chunked")
                                        && array.message().equals(broken.getMessage())),
                        broken.getMessage());
                names.remove("chunked");
                assertEquals(
                        names, source.fields().stream().map(FieldArray::name).toList());
            }
        }
    }

    private static List<String> names(ImageDataReader reader) {
        return reader.arrays().stream().map(array -> array.spec().name()).toList();
    }

    /** As the script that made the files has it. */
    private static void assertGolden(ArrayReader array) throws IOException {
        Dimensions size = array.dimensions();
        Object values = array.read(Region.all(size), Order.X_FASTEST);
        ScalarType type = array.spec().type();
        int components = array.spec().components();
        for (int at = 0; at < size.count() * components; at++) {
            int tuple = at / components;
            int x = tuple % size.x();
            int y = tuple / size.x() % size.y();
            int z = tuple / size.x() / size.y();
            assertEquals(
                    GoldenFiles.value(type, x, y, z, at % components),
                    type.doubleAt(values, at),
                    array.spec().name() + " at " + at);
        }
    }
}
