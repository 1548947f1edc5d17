package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.cli.text.StandardOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample, as README has it, and the guide's tables; tests/documents runs the commands of all pages word for word.
 */
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

    @Test
    void the_guide_has_the_options_and_exit_codes_of_the_help() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "guide.md"));
        String help = Stream.of(
                        "convert", "info", "slice", "validate", "diff", "join", "plan", "slab", "finish", "view")
                .map(command -> CliRun.of("help", command).out())
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ");

        List<String> codes = told(guide, "\\| (\\d+ \\| [^|]+) \\|");
        List<String> options = told(guide, "(--[a-z][a-z-]+)");

        assertEquals(7, codes.size(), codes.toString());
        codes.forEach(code -> assertTrue(help.contains(code.replace("| ", "")), code));
        assertTrue(options.size() > 20, options.toString());
        options.forEach(option -> assertTrue(help.contains(option), option));
    }

    private static List<String> told(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
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
