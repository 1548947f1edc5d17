package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertManyTest {

    private static final int FILES = 7;

    @TempDir
    private Path directory;

    private Path outputs;
    private final List<Path> inputs = new ArrayList<>();

    @BeforeEach
    void writeInputs() throws IOException {
        outputs = Files.createDirectory(directory.resolve("out"));
        for (int i = 0; i < FILES; i++) {
            inputs.add(VtiFiles.small(directory.resolve("scan." + i + ".vti")));
        }
    }

    private CliRun convert(String... options) {
        List<Object> args = new ArrayList<>(List.of("convert", "--output-dir", outputs));
        args.addAll(inputs);
        args.addAll(List.of(options));
        return CliRun.of(args.toArray());
    }

    private Set<String> outputNames() throws IOException {
        try (Stream<Path> files = Files.list(outputs)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private static Set<String> names(String extension) {
        return Stream.iterate(0, i -> i + 1)
                .limit(FILES)
                .map(i -> "scan." + i + extension)
                .collect(Collectors.toSet());
    }

    @Test
    void theReadersOfAllAreToldOnce() throws IOException {
        CliRun run = convert("--keep-extent");
        assertEquals(0, run.exitCode(), run.err());
        String told = "vtkhdf: warning: 7 files not read by VTK 9.1, 9.2, 9.3, 9.4, 9.5, 9.6 (";
        assertEquals(1, run.err().lines().filter(line -> line.startsWith(told)).count(), run.err());
    }

    @Test
    void whatFailsAloneIsToldOnceAndLeavesNoFolder() throws IOException {
        Path bad = Files.writeString(directory.resolve("bad.vti"), "no image");
        Path folder = directory.resolve("new").resolve("folder");
        CliRun run = CliRun.of("convert", bad, "--output-dir", folder);
        assertEquals(3, run.exitCode());
        assertEquals(1, run.err().lines().count(), run.err());
        assertFalse(Files.exists(folder.getParent()));
        CliRun one = CliRun.of("convert", bad, inputs.get(0), "--output-dir", folder);
        assertEquals(3, one.exitCode());
        assertTrue(one.err().contains("1 file converted, 1 failed"), one.err());
        assertTrue(Files.exists(folder.resolve("scan.0.vtkhdf")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--threads=1", "--threads=5", "--max-memory=1k"})
    void everyFileIsConvertedAsItWouldBeAlone(String option) throws IOException {
        CliRun run = convert(option, "--compress", "fast");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("", run.out());
        assertEquals(names(".vtkhdf"), outputNames());
        List<String> lines = run.err().lines().toList();
        assertEquals(FILES + 1, lines.size(), "for each the moved extent; a summary: " + run.err());
        assertTrue(lines.get(FILES).matches("7 files converted, 4.37 kB in \\S+ s"), run.err());

        Path alone = directory.resolve("alone.vtkhdf");
        assertEquals(
                0,
                CliRun.of("convert", inputs.get(3), alone, "--compress", "fast").exitCode());
        assertEquals(-1, Files.mismatch(alone, outputs.resolve("scan.3.vtkhdf")));
    }

    @Test
    void toVti() throws IOException {
        CliRun run = convert("--output-format", "vti", "--compress", "lz4", "--quiet");
        assertEquals(new CliRun(0, "", ""), run);
        assertEquals(names(".vti"), outputNames());
        assertEquals(
                0, CliRun.of("info", "--stats", outputs.resolve("scan.0.vti")).exitCode());
    }

    @Test
    void oneThatFailsDoesNotKeepTheOthersFromGoingOn() throws IOException {
        VtiFiles.small(inputs.get(2), "x");
        Files.delete(inputs.get(4));
        Files.writeString(outputs.resolve("scan.5.vtkhdf"), "precious");
        CliRun run = convert("--progress", "json");
        assertEquals(3, run.exitCode(), run.err());
        Set<String> expected = names(".vtkhdf");
        expected.removeAll(Set.of("scan.2.vtkhdf", "scan.4.vtkhdf"));
        assertEquals(expected, outputNames());
        assertEquals("precious", Files.readString(outputs.resolve("scan.5.vtkhdf")));
        List<String> lines = run.err().lines().toList();
        String error = "{\"event\":\"error\",\"message\":\"";
        assertTrue(run.err().contains(error + inputs.get(2) + ": PointData 'p', value 59"), run.err());
        assertTrue(lines.contains(error + inputs.get(4) + ": no such file or directory\"}"), run.err());
        assertTrue(run.err().contains("scan.5.vtkhdf: exists already; --overwrite"), run.err());
        String done = "{\"event\":\"done\",\"message\":\"4 files converted, 3 failed, ";
        assertTrue(lines.get(lines.size() - 1).startsWith(done), run.err());
    }

    @Test
    void anArrayThatOneLacksIsThatFilesFailure() throws IOException {
        Files.writeString(inputs.get(1), Files.readString(inputs.get(1)).replace("Name=\"v\"", "Name=\"w\""));
        CliRun run = convert("--array", "v");
        assertEquals(3, run.exitCode(), run.err());
        assertTrue(run.err().contains(inputs.get(1) + ": no array 'v', expected 'p' (point), 'w' (point)"), run.err());
        assertEquals(FILES - 1, outputNames().size());
    }

    @Test
    void theDirectoryIsCreatedUnlessNothingIsToBeWritten() throws IOException {
        Path folder = directory.resolve("new/folder");
        CliRun dry = CliRun.of("convert", inputs.get(0), inputs.get(1), "--output-dir", folder, "--dry-run");
        assertEquals(0, dry.exitCode(), dry.err());
        assertTrue(dry.out().contains(" 1 tuple" + System.lineSeparator()), dry.out());
        assertFalse(Files.exists(folder));
        CliRun run = CliRun.of("convert", inputs.get(0), "--output-dir", folder);
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(Files.exists(folder.resolve("scan.0.vtkhdf")));
    }

    @Test
    void progressIsThatOfAllFiles() throws IOException {
        long total = 0;
        for (Path input : inputs) {
            total += Files.size(input);
        }
        CliRun run = convert("--progress", "json");
        List<String> progress =
                run.err().lines().filter(line -> line.contains("\"progress\"")).toList();
        JsonNode last = new ObjectMapper().readTree(progress.get(progress.size() - 1));
        assertEquals(total, last.get("bytes").asLong());
        assertEquals(total, last.get("total").asLong());
    }

    @Test
    void filesThatWouldBecomeOneAreWrongUsage() throws IOException {
        Path other = Files.createDirectory(directory.resolve("other"));
        inputs.add(VtiFiles.small(other.resolve("scan.3.vti")));
        assertWrongUsage(convert(), "would both become " + outputs.resolve("scan.3.vtkhdf"));
    }

    @Test
    void aFileIsNotWrittenOverItself() throws IOException {
        inputs.add(VtiFiles.small(outputs.resolve("x.vti")));
        CliRun run = convert("--output-format=vti", "--overwrite");
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains("same file"), run.err());
        assertEquals(Set.of("x.vti"), outputNames());
    }

    @Test
    void theDirectoryMustBeNoFile() throws IOException {
        CliRun run = CliRun.of("convert", inputs.get(0), "--output-dir", inputs.get(1));
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains(inputs.get(1) + ": found a file, expected a directory"), run.err());
    }

    @Test
    void severalFilesNeedADirectory() throws IOException {
        CliRun run = CliRun.of("convert", inputs.get(0), inputs.get(1), outputs.resolve("x.vti"));
        assertWrongUsage(run, "expected INPUT and OUTPUT, --output-dir");
        assertWrongUsage(CliRun.of("convert", inputs.get(0)), "found 1 file, expected INPUT and OUTPUT");
        CliRun named = CliRun.of("convert", inputs.get(0), outputs.resolve("x.vti"), "--output-format", "vti");
        assertWrongUsage(named, "--output-format goes with --output-dir");
    }

    private void assertWrongUsage(CliRun run, String message) throws IOException {
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertEquals(Set.of(), outputNames());
    }

    @Test
    void aDryRunWritesNothing() throws IOException {
        VtiFiles.small(inputs.get(2), "x");
        Files.delete(inputs.get(4));
        CliRun run = convert("--dry-run", "--compress", "gzip");
        assertEquals(3, run.exitCode(), run.err());
        assertEquals(Set.of(), outputNames());
        assertEquals(
                FILES - 1,
                run.out()
                        .lines()
                        .filter(line -> line.startsWith("would write "))
                        .count());
        assertFalse(run.err().contains("converted"), run.err());
    }
}
