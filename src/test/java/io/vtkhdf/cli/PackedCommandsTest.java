package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.write.ImageSeriesWriter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands make of numbers of other widths, booleans and packed chunks: the files of make_packed.py. */
class PackedCommandsTest {

    @TempDir
    private Path directory;

    private static Path golden(String name) {
        try {
            return Path.of(
                    PackedCommandsTest.class.getResource("/packed/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    @Test
    void info_tells_what_the_file_has() throws IOException {
        CliRun text = CliRun.of("info", golden("widths.h5"));
        assertEquals(0, text.exitCode(), text.err());
        assertTrue(text.out().contains(" Float32 (float16 in the file) "), text.out());
        assertTrue(text.out().contains(" UInt8 (boolean in the file) "), text.out());
        assertTrue(text.out().contains(" Int16 (12-bit integer in the "), text.out());
        assertEquals("", text.err());

        CliRun json = CliRun.of("info", golden("series.h5"), "--json");
        for (JsonNode array : new ObjectMapper().readTree(json.out()).get("arrays")) {
            if (array.get("association").asText().equals("point")) {
                String expected =
                        switch (array.get("name").asText()) {
                            case "half" -> "float16";
                            case "boolean" -> "boolean";
                            default -> "";
                        };
                assertEquals(expected, array.path("storedType").asText());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"widths.h5", "filters.h5", "series.h5", "newest.h5"})
    void convert_keeps_all_values(String name) {
        Path output = directory.resolve("out.vtkhdf");
        CliRun convert = CliRun.of("convert", golden(name), output);
        assertEquals(0, convert.exitCode(), convert.err());
        assertFalse(convert.err().contains("warning"), convert.err());
        CliRun diff = CliRun.of("diff", golden(name), output);
        assertEquals(0, diff.exitCode(), diff.out());
        CliRun info = CliRun.of("info", output);
        assertFalse(info.out().contains("in the file"), info.out());
        assertEquals(0, CliRun.of("validate", "--deep", output).exitCode());
    }

    @Test
    void slice_cuts_booleans() throws IOException {
        Path output = directory.resolve("out.npy");
        CliRun run = CliRun.of(
                "slice", golden("widths.h5"), "--array", "boolean", "--axis", "z", "--index", 1, "-o", output);
        assertEquals(0, run.exitCode(), run.err());
        byte[] npy = Files.readAllBytes(output);
        String line = Files.readAllLines(golden("expected.tsv")).stream()
                .filter(text -> text.startsWith("widths\t0\tPointData\tboolean\t"))
                .findFirst()
                .orElseThrow();
        byte[] all = HexFormat.of().parseHex(line.substring(line.lastIndexOf('\t') + 1));
        assertArrayEquals(
                Arrays.copyOfRange(all, 20, 40), Arrays.copyOfRange(npy, npy.length - 20, npy.length), "values");
    }

    @Test
    void validate_says_what_no_vtk_reads() {
        CliRun widths = CliRun.of("validate", golden("widths.h5"));
        assertEquals(1, widths.exitCode());
        assertTrue(
                widths.out()
                        .contains("/VTKHDF/PointData/boolean: found booleans, which no VTK reads, expected numbers:"),
                widths.out());
        CliRun filters = CliRun.of("validate", golden("filters.h5"));
        assertEquals(1, filters.exitCode());
        assertTrue(filters.out().contains("needs the filter lzf"), filters.out());
        CliRun newest = CliRun.of("validate", golden("newest.h5"));
        assertEquals(1, newest.exitCode());
        assertTrue(newest.out().contains("/VTKHDF/CellData/boolean: found booleans, which no VTK reads"), newest.out());
    }

    @Test
    void szip_is_refused_in_one_line_that_says_what_to_do() {
        Path types = Path.of(golden("expected.tsv")
                .getParent()
                .resolveSibling("hdf5/types.h5")
                .toString());
        CliRun run = CliRun.of("slice", types, "--array", "bad szip", "--axis", "z", "--index", 0);
        assertEquals(4, run.exitCode());
        String line =
                "/VTKHDF/PointData/bad szip: found the filter szip, expected deflate, shuffle, fletcher32, lzf, nbit"
                        + " or scaleoffset: HDF5's 'h5repack -f GZIP=1', where it has that filter, makes such a file";
        assertTrue(run.err().startsWith("vtkhdf: " + types + ": "), run.err());
        assertTrue(run.err().endsWith(line + System.lineSeparator()), run.err());
        assertEquals(1, run.err().lines().count());
    }

    /** Steps that are added are written as this library writes them. */
    @Test
    void nothing_is_appended_to_what_is_stored_otherwise() throws IOException {
        Path file = Files.copy(golden("series.h5"), directory.resolve("series.vtkhdf"));
        byte[] before = Files.readAllBytes(file);
        UnsupportedFileException refused =
                assertThrows(UnsupportedFileException.class, () -> ImageSeriesWriter.append(file));
        assertTrue(refused.getMessage().contains("as this library writes it"), refused.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file));
    }
}
