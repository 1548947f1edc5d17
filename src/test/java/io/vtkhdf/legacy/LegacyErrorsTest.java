package io.vtkhdf.legacy;

import static io.vtkhdf.legacy.LegacyTesting.HEADER;
import static io.vtkhdf.legacy.LegacyTesting.binary;
import static io.vtkhdf.legacy.LegacyTesting.bytes;
import static io.vtkhdf.legacy.LegacyTesting.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyErrorsTest {

    @TempDir
    private Path folder;

    private String corrupt(String file) {
        return refusal(CorruptFileException.class, folder, file.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertSays(String expected, String message) {
        assertTrue(message.contains(expected), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POLYDATA", "unstructured_grid", "STRUCTURED_GRID", "TABLE"})
    void otherDataAreUnsupported(String name) {
        byte[] file = HEADER.replace("STRUCTURED_POINTS", name).getBytes(StandardCharsets.UTF_8);
        String message = refusal(UnsupportedFileException.class, folder, file);
        assertSays("found DATASET " + name + ", expected DATASET STRUCTURED_POINTS", message);
    }

    @Test
    void aGridHasCoordinates() {
        String grid = HEADER.replace("STRUCTURED_POINTS", "RECTILINEAR_GRID");
        assertSays("found no coordinates of x, expected ", corrupt(grid));
    }

    @Test
    void aFieldAloneIsUnsupported() {
        byte[] file =
                "# vtk DataFile Version 3.0\nt\nASCII\nFIELD f 1\na 1 1 int\n1\n".getBytes(StandardCharsets.UTF_8);
        assertSays("expected DATASET", refusal(UnsupportedFileException.class, folder, file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# vtk|# VTK|expected '# vtk DataFile Version'",
                "ASCII|TEXT|found 'TEXT', expected ASCII or BINARY",
                "STRUCTURED_POINTS|POINTS|found 'POINTS', expected DATASET STRUCTURED_POINTS",
                "DATASET|DATA|found 'DATA', expected DATASET",
                "DIMENSIONS|SIZE|found 'size', expected DIMENSIONS",
                "2 3 1|2 0 1|found 0 points along y, expected at least 1",
                "2 3 1|2 3|found 'SPACING', expected the number of points along z",
                "2 3 1|2 3 2147483648|found '2147483648'",
                "2 3 1|2147483647 2147483647 2147483647|an image of fewer than 2^63 points",
                "DIMENSIONS 2 3 1|EXTENT 0 1 3 2 0 0|found the indices 0 to 1, 3 to 2, 0 to 0",
                "DIMENSIONS 2 3 1|EXTENT -2147483648 2147483647 0 0 0 0|each axis from its first index to its last",
                "DIMENSIONS 2 3 1||found no DIMENSIONS",
                "SPACING 1 1 1|SPACING 1 nan 1|found 'nan', expected a spacing, a finite number",
                "ORIGIN 0 0 0|ORIGIN 0 0 0x1p3|found '0x1p3', expected a coordinate of the origin"
            })
    void headers(String part, String replacement, String expected) {
        assertSays(expected, corrupt(HEADER.replace(part, replacement == null ? "" : replacement)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT_DATA 7|found 7 tuples of PointData, expected 6 (2 x 3 x 1)",
                "CELL_DATA 1|found 1 tuples of CellData, expected 2",
                "POINT_DATA -6|found '-6'",
                "POINT_DATA six|found 'six', expected the number of tuples, an integer",
                "POINT_DATA|found the end of the file, expected the number of tuples",
                "SCALARS s int 1|found 'scalars', expected DIMENSIONS",
                "POINT_DATA 6 WHAT w int|found 'what', expected SCALARS",
                "POINT_DATA 6 SCALARS s int 1 2 3|found '2', expected LOOKUP_TABLE",
                "POINT_DATA 6 SCALARS s int 1.5|found '1.5', expected the number of components",
                "POINT_DATA 6 SCALARS s int 0 LOOKUP_TABLE t|found 0 components",
                "POINT_DATA 6 SCALARS s int 2147483647 LOOKUP_TABLE t|found 2147483647 components",
                "POINT_DATA 6 SCALARS s int LOOKUP_TABLE|found the end of the file",
                "POINT_DATA 6 VECTORS v int 1 2 3|'v', byte 135: found 6 tuples of 3 components of type int",
                "POINT_DATA 6 NORMALS v int 1 1 1 1 2 2 2 3 3 3 4 4 4 4|the end of the file after 14 values",
                "POINT_DATA 6 SCALARS s int LOOKUP_TABLE t 1 2 3 4 5 CELL_DATA 2|'s', byte 161: found a word with 'C'",
                "POINT_DATA 6 SCALARS s int LOOKUP_TABLE t 1 2 3 4 5 6 7|found '7', expected SCALARS",
                "POINT_DATA 6 SCALARS s int LOOKUP_TABLE t 1 2 3 4 5.5 6|'s', value 4, after byte 150: found '5.5'",
                "POINT_DATA 6 SCALARS s short LOOKUP_TABLE t 1 2 3 4 32768 6|found '32768', expected a value of type",
                "POINT_DATA 6 FIELD f 2 a 1 6 int 1 2 3 4 5 6|found the end of the file, expected the name of an array",
                "POINT_DATA 6 FIELD f 1 a 4 9223372036854775807 int 1|found 9223372036854775807 tuples of 4",
                "FIELD f 1 a 1 9223372036854775807 char 1|found 9223372036854775807 tuples",
                "FIELD f 1 a 1 9223372036854775807 variant 1|found 9223372036854775807 tuples",
                "FIELD f 1 a 1 2 string x|found more in the line, expected a line break",
                "FIELD f 1 %2 1 -1 int|found '-1'",
                "POINT_DATA 6 LOOKUP_TABLE t 99999999999|found 99999999999 tuples of 4 components"
            })
    void contents(String content, String expected) {
        assertSays(expected, corrupt(HEADER + content));
    }

    @Test
    void stringsThatAreMissing() {
        assertSays("the end of the file after 1 strings", corrupt(HEADER + "FIELD f 1\na 1 2 string\nx"));
        assertSays("more information keys", corrupt(HEADER + "FIELD f 1\na 1 1 int 1\nMETADATA\nINFORMATION 2\n\n"));
        assertSays("component names", corrupt(HEADER + "FIELD f 1\na 2 1 int 1 2\nMETADATA\nCOMPONENT_NAMES\n"));
        assertSays("'x'", corrupt(HEADER + "FIELD f 1\na 2 1 int 1 2\nMETADATA\nINFORMATION x\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VECTORS v double|'v', byte 140: found 6 tuples of 3 components of type double, expected no more than fit",
                "FIELD f 1!a 1 1000000000000 float|found 1000000000000 tuples",
                "FIELD f 1!a 9 1152921504606846976 bit|found 1152921504606846976 tuples",
                "LOOKUP_TABLE t 1000|found 1000 tuples of 4 components"
            })
    void bytesThatAreMissing(String declaration, String expected) {
        byte[] file = binary(
                HEADER.replace("ASCII", "BINARY"),
                "POINT_DATA 6\n",
                declaration.replace('!', '\n') + "\n",
                bytes(1, 2));
        assertSays(expected, refusal(CorruptFileException.class, folder, file));
    }

    /** In binary nobody knows where such values end. */
    @Test
    void unknownTypesInBinary() {
        byte[] file = binary(HEADER.replace("ASCII", "BINARY"), "POINT_DATA 6\nNORMALS g int64\n", bytes(1, 2));
        assertSays("found 'int64', expected a type", refusal(CorruptFileException.class, folder, file));
    }

    @Test
    void binaryValuesBeginOnALineOfTheirOwn() {
        byte[] file = binary(HEADER.replace("ASCII", "BINARY"), "POINT_DATA 6\nGLOBAL_IDS g char 123456\n");
        assertSays("expected a line break", refusal(CorruptFileException.class, folder, file));
    }

    @Test
    void moreArraysThanMemoryIsMeantFor() {
        byte[] file = (HEADER + "POINT_DATA 6\nFIELD f 10001\n" + "a 1 0 int\n".repeat(10_001))
                .getBytes(StandardCharsets.UTF_8);
        assertSays("more than 10000 arrays", refusal(UnsupportedFileException.class, folder, file));
    }

    @Test
    void anEndlessWordIsRefused() {
        assertSays("more than 65536 characters", corrupt(HEADER + "x".repeat(70_000)));
    }

    @Test
    void allStringsTogetherAreBounded() throws IOException {
        String strings = " 1 1000000 string\n" + "\n".repeat(1_000_000);
        try (ImageSource source = LegacyTesting.open(
                folder, HEADER + "FIELD f 3\nfirst" + strings + "second" + strings + "n 1 1 int 7\n")) {
            assertEquals(
                    List.of("first", "n"),
                    source.fields().stream().map(FieldArray::name).toList());
            assertEquals(1, source.unreadable().size());
            assertSays(
                    "'second': found 1000000 strings",
                    source.unreadable().get(0).message());
        }
    }
}
