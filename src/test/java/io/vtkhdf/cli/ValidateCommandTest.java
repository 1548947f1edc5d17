package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidateCommandTest {

    @TempDir
    private Path directory;

    private static Path golden(String name) {
        return resource("/hdf5/" + name + ".h5");
    }

    /** Of three steps, at 0, 0.5 and 2. */
    private static Path series(String name) {
        return resource("/validate/" + name + ".h5");
    }

    private static Path resource(String name) {
        try {
            return Path.of(ValidateCommandTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(int exitCode, Object... args) throws IOException {
        CliRun run = CliRun.of(args);
        assertEquals(exitCode, run.exitCode(), run.err());
        return new ObjectMapper().readTree(run.out());
    }

    private static String texts(JsonNode list, String name) {
        StringBuilder texts = new StringBuilder();
        list.forEach(item -> texts.append(item.get(name).asText()).append(' '));
        return texts.toString().strip();
    }

    @Test
    void asJson() throws IOException {
        Path file = golden("type-variable");
        JsonNode json = json(0, "validate", file, "--json");
        assertEquals(file.toString(), json.get("file").asText());
        assertTrue(json.get("valid").asBoolean());
        assertEquals("[]", json.get("findings").toString());
        assertEquals("9.1 9.2 9.3 9.4 9.5 9.6 9.7", texts(json.get("readers"), "vtk"));
        assertEquals("read refused refused refused read read read", texts(json.get("readers"), "verdict"));
        assertEquals("[\"5.10\"]", json.get("readers").get(0).get("paraview").toString());
        assertEquals("[]", json.get("readers").get(0).get("reasons").toString());
        assertEquals(1, json.get("readers").get(1).get("reasons").size());
    }

    @Test
    void deepTellsWhatHasNoChecksum() throws IOException {
        JsonNode json = json(0, "validate", golden("type-variable"), "--deep", "--json", "--quiet");
        assertTrue(texts(json.get("findings"), "severity").contains("note"), json.toString());
    }

    @Test
    void deepNamesABadChunkOfAFileByH5py() throws IOException {
        byte[] bytes = Files.readAllBytes(golden("layouts-v110"));
        Path file = Files.write(directory.resolve("a.vtkhdf"), bytes);
        assertEquals(0, CliRun.of("validate", "--deep", file).exitCode());
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int chunk = text.indexOf("\0\0\1\0\2\0\3\0\4\0\7\0"); // The first values, as Int16.
        bytes[chunk] ^= 4;
        Files.write(file, bytes);
        CliRun run = CliRun.of("validate", "--deep", file);
        assertEquals(1, run.exitCode(), run.err());
        assertTrue(run.out().startsWith(file + ": invalid" + System.lineSeparator()), run.out());
        assertTrue(run.out().contains("  error: /VTKHDF/PointData/checked chunk ["), run.out());
    }

    @Test
    void brokenFileAsJson() throws IOException {
        JsonNode json = json(1, "validate", "--json", golden("broken-no-extent"));
        assertFalse(json.get("valid").asBoolean());
        assertEquals(
                "{\"severity\":\"error\",\"path\":\"/VTKHDF\",\"found\":\"no attribute WholeExtent\","
                        + "\"expected\":\"one\"}",
                json.get("findings").get(0).toString());
    }

    @Test
    void whatIsNoVtkhdfFileHasTheExitCodeOfTheOtherCommands() throws IOException {
        Path vti = VtiFiles.small(directory.resolve("a.vti"));
        CliRun run = CliRun.of("validate", vti);
        assertEquals(4, run.exitCode());
        assertTrue(run.err().contains("a.vti: file: found no VTKHDF file"), run.err());
        Path text = Files.writeString(directory.resolve("a.txt"), "text");
        for (Object file : new Object[] {directory, "/dev/null", text, directory.resolve("none.vtkhdf"), "-"}) {
            CliRun info = CliRun.of("info", file);
            CliRun validate = CliRun.of("validate", file);
            assertEquals(info.exitCode(), validate.exitCode());
            assertEquals(info.err(), validate.err());
        }
    }

    @Test
    void asText() {
        CliRun run = CliRun.of("validate", golden("partial-v200"));
        assertEquals(1, run.exitCode(), run.err());
        assertEquals("", run.err());
        assertTrue(
                run.out()
                        .contains("partial-v200.h5: valid, but no VTK from 9.3 on reads it as it is"
                                + System.lineSeparator()),
                run.out());
        assertTrue(run.out().contains("  warning: /VTKHDF/PointData/"), run.out());
        assertTrue(run.out().contains("9.1 to 9.7  5.10 to 6.2  misread  PointData/"), run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "layouts-v110, 0",
        "flat-x, 0", // Not by 9.7, but by 9.3 to 9.6.
        "type-nul-padded, 0",
        "links, 1", // Misread by all.
        "layouts-v200, 1",
        "type-space-padded, 1", // Read by 9.1 alone.
        "broken-rank-5, 1",
        "type-unstructured, 4"
    })
    void exitCodes(String name, int exitCode) {
        assertEquals(exitCode, CliRun.of("validate", golden(name)).exitCode());
    }

    @Test
    void arraysWithTheSameFindingShareALine() throws IOException {
        CliRun run = CliRun.of("validate", golden("layouts-v200"));
        String[] lines = run.out()
                .lines()
                .filter(line -> line.startsWith("  warning: /VTKHDF/PointData/"))
                .toArray(String[]::new);
        assertEquals(1, lines.length, run.out());
        assertTrue(
                lines[0].matches("  warning: /VTKHDF/PointData/[^,]*, [^,]* and [0-9]+ more: found .*HDF5 2.0.*"
                        + ", expected .*'v110'.*'vtkhdf convert'"),
                lines[0]);
        JsonNode findings =
                json(1, "validate", "--json", golden("layouts-v200")).get("findings");
        int named = Integer.parseInt(lines[0].replaceAll(".* and ([0-9]+) more: .*", "$1")) + 2;
        assertEquals(named + 1, findings.size()); // And CellData/cells.
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "good | '3 steps, times 0 to 2'",
                "good-constant | '3 steps, times 0 to 2; the same at every step: PointData/a'",
                "good-shared | '3 steps, times 0 to 2; steps share slabs: PointData/a (2 for 3 steps)'",
                "good-reserved | '3 steps, times 0 to 2; slabs of no step: PointData/a (2 of 5)'",
            })
    void stepsOfASeries(String name, String lines) {
        CliRun run = CliRun.of("validate", series(name));
        assertEquals(0, run.exitCode(), run.out() + run.err());
        String said = run.out()
                .lines()
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .map(String::strip)
                .collect(Collectors.joining("; "));
        assertEquals(lines, said);
    }

    @Test
    void stepsOfASeriesAsJson() throws IOException {
        assertEquals(
                "{\"steps\":3,\"firstTime\":0.0,\"lastTime\":2.0,"
                        + "\"shared\":[{\"array\":\"PointData/a\",\"used\":3,\"stored\":5}]}",
                json(0, "validate", "--json", series("good-reserved"))
                        .get("series")
                        .toString());
        assertEquals(
                "{\"steps\":3,\"shared\":[]}",
                json(1, "validate", "--json", series("times-missing"))
                        .get("series")
                        .toString());
        assertTrue(json(1, "validate", "--json", series("times-nan"))
                .get("series")
                .get("lastTime")
                .isNumber());
        assertFalse(json(0, "validate", "--json", golden("type-variable")).has("series"));
    }

    @Test
    void exitCodesOfUnreadableFiles() throws IOException {
        Path text = Files.writeString(directory.resolve("a.vtkhdf"), "no HDF5");
        assertEquals(3, CliRun.of("validate", text).exitCode());
        assertEquals(3, CliRun.of("validate", directory.resolve("none")).exitCode());
        assertEquals(2, CliRun.of("validate").exitCode());
    }

    @Test
    void infoTellsTheReadersOfVtkhdfFilesOnly() throws IOException {
        JsonNode readers = json(0, "info", "--json", golden("type-variable")).get("readers");
        assertEquals(json(0, "validate", "--json", golden("type-variable")).get("readers"), readers);
        Path vti = VtiFiles.small(directory.resolve("in.vti"));
        assertFalse(json(0, "info", "--json", vti).has("readers"));
    }

    @Test
    void convertRefusesWhatTheOldestVtkWouldNotRead() throws IOException {
        Path vti = VtiFiles.small(directory.resolve("in.vti"));
        Path output = directory.resolve("out.vtkhdf");
        CliRun run = CliRun.of("convert", vti, output, "--oldest-vtk", "9.2");
        assertEquals(4, run.exitCode(), run.err());
        assertEquals(2, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("/VTKHDF/FieldData/TimeValue, /VTKHDF/"), run.err());
        assertFalse(Files.exists(output));
        assertEquals(0, CliRun.of("convert", vti, output, "--oldest-vtk", "9.3").exitCode());
        assertEquals(2, CliRun.of("convert", vti, output, "--oldest-vtk", "9").exitCode());
    }
}
