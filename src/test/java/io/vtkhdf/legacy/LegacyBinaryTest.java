package io.vtkhdf.legacy;

import static io.vtkhdf.legacy.LegacyTesting.binary;
import static io.vtkhdf.legacy.LegacyTesting.bytes;
import static io.vtkhdf.legacy.LegacyTesting.open;
import static io.vtkhdf.legacy.LegacyTesting.text;
import static io.vtkhdf.legacy.LegacyTesting.values;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LegacyBinaryTest {

    private static final String HEADER = LegacyTesting.HEADER.replace("ASCII", "BINARY");

    @TempDir
    private Path folder;

    static Stream<LegacyType> numbers() {
        return Stream.of(LegacyType.values())
                .filter(type -> type.offered().isPresent() && type != LegacyType.COLOR && type != LegacyType.BIT);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void numbersAreBigEndian(LegacyType type) throws IOException {
        byte[] stored = new byte[Math.toIntExact(type.binarySize(5 * 4 * 3 * 2))];
        new Random(7).nextBytes(stored);
        ScalarType offered = type.offered().orElseThrow();
        ByteBuffer expected = ByteBuffer.wrap(stored);
        if (type == LegacyType.ID) {
            expected = ByteBuffer.allocate(2 * stored.length);
            for (int i = 0; i < stored.length; i += Integer.BYTES) {
                expected.putLong(ByteBuffer.wrap(stored).getInt(i));
            }
            expected.flip();
        }
        byte[] file = binary(
                HEADER.replace("2 3 1", "5 4 3"),
                "POINT_DATA 60\nSCALARS s " + type + " 2\nLOOKUP_TABLE default \r\n",
                stored,
                "METADATA\nCOMPONENT_NAMES\nx\ny\n\n");
        try (ImageSource source = open(folder, file)) {
            ArraySpec spec = ArraySpec.point("s", offered).withComponents(2).withComponentNames(List.of("x", "y"));
            assertEquals(List.of(spec), source.arrays());
            for (int slices = 1; slices <= 3; slices++) {
                for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
                    assertSame(offered, expected, values(source, spec, slices, order));
                }
            }
        }
    }

    private static void assertSame(ScalarType type, ByteBuffer expected, Object found) {
        Object values = type.toArray(expected);
        for (int i = 0; i < expected.remaining() / type.size(); i++) {
            assertEquals(type.textAt(values, i), type.textAt(found, i));
        }
    }

    @Test
    void bitsArePackedAcrossTuples() throws IOException {
        byte[] file = binary(
                HEADER,
                "POINT_DATA 6\nFIELD f 2\nthree 3 6 bit\n",
                bytes(0b10110011, 0b00001111, 0b01000000),
                "\none 1 6 BIT\n",
                bytes(0b11010100),
                "\n");
        try (ImageSource source = open(folder, file)) {
            assertEquals("1 0 1 1 0 0 1 1 0 0 0 0 1 1 1 1 0 1", text(source, "three"));
            assertEquals("1 1 0 1 0 1", text(source, "one"));
        }
    }

    @Test
    void valuesThatLookLikeTextAreValues() throws IOException {
        byte[] file = binary(
                HEADER,
                "POINT_DATA 6\nCOLOR_SCALARS rgb 3\n",
                "\n\n\nMETADATA\n\n\r\n VE",
                "\nLOOKUP_TABLE t 2\n",
                "SCALARS ",
                "\nVECTORS v char\n",
                "CELL_DATA 2\n 0   \n",
                "\nFIELD f 1\nbytes 1 6 unsigned_char\n",
                "\n\n\n\n\n\n",
                "\n");
        try (ImageSource source = open(folder, file)) {
            assertEquals("10 10 10 77 69 84 65 68 65 84 65 10 10 13 10 32 86 69", text(source, "rgb"));
            assertEquals("67 69 76 76 95 68 65 84 65 32 50 10 32 48 32 32 32 10", text(source, "v"));
            assertEquals("10 10 10 10 10 10", text(source, "bytes"));
        }
    }

    @Test
    void stringsHaveTheirLengthInFront() throws IOException {
        String medium = "m".repeat(300);
        byte[] file = binary(
                HEADER,
                "FIELD FieldData 2\nwords 1 5 string\n",
                bytes(0xc0),
                bytes(0xc3),
                "a b",
                bytes(0x80 | 300 >> 8, 300 & 0xff),
                medium,
                bytes(0x40, 0, 0, 2),
                "é",
                bytes(0, 0, 0, 0, 0, 0, 0, 1),
                "\n",
                "\nflags 1 3 bit\n",
                bytes(0b10100000),
                "\nORIGIN 0 0 0\n");
        try (ImageSource source = open(folder, file)) {
            assertEquals(
                    List.of("", "a b", medium, "é", "\n"),
                    source.fields().get(0).asStrings().values());
            assertArrayEquals(
                    new byte[] {1, 0, 1}, source.fields().get(1).asNumbers().values(byte[].class));
        }
    }
}
