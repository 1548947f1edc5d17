package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.testing.HangGuard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writing fails in the middle: the shell lets no file grow beyond 8 MiB. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no ulimit")
@HangGuard
class FullDiskTest {

    private static final String LIMITED = "ulimit -f 8192; exec \"$@\"";

    @TempDir
    private Path directory;

    private Spawned limited(Object... args) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", "-c", LIMITED, "bash"));
        command.addAll(Spawned.command(List.of(), args));
        return Spawned.run(command);
    }

    @ParameterizedTest
    @CsvSource({
        "out.vti, --compress=none",
        "out.vti, --encoding=ascii",
        "out.vtkhdf, --compress=none",
        "out.vtkhdf, --in-place"
    })
    void leavesNothingBehind(String name, String option) throws Exception {
        Path input = VtiFiles.zeros(directory.resolve("in.vti"), 3);
        Path output = directory.resolve(name);
        Spawned run = limited("convert", input, output, option);
        assertEquals(3, run.exitCode(), run.said());
        assertEquals(1, run.said().lines().count(), run.said());
        assertTrue(run.said().strip().endsWith(output + ": could not be written: File too large"), run.said());
        assertFiles(List.of(input));
    }

    @Test
    void smallerFilesOfManyAreStillWritten() throws Exception {
        Path large = VtiFiles.zeros(directory.resolve("large.vti"), 3);
        Path small = VtiFiles.small(directory.resolve("small.vti"));
        Path outputs = Files.createDirectory(directory.resolve("out"));
        Spawned run = limited("convert", large, small, "--output-dir", outputs);
        assertEquals(3, run.exitCode(), run.said());
        assertTrue(run.said().contains(outputs.resolve("large.vtkhdf") + ": could not be written: File too large"));
        try (Stream<Path> files = Files.list(outputs)) {
            assertEquals(List.of(outputs.resolve("small.vtkhdf")), files.toList());
        }
    }

    private void assertFiles(List<Path> expected) throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(expected, files.toList());
        }
    }
}
