package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @Test
    void helpIsAResult() {
        CliRun run = CliRun.of("--help");
        assertEquals(0, run.exitCode());
        assertEquals("", run.err());
        assertTrue(run.out().contains("convert"));
        assertTrue(run.out().contains("130"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"convert", "info", "slice", "validate", "diff", "completion", "help"})
    void everyCommandExplainsItselfWithAnExample(String command) {
        CliRun run = CliRun.of(command, "--help");
        assertEquals(0, run.exitCode());
        assertTrue(run.out().startsWith("Usage: vtkhdf " + command), run.out());
        assertTrue(
                run.out().matches("(?s).*\\nExamples?:\\n(  \\S[^\\n]*\\n)*  (source <\\()?vtkhdf " + command + " .*"),
                run.out());
        assertEquals(run, CliRun.of("help", command));
        assertTrue(CliRun.of("help").out().matches("(?s).*\\n  " + command + " .*"));
    }

    @Test
    void helpAloneIsThatOfVtkhdf() {
        assertEquals(CliRun.of("--help"), CliRun.of("help"));
    }

    @Test
    void helpForNoCommand() {
        CliRun run = CliRun.of("help", "convrt");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("found no command 'convrt', expected convert, info, "), run.err());
    }

    @Test
    void whatIsNoTerminalGetsNoColours() {
        assertFalse(CliRun.of("--help").out().contains("\033"));
        assertFalse(CliRun.of("help", "slice").out().contains("\033"));
    }

    @Test
    void theVersionIsAResult() {
        CliRun run = CliRun.of("--version");
        assertEquals(0, run.exitCode());
        assertTrue(run.out().startsWith("vtkhdf "), run.out());
        assertTrue(run.out().contains("Java " + System.getProperty("java.version")), run.out());
    }

    @Test
    void withoutACommand() {
        CliRun run = CliRun.of();
        assertEquals(2, run.exitCode());
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("vtkhdf: found no command, expected convert, info, "), run.err());
        assertTrue(run.err().contains("Try 'vtkhdf --help'."), run.err());
    }

    /** In the current directory, which is the module's. */
    @Test
    void aFileWhoseNameLooksLikeAnOptionIsTold() throws IOException {
        Path file = Files.createFile(Path.of("-lead.vti"));
        try {
            for (String command : List.of("info -lead.vti", "convert a.vti b.vti -lead.vti --output-dir out")) {
                CliRun run = CliRun.of((Object[]) command.split(" "));
                assertEquals(2, run.exitCode());
                assertTrue(
                        run.err().contains("'; the file of that name is ./-lead.vti, or stands behind --"), run.err());
            }
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void aNameInAnotherEncodingIsTold() {
        CliRun run = CliRun.of("info", "latin\ufffd.vti");
        assertEquals(3, run.exitCode());
        assertTrue(
                run.err()
                        .startsWith(
                                "vtkhdf: latin\ufffd.vti: no such file or directory: what is shown as \ufffd is not in the"
                                        + " encoding of this locale; "),
                run.err());
    }

    @Test
    void whatIsNoCommandGetsAListOfThem() {
        CliRun run = CliRun.of("conver", "a", "b");
        assertEquals(2, run.exitCode());
        assertEquals(2, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("vtkhdf: found no command 'conver', expected convert, info, "), run.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "diff a b c          | found 'c', expected nothing more behind the other arguments",
                "info EMPTY          | FILE: found an empty name, expected a file's",
                "slice a --index x   | --index: found 'x', expected K, A:B, A:B:S or mid",
                "convert a --threads x | --threads: found 'x', expected an integer",
                "diff --tolerance x  | --tolerance: found 'x', expected a number",
                "info a --jsn        | found '--jsn', expected an option of 'vtkhdf info'; did you mean '--json'?",
                "slice f -a t -x 5   | found '-a', expected an option of 'vtkhdf slice'",
                "slice --array t -q  | found '-q', expected an option of 'vtkhdf slice'",
                "slice --array -t f  | found no --axis, expected --axis x, y or z, or --planes",
                "info -lead.vti      | found '-lead.vti', expected an option of 'vtkhdf info'",
                "info                | found no FILE, expected FILE",
                "diff a              | found no B, expected A B",
                "diff                | found no A, expected A B",
                "slice               | found no FILE, expected FILE --array NAME",
                "slice a             | found no --array, expected FILE --array NAME",
                "slice a --array     | found --array without a value, expected --array NAME",
                "slice a --array t --index --axis z | found --index followed by '--axis', expected --index K",
                "slice a --array t --axis x --axis y | found --axis more than once, expected it once",
                "info a --json=x     | --json: found 'x', expected no value, or true or false",
                "join a              | found fewer than 2 of FILE, expected at least as many",
                "join                | found fewer than 2 of FILE, expected at least as many",
                "info a --max        | found '--max', expected an option of 'vtkhdf info'",
                "convert a b --max-memory x | --max-memory: found 'x', expected a size",
                "convert a b --compress x | --compress: found 'x', expected",
                "convert a outdir    | outdir: found no extension of a format that is written, expected .vtkhdf, .hdf,"
                        + " .vti, .pvd, .npy, .nrrd, .mha or .mhd, or --output-dir for a directory"
            })
    void wrongUsageIsToldInOneLineAndAHint(String command, String message) {
        Object[] args = Arrays.stream(command.strip().split(" "))
                .map(word -> word.equals("EMPTY") ? "" : word)
                .toArray();
        CliRun run = CliRun.of(args);
        assertEquals(2, run.exitCode());
        assertEquals(2, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("vtkhdf: " + message), run.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "info FILE                                   | found an empty file, expected an image",
                "validate FILE --deep                        | found an empty file, expected an image",
                "slice FILE --array a --axis x --index 0     | found an empty file, expected an image",
                "diff FILE FILE                              | found an empty file, expected an image",
                "convert FILE out.vtkhdf                     | found an empty file, expected an image"
            })
    void anEmptyFileIsNamedAsWhatItIs(String command, String message, @TempDir Path directory) throws IOException {
        for (String name : List.of("a", "a.vtkhdf", "a.vti")) {
            Path file = Files.createFile(directory.resolve(name));
            CliRun run = CliRun.of(
                    (Object[]) command.strip().replace("FILE", file.toString()).split(" +"));
            assertEquals(3, run.exitCode());
            assertEquals("vtkhdf: " + file + ": file: " + message, run.err().strip());
        }
    }

    @Test
    void aFileThatItsWriterLeftAtItsFirstBytesIsNamedAsWhatItIs(@TempDir Path directory) throws IOException {
        byte[] signature = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
        for (int length : new int[] {8, 9, 48, 5000}) {
            Path file = Files.write(directory.resolve("a.vtkhdf"), Arrays.copyOf(signature, length));
            CliRun run = CliRun.of("info", file);
            assertEquals(3, run.exitCode());
            assertTrue(run.err().contains("superblock: found nothing behind the HDF5 signature"), run.err());
        }
    }
}
