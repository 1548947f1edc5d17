package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
