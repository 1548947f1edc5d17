package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vtkhdf.write.DeflateEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertCommandTest {

    @TempDir
    private Path directory;

    private Path input;
    private Path output;

    @BeforeEach
    void writeInput() throws IOException {
        input = VtiFiles.small(directory.resolve("in.vti"));
        output = directory.resolve("out.vtkhdf");
    }

    private CliRun convert(Object... options) {
        List<Object> args = new ArrayList<>(List.of("convert", input, output));
        args.addAll(List.of(options));
        return CliRun.of(args.toArray());
    }

    private static JsonNode info(Path file) throws IOException {
        CliRun run = CliRun.of("info", "--json", "--distribution", file);
        assertEquals(0, run.exitCode(), run.err());
        return new ObjectMapper().readTree(run.out());
    }

    private void assertNothingWritten() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(input), files.collect(Collectors.toList()));
        }
    }

    @Test
    void convertsEverything() throws IOException {
        CliRun run = convert();
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("", run.out());
        assertTrue(
                run.err()
                        .matches(
                                "vtkhdf: warning: \\S+in.vti: the extent 5..8 0..2 -1..3 starts at 0 now, and the origin is"
                                        + " that of its first point; --keep-extent keeps both\\R"
                                        + "\\S+out.vtkhdf: 4 x 3 x 5 points, 3 arrays, 624 B in \\S+ s,"
                                        + " a file of \\S+ kB\\R"),
                run.err());
        JsonNode info = info(output);
        assertEquals("1.0", info.get("version").asText());
        assertEquals("[0,3,0,2,0,4]", info.get("extent").toString());
        assertEquals("[5.0,0.0,-3.0]", info.get("origin").toString());
        assertEquals("[1.0,2.0,3.0]", info.get("spacing").toString());
        assertEquals(
                "{\"name\":\"p\",\"association\":\"point\",\"type\":\"Int16\",\"components\":1,\"tuples\":60,"
                        + "\"storage\":\"contiguous\",\"filters\":[],\"storedBytes\":120,"
                        + "\"min\":0,\"max\":423,\"mean\":211.5,\"standardDeviation\":141.66127440718,\"nans\":0,\"infinities\":0,"
                        // numpy.percentile and numpy.histogram of i + 10 j + 100 k
                        + "\"percentiles\":{\"1\":0.59,\"25\":102.75,\"50\":211.5,\"75\":320.25,\"99\":422.41},"
                        + "\"histogram\":{\"counts\":[12,0,12,0,6,6,0,12,0,12]}}",
                info.get("arrays")
                        .get(0)
                        .toString()
                        .replaceAll("(Deviation\":141.66127440718)\\d*", "$1")
                        .replaceAll("422.4099+\\d*", "422.41")
                        .replaceAll(",\"edges\":[^]]*]", ""));
        assertEquals(2, info.get("arrays").get(1).get("components").asInt());
        assertEquals("cell", info.get("arrays").get(2).get("association").asText());
        assertEquals(23, info.get("arrays").get(2).get("max").asInt());
        assertEquals("TimeValue", info.get("arrays").get(3).get("name").asText());
        assertEquals(0.5, info.get("arrays").get(3).get("max").asDouble());
    }

    @Test
    void aConvertedFileConvertsAgain() throws IOException {
        assertEquals(0, convert("--compress", "fast").exitCode());
        Path again = directory.resolve("again.hdf");
        assertEquals(0, CliRun.of("convert", output, again).exitCode());
        assertEquals(
                0,
                CliRun.of("convert", again, output, "--overwrite", "--compress", "fast")
                        .exitCode());
        JsonNode info = info(again);
        assertEquals(423, info.get("arrays").get(0).get("max").asInt());
        assertEquals(info(output).get("bounds"), info.get("bounds"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none   | auto  | ''         | contiguous | null    | []",
                "none   | slice | ''         | chunked    | [4,3,1] | []",
                "none   | auto  | --checksum | chunked    | [4,3,1] | [fletcher32]",
                "fast   | auto  | ''         | chunked    | [4,3,1] | [shuffle, deflate]",
                "gzip   | brick | ''         | chunked    | [4,3,5] | [shuffle, deflate]",
                "gzip:9 | 2,1,3 | --checksum | chunked    | [3,1,2] | [shuffle, deflate, fletcher32]"
            })
    void storesAsAsked(
            String compress, String chunk, String checksum, String storage, String expectedChunk, String filters)
            throws IOException {
        List<String> options = new ArrayList<>(List.of("--compress", compress, "--chunk", chunk, "--max-memory", "1k"));
        if (!checksum.isEmpty()) {
            options.add(checksum);
        }
        CliRun run = convert(options.toArray());
        assertEquals(0, run.exitCode(), run.err());
        JsonNode array = info(output).get("arrays").get(0);
        assertEquals(storage, array.get("storage").asText());
        assertEquals(expectedChunk, String.valueOf(array.get("chunk")));
        List<String> found = new ArrayList<>();
        array.get("filters").forEach(filter -> found.add(filter.asText()));
        assertEquals(filters, found.toString());
        assertEquals(211.5, array.get("mean").asDouble());
    }

    @Test
    void keepsTheExtentIfAsked() throws IOException {
        assertEquals(0, convert("--keep-extent").exitCode());
        assertEquals("[5,8,0,2,-1,3]", info(output).get("extent").toString());
    }

    @Test
    void warnsOnlyOfArraysThatAreConverted() throws IOException {
        Files.writeString(
                input,
                Files.readString(input)
                        .replace("\"Int16\" Name=\"p\"", "\"Int64\" IdType=\"1\" Name=\"p\"")
                        .replace("\"Float64\" Name", "\"Int64\" IdType=\"1\" Name")
                        .replace("0.5<", "5<"));
        String values = ": values of type vtkIdType become Int64";
        CliRun all = convert("--dry-run");
        assertTrue(all.err().contains("PointData 'p'" + values), all.err());
        CliRun one = convert("--array", "v", "--dry-run");
        assertFalse(one.err().contains("PointData 'p'"), one.err());
        assertTrue(one.err().contains("FieldData 'TimeValue'" + values), "fields are always converted: " + one.err());
    }

    @Test
    void convertsSelectedArrays() throws IOException {
        assertEquals(0, convert("--array", "v").exitCode());
        JsonNode arrays = info(output).get("arrays");
        assertEquals("v", arrays.get(0).get("name").asText());
        assertEquals("TimeValue", arrays.get(1).get("name").asText());
        assertEquals(2, arrays.size());
    }

    @Test
    void anArrayThatIsNotThereIsWrongUsageAndNamesThoseThatAre() throws IOException {
        CliRun run = convert("--array", "q");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("no array 'q', expected 'p' (point), 'v' (point), 'p' (cell)"), run.err());
        assertNothingWritten();
    }

    @ParameterizedTest
    @CsvSource({
        "'Name=\"v\"', 'Name=\"v.1\"', 'Name=\"p\"', 'Name=\"v/1\"', v/1, v.1, v_1",
        "'Name=\"v\"', 'Name=\"_\"', 'Name=\"p\"', 'Name=\"/\"', /, _, _"
    })
    void namesThatWouldBecomeOneAreUnsupportedUnlessOneIsChosen(
            String v, String newV, String p, String newP, String first, String second, String stored)
            throws IOException {
        Files.writeString(input, Files.readString(input).replace(v, newV).replace(p, newP));
        CliRun run = convert();
        assertEquals(4, run.exitCode(), run.err());
        assertEquals(
                "vtkhdf: " + input + ": PointData: found the arrays '" + first + "' and '" + second
                        + "', which would both be stored as '" + stored
                        + "', expected names that still differ in OUTPUT; --array NAME chooses one",
                run.err().strip());
        assertNothingWritten();

        CliRun chosen = convert("--array", second);
        assertEquals(0, chosen.exitCode(), chosen.err());
        assertEquals(stored, info(output).get("arrays").get(0).get("name").asText());
    }

    @Test
    void fieldsWhoseNamesWouldBecomeOneAreUnsupported() throws IOException {
        String field = "<DataArray type=\"Float64\" Name=\"a.b\" NumberOfTuples=\"1\" format=\"ascii\">1</DataArray>";
        String both = "<FieldData>" + field + field.replace("a.b", "a_b");
        Files.writeString(input, Files.readString(input).replace("<FieldData>", both));
        CliRun run = convert("--array", "p");
        assertEquals(4, run.exitCode(), run.err());
        assertTrue(run.err().contains("FieldData: found the arrays 'a.b' and 'a_b'"), run.err());
        assertFalse(run.err().contains("--array"), run.err());
        assertNothingWritten();
    }

    @Test
    void anExistingOutputStaysUnlessItIsToBeOverwritten() throws IOException {
        Files.writeString(output, "precious");
        CliRun run = convert();
        assertEquals(3, run.exitCode());
        assertTrue(run.err().contains("out.vtkhdf: exists already; --overwrite"), run.err());
        assertEquals("precious", Files.readString(output));
        assertEquals(0, convert("--overwrite").exitCode());
        assertTrue(Files.size(output) > 624);
    }

    @Test
    void aDirectoryIsNotOverwritten() throws IOException {
        Files.createDirectory(output);
        CliRun run = convert("--overwrite");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith("vtkhdf: " + output + ": OUTPUT is a directory; --output-dir"), run.err());
        assertTrue(Files.isDirectory(output));
    }

    @Test
    void inputAndOutputMustDiffer() throws IOException {
        assertEquals(0, convert().exitCode());
        byte[] before = Files.readAllBytes(output);
        Path other = directory.resolve(".").resolve("out.vtkhdf");
        CliRun run = CliRun.of("convert", "--overwrite", "--in-place", output, other);
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("same file"), run.err());
        assertEquals(before.length, Files.size(output));
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.vtkhdf.part", "./out.vtkhdf.part", "link"})
    void theInputMustNotBeThePartThatOutputIsWrittenTo(String name) throws IOException {
        assertEquals(0, convert().exitCode());
        Path part = Files.move(output, directory.resolve("out.vtkhdf.part"));
        Files.createLink(directory.resolve("link"), part);
        byte[] before = Files.readAllBytes(part);
        for (String option : new String[] {"--quiet", "--overwrite"}) {
            CliRun run = CliRun.of("convert", directory.resolve(name), output, option);
            assertEquals(2, run.exitCode(), run.err());
            assertTrue(run.err().contains("INPUT is " + part + ", the file that OUTPUT is first written to"));
            assertArrayEquals(before, Files.readAllBytes(part));
            assertFalse(Files.exists(output));
        }
        assertEquals(0, CliRun.of("convert", part, output, "--in-place").exitCode());
        assertArrayEquals(before, Files.readAllBytes(part));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--quiet", "--in-place"})
    void aSourceThatBreaksInTheMiddleLeavesNothing(String option) throws IOException {
        VtiFiles.small(input, "x");
        CliRun run = convert("--max-memory", "100", option);
        assertEquals(3, run.exitCode());
        List<String> problems = run.err()
                .lines()
                .filter(line -> !line.startsWith("vtkhdf: warning: "))
                .collect(Collectors.toList());
        assertEquals(1, problems.size(), run.err());
        assertTrue(problems.get(0).startsWith("vtkhdf: " + input + ": "), run.err());
        assertNothingWritten();
    }

    @Test
    void aBrokenSourceLeavesAnEarlierOutputAsItWas() throws IOException {
        Files.writeString(output, "precious");
        VtiFiles.small(input, "x");
        assertEquals(3, convert("--overwrite").exitCode());
        assertEquals("precious", Files.readString(output));
        assertFalse(Files.exists(directory.resolve("out.vtkhdf.part")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip", "lz4"})
    void aTruncatedInputIsFoundWhenItIsOpened(String compress) throws IOException {
        Path whole = directory.resolve("whole.vti");
        CliRun written = CliRun.of("convert", input, whole, "--compress", compress);
        assertEquals(0, written.exitCode(), written.err());
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length - 45));
        for (Object[] command : new Object[][] {{"info", whole}, {"convert", whole, output, "--dry-run"}}) {
            CliRun run = CliRun.of(command);
            assertEquals(3, run.exitCode(), run.err());
            assertTrue(run.err().startsWith("vtkhdf: " + whole + ": CellData 'p', byte "), run.err());
        }
    }

    @Test
    void jsonIsAllThatStderrHasIfAsked() throws IOException {
        Files.writeString(input, Files.readString(input).replace("Name=\"v\"", "Name=\"v&#x9b;.\u007f&quot;\""));
        CliRun run = convert("--progress", "json", "--array", "v\u009b.\u007f\"");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(List.of("warning", "warning", "progress", "done"), events(run));
        assertTrue(run.err().contains("'v\\\\u009b.\\\\u007f\\\"': stored as"), run.err());
        assertEquals(List.of("error"), events(convert("--progress", "json")));
        assertEquals(List.of("error"), events(convert("--progress", "json", "--array", "none", "--overwrite")));
        assertEquals(List.of("progress", "done"), events(convert("--progress", "json", "--quiet", "--overwrite")));
    }

    /** That some old ones do not read it is usual. */
    @Test
    void saysWhichReleasesDoNotReadItIfANewOneIsAmongThem() {
        assertFalse(convert().err().contains("not read by"));
        CliRun run = convert("--keep-extent", "--overwrite");
        assertTrue(run.err().contains("; not read by VTK 9.1, 9.2, 9.3, 9.4, 9.5, 9.6 ('vtkhdf validate'"), run.err());
    }

    /** Progress, told as often as it may be, once. */
    private static List<String> events(CliRun run) throws IOException {
        List<String> events = new ArrayList<>();
        for (String line : run.err().lines().toList()) {
            String event = new ObjectMapper().readTree(line).get("event").asText();
            if (!event.equals("progress") || !events.contains(event)) {
                events.add(event);
            }
        }
        return events;
    }

    @Test
    void theOutputIsLookedAtBeforeAnythingIsSaidOfTheInput() throws IOException {
        Files.writeString(output, "precious");
        String expected = "vtkhdf: " + output + ": exists already; --overwrite replaces it";
        assertEquals(expected, convert().err().strip());
        Files.delete(output);
        Path part = Files.writeString(directory.resolve("out.vtkhdf.part"), "precious");
        for (CliRun run : List.of(convert(), convert("--dry-run"))) {
            assertEquals(3, run.exitCode());
            assertTrue(run.err().startsWith("vtkhdf: " + part + ": is in the way"), run.err());
        }
        assertEquals("precious", Files.readString(part));
    }

    @Test
    void aDirectoryIsUnreadable() {
        for (CliRun run : List.of(CliRun.of("convert", directory, output), CliRun.of("info", directory))) {
            assertEquals(3, run.exitCode(), run.err());
            assertEquals(
                    "vtkhdf: " + directory
                            + ": found a directory without pictures (.png, .tif, .tiff), expected a file, or pictures that are the slices of an image; with --recursive the command line takes all images in it",
                    run.err().strip());
        }
    }

    @Test
    void aMissingInput() throws IOException {
        CliRun run = CliRun.of("convert", directory.resolve("none.vti"), output);
        assertEquals(3, run.exitCode());
        assertEquals(
                "vtkhdf: " + directory.resolve("none.vti") + ": no such file or directory",
                run.err().strip());
        assertNothingWritten();
    }

    @Test
    void aMissingOutputDirectory() throws IOException {
        CliRun run = CliRun.of("convert", input, directory.resolve("none").resolve("out.vtkhdf"));
        assertEquals(3, run.exitCode());
        assertTrue(run.err().contains("no such file or directory"), run.err());
        assertNothingWritten();
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.pvti", "out.vtk", "out", "out.h5"})
    void otherOutputFormatsAreWrongUsage(String name) throws IOException {
        CliRun run = CliRun.of("convert", input, directory.resolve(name));
        assertEquals(2, run.exitCode());
        assertTrue(
                run.err().contains(name) && run.err().contains(".vtkhdf, .hdf, .vti, .pvd, .npy, .nrrd, .mha or .mhd"),
                run.err());
        assertNothingWritten();
    }

    @Test
    void otherInputFormatsAreUnsupported() throws IOException {
        Files.writeString(input, "no image");
        Path other = Files.move(input, directory.resolve("in.xyz"));
        CliRun run = CliRun.of("convert", other, output);
        assertEquals(4, run.exitCode());
        assertTrue(run.err().contains("expected VTK XML image data"), run.err());
    }

    @Test
    void quietSaysNothing() {
        assertEquals(new CliRun(0, "", ""), convert("--quiet"));
    }

    @Test
    void progressForMachines() throws IOException {
        CliRun run = convert("--progress", "json");
        List<String> lines = run.err().lines().collect(Collectors.toList());
        JsonNode last = new ObjectMapper().readTree(lines.get(lines.size() - 2));
        assertEquals("progress", last.get("event").asText());
        assertEquals(624, last.get("bytes").asLong());
        assertEquals(624, last.get("total").asLong());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--threads=0",
                "--threads=x",
                "--max-memory=lots",
                "--compress=lzf",
                "--chunk=0,1,1",
                "--progress=maybe",
                "--unknown",
                "third"
            })
    void wrongUsage(String option) throws IOException {
        CliRun run = convert(option);
        assertEquals(2, run.exitCode(), run.err());
        assertEquals(2, run.err().lines().count(), run.err());
        assertTrue(run.err().endsWith("Try 'vtkhdf convert --help'." + System.lineSeparator()), run.err());
        assertNothingWritten();
    }

    @Test
    void debugShowsWhereItFailed() {
        assertTrue(CliRun.of("--debug", "convert", "none.vti", output).err().contains("\tat "));
        assertTrue(CliRun.of("convert", "none.vti", output, "--debug").err().contains("\tat "));
    }

    @Test
    void theDeflateEngineIsChosen() throws IOException {
        assertEquals(0, convert("--compress", "fast", "--deflate-engine", "jdk").exitCode());
        JsonNode byJdk = info(output);
        for (String engine : DeflateEngine.ISAL.isAvailable() ? List.of("auto", "isal") : List.of("auto")) {
            CliRun run = convert("--compress", "fast", "--deflate-engine", engine, "--overwrite");
            assertEquals(0, run.exitCode(), run.err());
            assertEquals(
                    byJdk.get("arrays").findValuesAsText("mean"),
                    info(output).get("arrays").findValuesAsText("mean"));
        }
        CliRun slow = convert("--compress", "gzip:6", "--deflate-engine", "isal", "--overwrite");
        assertEquals(2, slow.exitCode());
        assertTrue(
                slow.err().startsWith("vtkhdf: --deflate-engine isal: found gzip:6, expected gzip:1 or gzip:2"),
                slow.err());
        CliRun none = convert("--deflate-engine", "jdk", "--overwrite");
        assertEquals(2, none.exitCode());
        assertTrue(none.err().startsWith("vtkhdf: --deflate-engine goes with --compress"), none.err());
        CliRun wrong = convert("--deflate-engine", "fast", "--overwrite");
        assertEquals(2, wrong.exitCode());
        output = directory.resolve("out.vti");
        CliRun vti = convert("--deflate-engine", "jdk");
        assertEquals(2, vti.exitCode());
        assertTrue(vti.err().startsWith("vtkhdf: --deflate-engine is for VTKHDF only"), vti.err());
    }
}
