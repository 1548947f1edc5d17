package io.vtkhdf.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.vtkhdf.image.Association;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.validate.ImageValidator;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Numbers of other widths than those of C, booleans, and packed chunks: the files of {@code make_packed.py}. */
class PackedArraysTest {

    private static final Path FOLDER = folder();
    private static final Dimensions SIZE = new Dimensions(5, 4, 3);
    private static final Dimensions CELLS = new Dimensions(4, 3, 2);

    /** A line of expected.tsv. */
    private record Expected(String file, int step, String group, String name, ScalarType type, byte[] bytes) {

        static Expected of(String line) {
            String[] cells = line.split("\t");
            return new Expected(
                    cells[0],
                    Integer.parseInt(cells[1]),
                    cells[2],
                    cells[3],
                    ScalarType.ofVtkName(cells[4]).orElseThrow(),
                    HexFormat.of().parseHex(cells[5]));
        }

        Association association() {
            return group.equals("CellData") ? Association.CELL : Association.POINT;
        }

        Dimensions size() {
            return association() == Association.CELL ? CELLS : SIZE;
        }

        boolean isField() {
            return group.equals("FieldData");
        }

        Object values() {
            return type.toArray(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        }
    }

    private static Path folder() {
        try {
            return Path.of(PackedArraysTest.class
                            .getResource("/packed/expected.tsv")
                            .toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static ImageDataReader open(String file) throws IOException {
        return ImageDataReader.open(FOLDER.resolve(file + ".h5"));
    }

    private static Stream<Expected> expected() throws IOException {
        return Files.readAllLines(FOLDER.resolve("expected.tsv")).stream().map(Expected::of);
    }

    @TestFactory
    Stream<DynamicTest> values_are_those_that_hdf5_gives_back() throws IOException {
        return expected()
                .map(array -> dynamicTest(
                        array.file() + ", step " + array.step() + ": " + array.group() + "/" + array.name(), () -> {
                            try (ImageDataReader reader = open(array.file())) {
                                check(array, reader.atStep(array.step()));
                            }
                        }));
    }

    private static void check(Expected expected, ImageDataReader reader) throws IOException {
        if (expected.isField()) {
            FieldArray.Numbers field = reader.fieldArray(expected.name()).asNumbers();
            assertEquals(expected.type(), field.type());
            assertEquals(field.type().toBytes(expected.values()), field.type().toBytes(field.values()));
            return;
        }
        ArrayReader array = reader.array(expected.association(), expected.name());
        assertEquals(expected.type(), array.spec().type());
        assertArrayEquals(expected.bytes(), bytes(array, Region.all(expected.size())));
        for (Axis axis : Axis.values()) {
            Region slice = Region.slice(expected.size(), axis, 1);
            assertArrayEquals(cut(expected, slice), bytes(array, slice), "slice across " + axis);
        }
        Region box = new Region(1, 1, 0, new Dimensions(3, 2, 2));
        assertArrayEquals(cut(expected, box), bytes(array, box));
        ByteBuffer target = ByteBuffer.allocate(expected.bytes().length).order(ByteOrder.LITTLE_ENDIAN);
        array.read(Region.all(expected.size()), target);
        assertArrayEquals(expected.bytes(), target.array());
    }

    private static byte[] bytes(ArrayReader array, Region region) throws IOException {
        return array.spec().type().toBytes(array.read(region, Order.X_FASTEST)).array();
    }

    private static byte[] cut(Expected expected, Region region) {
        int size = expected.type().size();
        ByteBuffer cut = ByteBuffer.allocate((int) region.size().count() * size);
        for (int z = region.z(); z < region.z() + region.size().z(); z++) {
            for (int y = region.y(); y < region.y() + region.size().y(); y++) {
                int first = (z * expected.size().y() + y) * expected.size().x() + region.x();
                cut.put(expected.bytes(), first * size, region.size().x() * size);
            }
        }
        return cut.array();
    }

    @Test
    void nothing_is_left_out() throws IOException {
        for (String file : List.of("widths", "filters", "series", "newest")) {
            try (ImageDataReader reader = open(file)) {
                assertEquals(List.of(), reader.unreadable());
                assertEquals(
                        expected()
                                .filter(array -> array.file().equals(file) && array.step() == 0 && !array.isField())
                                .map(Expected::name)
                                .sorted()
                                .toList(),
                        reader.arrays().stream()
                                .map(array -> array.spec().name())
                                .sorted()
                                .toList());
            }
        }
    }

    /** Those of widths.h5 are named after it. */
    @Test
    void tells_what_the_file_has() throws IOException {
        try (ImageDataReader reader = open("widths")) {
            for (ArrayReader array : reader.arrays()) {
                String name = array.spec().name().replace(" big-endian", "");
                assertEquals(Optional.of(name), array.storage().storedType());
            }
        }
        try (ImageDataReader reader = open("filters")) {
            assertEquals(Optional.empty(), reader.pointArray("lzf").storage().storedType());
            assertEquals(
                    List.of("shuffle", "lzf", "fletcher32"),
                    reader.pointArray("lzf all").storage().filters().stream()
                            .map(StoredLayout.Filter::name)
                            .toList());
        }
    }

    @Test
    void all_chunks_are_found_sound() throws IOException {
        for (String file : List.of("widths", "filters", "series", "newest")) {
            assertTrue(ImageValidator.validateDeep(FOLDER.resolve(file + ".h5")).isValid(), file);
        }
    }

    @Test
    void halves_that_are_no_numbers_stay_none() throws IOException {
        Path file = Files.createTempFile("nan", ".h5");
        byte[] bytes = Files.readAllBytes(FOLDER.resolve("widths.h5"));
        // The first values are 0, -0, 65504, -65504; 0x7c00 is infinite, and what is above no number.
        byte[] halves = {0, 0, 0, (byte) 0x80, (byte) 0xff, 0x7b, (byte) 0xff, (byte) 0xfb};
        int at = indexOf(bytes, halves);
        bytes[at + 1] = 0x7e;
        bytes[at + 2] = 1;
        bytes[at + 3] = (byte) 0xfc;
        Files.write(file, bytes);
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            float[] values = reader.array(Association.POINT, "float16").readFloats();
            assertTrue(Float.isNaN(values[0]));
            assertTrue(Float.isNaN(values[1]));
            assertFalse(Float.isNaN(values[2]));
        } finally {
            Files.delete(file);
        }
    }

    private static int indexOf(byte[] bytes, byte... wanted) {
        for (int at = 0; ; at++) {
            if (ByteBuffer.wrap(bytes, at, wanted.length).equals(ByteBuffer.wrap(wanted))) {
                return at;
            }
        }
    }
}
