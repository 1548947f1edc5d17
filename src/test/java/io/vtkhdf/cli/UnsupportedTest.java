package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Well-formed files, made by h5py, that hold something that is not supported: nothing is left out in silence. */
class UnsupportedTest {

    @TempDir
    private Path directory;

    private static Path golden(String name) {
        try {
            return Path.of(UnsupportedTest.class.getResource("/hdf5/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    @Test
    void infoNamesTheArraysThatItLeavesOut() {
        CliRun run = CliRun.of("info", golden("types.h5"));
        assertEquals(0, run.exitCode());
        assertTrue(run.out().contains("be f4"), run.out());
        assertTrue(run.err().contains("left out: " + golden("types.h5") + ": /VTKHDF/PointData/bad szip:"), run.err());
    }

    @Test
    void convertLeavesOutWhatItCannotReadAndSaysSo() {
        Path output = directory.resolve("out.vtkhdf");
        CliRun all = CliRun.of("convert", golden("types.h5"), output);
        assertEquals(0, all.exitCode(), all.err());
        assertTrue(all.err().contains("left out: " + golden("types.h5") + ": /VTKHDF/PointData/bad szip: "), all.err());
        assertTrue(CliRun.of("info", output).out().contains("be f4"));
        assertEquals("", CliRun.of("info", output).err());
    }

    @ParameterizedTest
    @CsvSource({"odd-datasets.h5, good, scale", "committed-old.h5, numbers, pairs"})
    void anOddArrayStopsAConversionOnlyIfItIsAskedFor(String file, String good, String odd) throws IOException {
        Path output = directory.resolve("out.vtkhdf");
        CliRun wanted = CliRun.of("convert", golden(file), output, "--array", good, "--array", odd);
        assertEquals(4, wanted.exitCode(), wanted.err());
        assertTrue(wanted.err().contains("/VTKHDF/PointData/" + odd + ": found "), wanted.err());
        assertFalse(Files.exists(output));

        CliRun all = CliRun.of("convert", golden(file), output);
        assertEquals(0, all.exitCode(), all.err());
        assertTrue(all.err().contains("left out: " + golden(file) + ": /VTKHDF/PointData/"), all.err());
        // Of many the first ones are told, and all in JSON.
        assertTrue(all.err().lines().count() <= 12, all.err());
        assertTrue(CliRun.of("info", "--json", golden(file)).out().contains(": /VTKHDF/PointData/" + odd + ": found "));
        assertEquals(0, CliRun.of("diff", golden(file), output, "--array", good).exitCode());
    }

    @Test
    void ifNoArrayCanBeReadNothingIsWritten() throws IOException {
        Path input = VtiFiles.small(directory.resolve("in.vti"));
        Files.writeString(
                input, Files.readString(input).replaceAll("type=\"(Int16|UInt8|Float32)\"", "type=\"String\""));
        Path output = directory.resolve("out.vtkhdf");
        CliRun run = CliRun.of("convert", input, output);
        assertEquals(4, run.exitCode(), run.err());
        assertFalse(Files.exists(output));
    }

    @Test
    void aBrokenHeaderStopsAConversionOnlyIfItsArrayIsWanted() throws IOException {
        byte[] bytes = Files.readAllBytes(golden("committed-v110.h5"));
        int header = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("OHDR");
        bytes[header + 10] ^= 1;
        Path broken = Files.write(directory.resolve("broken.h5"), bytes);
        CliRun info = CliRun.of("info", broken);
        assertEquals(0, info.exitCode(), info.err());
        assertTrue(
                info.err().matches("(?s)vtkhdf: warning: left out: .*/PointData/\\S+: Checksum mismatch.*"),
                info.err());

        Path output = directory.resolve("out.vtkhdf");
        CliRun refused = CliRun.of("convert", broken, output);
        assertEquals(3, refused.exitCode(), refused.err());
        assertFalse(Files.exists(output));
        assertEquals(0, CliRun.of("convert", broken, output, "--array", "u1").exitCode());
        CliRun validated = CliRun.of("validate", broken);
        assertEquals(1, validated.exitCode(), validated.out());
        assertTrue(validated.out().contains("Checksum mismatch"), validated.out());
    }

    @Test
    void cellsOfAFlatImageThatHaveNoValuesAreNoFailure() {
        Path output = directory.resolve("out.vtkhdf");
        CliRun run = CliRun.of("convert", golden("empty-cells.h5"), output);
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(
                run.err().contains("warning: " + golden("empty-cells.h5") + ": /VTKHDF/CellData/c: found an empty"),
                run.err());
        assertTrue(CliRun.of("info", output).out().contains("Float32"));
    }

    @Test
    void whatIsMissingOfTheGeometryIsSaid() {
        Path input = golden("header-bare.h5");
        CliRun info = CliRun.of("info", input);
        CliRun convert = CliRun.of("convert", input, directory.resolve("out.vtkhdf"));
        for (CliRun run : List.of(info, convert)) {
            assertEquals(0, run.exitCode(), run.err());
            assertTrue(
                    run.err()
                            .contains("vtkhdf: warning: " + input
                                    + ": /VTKHDF: found no attribute Origin, expected one; taken as 0 0 0"),
                    run.err());
            assertTrue(run.err().contains("Spacing, expected one; taken as 1 1 1"), run.err());
        }
        assertEquals(1, CliRun.of("validate", input).exitCode());
    }

    @Test
    void arraysOfXmlFilesAreLeftOutInTheSameWay() throws IOException {
        Path input = VtiFiles.small(directory.resolve("in.vti"));
        Files.writeString(input, Files.readString(input).replace("Int16", "String"));
        String reason = input + ": PointData 'p': found an array of type String";
        CliRun info = CliRun.of("info", input);
        assertEquals(0, info.exitCode(), info.err());
        assertTrue(info.out().contains("Float32"), info.out());
        assertTrue(info.err().startsWith("vtkhdf: warning: left out: " + reason), info.err());

        Path output = directory.resolve("out.vtkhdf");
        Files.writeString(input, Files.readString(input).replace("UInt8\" Name=\"p\"", "UInt8\" Name=\"c\""));
        CliRun wanted = CliRun.of("convert", input, output, "--array", "v", "--array", "p");
        assertEquals(4, wanted.exitCode());
        assertEquals(1, wanted.err().lines().count(), wanted.err());
        assertTrue(wanted.err().contains("--array can choose others: PointData 'p'"), wanted.err());
        assertFalse(Files.exists(output));

        CliRun chosen = CliRun.of("convert", input, output, "--array", "v");
        assertEquals(0, chosen.exitCode(), chosen.err());
        assertTrue(chosen.err().startsWith("vtkhdf: warning: left out: " + reason), chosen.err());
        assertEquals("", CliRun.of("info", output).err());
    }

    @ParameterizedTest
    @CsvSource("<VTKFile, <VTKFile compressor='vtkOddDataCompressor', compressor")
    void whatConcernsAWholeXmlFileIsAnErrorWhateverIsChosen(String text, String replacement, String message)
            throws IOException {
        Path input = VtiFiles.small(directory.resolve("in.vti"));
        Files.writeString(input, Files.readString(input).replace(text, replacement));
        for (CliRun run : new CliRun[] {
            CliRun.of("info", input), CliRun.of("convert", input, directory.resolve("o.hdf"), "--array", "v")
        }) {
            assertEquals(4, run.exitCode(), run.err());
            assertTrue(run.err().contains(message), run.err());
        }
    }

    @Test
    void sliceSaysWhyAnArrayCannotBeRead() {
        CliRun run = CliRun.of("slice", golden("types.h5"), "--array", "bad szip", "--axis", "z", "--index", 0);
        assertEquals(4, run.exitCode());
        assertTrue(run.err().contains("bad szip: found the filter szip, expected deflate, "), run.err());
    }

    @ParameterizedTest
    @CsvSource({
        "type-unstructured.h5, 4, /VTKHDF@Type",
        "two-steps.h5, 3, /VTKHDF/Steps: found no dataset Values",
    })
    void otherTypesAndTimeSeriesWithoutTimes(String name, int exitCode, String message) {
        for (CliRun run : new CliRun[] {
            CliRun.of("info", golden(name)),
            CliRun.of("convert", golden(name), directory.resolve("out.vtkhdf")),
            CliRun.of("slice", golden(name), "--array", "a", "--axis", "z", "--index", 0)
        }) {
            assertEquals(exitCode, run.exitCode(), run.err());
            assertEquals("", run.out());
            assertTrue(run.err().contains(message), run.err());
            assertEquals(1, run.err().lines().count(), run.err());
        }
    }

    @Test
    void aSliceOfABigEndianArrayIsLittleEndian() throws Exception {
        Path big = directory.resolve("big.raw");
        Path little = directory.resolve("little.raw");
        for (String axis : new String[] {"x", "y", "z"}) {
            CliRun.of("slice", golden("types.h5"), "--array", "be i4", "--axis", axis, "--index", 1, "-o", big);
            CliRun.of("slice", golden("types.h5"), "--array", "le i4", "--axis", axis, "--index", 1, "-o", little);
            assertEquals(-1, Files.mismatch(big, little));
        }
    }
}
