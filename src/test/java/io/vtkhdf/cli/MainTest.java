package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    @ValueSource(strings = {"convert", "info", "slice"})
    void everyCommandExplainsItselfWithAnExample(String command) {
        CliRun run = CliRun.of(command, "--help");
        assertEquals(0, run.exitCode());
        assertTrue(run.out().startsWith("Usage: vtkhdf " + command), run.out());
        assertTrue(run.out().contains("  vtkhdf " + command + " scan.vt"), run.out());
    }

    @Test
    void theVersionIsAResult() {
        CliRun run = CliRun.of("--version");
        assertEquals(0, run.exitCode());
        assertTrue(run.out().startsWith("vtkhdf "), run.out());
    }

    @Test
    void withoutACommand() {
        CliRun run = CliRun.of();
        assertEquals(2, run.exitCode());
        assertEquals("", run.out());
        assertTrue(run.err().contains("Try 'vtkhdf --help'."), run.err());
    }

    @Test
    void aMisspeltCommandGetsAHint() {
        CliRun run = CliRun.of("conver", "a", "b");
        assertEquals(2, run.exitCode());
        assertEquals(2, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("did you mean"), run.err());
    }
}
