package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.cli.text.StandardOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's commands. */
class SampleTest {

    private static final Path SAMPLE = Path.of("..", "docs", "sample", "sample.vti");

    @TempDir
    private Path directory;

    @Test
    void converts_and_shows_what_is_in_it() {
        Path output = directory.resolve("sample.vtkhdf");

        CliRun convert = CliRun.of("convert", SAMPLE, output, "--overwrite");
        CliRun info = CliRun.of("info", output, "--stats");

        assertEquals(0, convert.exitCode(), convert.err());
        assertEquals(0, info.exitCode(), info.err());
        assertTrue(info.out().contains("32 x 32 x 16 points"), info.out());
        assertTrue(
                info.out().matches("(?s).*\\ndensity +points +Float32 +1 .*\\nvelocity +points +Float32 +3 .*"),
                info.out());
        assertTrue(info.out().matches("(?s).*\\nlabel +cells +Int32 +1 .*\\nTimeValue .*0\\.5.*"), info.out());
    }

    static List<String> commands() throws IOException {
        return Files.readString(Path.of("..", "README.md"))
                .lines()
                .filter(line -> line.matches("(VTKHDF_JAVA_OPTS=\\S+ )?vtkhdf .*"))
                .map(line -> line.replaceFirst(".*?vtkhdf ", "").replaceFirst("\\s+#.*", ""))
                .toList();
    }

    @Test
    void there_are_commands() throws IOException {
        assertTrue(commands().size() > 10, commands().toString());
    }

    /** Each for itself: with the inputs that it names, and without the output. */
    @ParameterizedTest
    @MethodSource("commands")
    void does_what_the_readme_says(String line) throws IOException {
        for (String name : List.of("scan.vti", "huge.vti", "out_9.vti", "out_10.vti")) {
            Files.copy(SAMPLE, directory.resolve(name));
        }
        StepFiles.pvd(
                directory.resolve("run.pvd"), "0", "scan.vti", "0.25", "scan.vti", "0.5", "scan.vti", "1", "scan.vti");
        CliRun.of("convert", SAMPLE, directory.resolve("scan.vtkhdf"));
        CliRun.of("convert", directory.resolve("run.pvd"), directory.resolve("run.vtkhdf"));
        List<String> args = new ArrayList<>();
        for (String word : line.split(" +")) {
            boolean isFile = word.matches("((scan|run|huge|slice|step)\\.[a-z]+|converted)");
            args.addAll(
                    word.equals("*.vti")
                            ? List.of(path("scan.vti"), path("huge.vti"))
                            : word.equals("out_*.vti")
                                    ? List.of(path("out_9.vti"), path("out_10.vti"))
                                    : List.of(isFile ? path(word) : word));
        }
        if (args.get(0).equals("convert") && !args.contains("--output-dir")) {
            Files.deleteIfExists(Path.of(args.get(args.contains("--series") ? 3 : 2)));
        }

        CliRun run = CliRun.of(args.toArray());

        assertEquals(0, run.exitCode(), run.err());
        for (String arg : args) {
            assertTrue(!arg.startsWith(directory.toString()) || Files.exists(Path.of(arg)), arg);
        }
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    @Test
    void says_so_when_its_output_cannot_be_written_unless_nobody_reads_it() {
        CliRun full = CliRun.withFailingOutput(new IOException("No space left on device"), "info", SAMPLE);
        IOException translated = new IOException("Daten\u00fcbergabe unterbrochen (broken pipe)");
        CliRun head = CliRun.withFailingOutput(new StandardOutput.ReaderGoneException(translated), "info", SAMPLE);

        assertEquals(new CliRun(3, "", "vtkhdf: standard output: No space left on device\n"), full);
        assertEquals(new CliRun(0, "", ""), head);
    }
}
