package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real process is told to end in the middle of a conversion. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows cannot send these signals to a process")
@Timeout(120)
class InterruptTest {

    @TempDir
    private Path directory;

    @Test
    void interrupted() throws Exception {
        assertEquals(130, convertUntil("INT"));
    }

    @Test
    void terminated() throws Exception {
        assertEquals(143, convertUntil("TERM"));
    }

    /** Returns the exit code after a signal at the first sign of progress; checks that nothing stays behind. */
    private int convertUntil(String signal) throws IOException, InterruptedException {
        Path input = VtiFiles.zeros(directory.resolve("in.vti"), 4096);
        List<String> command = new ArrayList<>(List.of(
                javaCommand(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "convert",
                input.toString(),
                directory.resolve("out.vtkhdf").toString(),
                "--compress=gzip:9",
                "--progress=json"));
        if (OS.LINUX.isCurrentOs()) {
            // What a script starts in the background ignores INT, and so would this process, and its JVM.
            command.addAll(0, List.of("env", "--default-signal=INT"));
        }
        Process process = new ProcessBuilder(command).start();
        try (BufferedReader err =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            assertNotNull(err.readLine());
            assertTrue(Files.exists(directory.resolve("out.vtkhdf.part")));
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertEquals(
                    "vtkhdf: interrupted",
                    err.lines().reduce((before, last) -> last).orElse("nothing"));
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(input), files.collect(Collectors.toList()));
        }
        return process.exitValue();
    }

    private static String javaCommand() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
