package io.vtkhdf.cli.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

    private final StringWriter text = new StringWriter();
    private final PrintWriter err = new PrintWriter(text);
    private long now;

    private void at(double seconds) {
        now = (long) (seconds * 1e9);
    }

    private static String event(long bytes) {
        return "{\"event\":\"progress\",\"bytes\":" + bytes + ",\"total\":1000}" + System.lineSeparator();
    }

    @Test
    void jsonIsThrottledAndEndsWithALastEvent() {
        try (Progress progress = Progress.of(Progress.Mode.JSON, err, () -> now)) {
            for (int percent = 1; percent <= 100; percent++) {
                at(percent * 0.02);
                progress.progress(percent * 10, 1000);
            }
        }
        assertEquals(event(250) + event(500) + event(750) + event(1000), text.toString());
    }

    @Test
    void jsonOfAFastJobIsTheLastEventAlone() {
        try (Progress progress = Progress.of(Progress.Mode.JSON, err, () -> now)) {
            progress.progress(500, 1000);
            progress.progress(1000, 1000);
        }
        assertEquals(event(1000), text.toString());
    }

    @Test
    void theBarShowsShareSpeedAndTimeLeftAndIsWipedAway() {
        try (Progress progress = new BarProgress(err, () -> now, 80)) {
            at(10);
            progress.progress(500_000_000, 2_000_000_000);
            assertTrue(text.toString().endsWith("] 500 MB of 2.00 GB, 50.0 MB/s, 0:30 left"), text.toString());
            assertTrue(text.toString().contains(" 25% [#######......................."), text.toString());
            at(10.05);
            progress.progress(1_000_000_000, 2_000_000_000);
            assertTrue(text.toString().endsWith("0:30 left"), "drawn too often: " + text);
        }
        assertTrue(text.toString().endsWith("\r\033[K"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | ' 25% [#######.......................] 500 MB of 2.00 GB, 50.0 MB/s, 0:30 left'",
                "60  | ' 25% [###.........] 500 MB of 2.00 GB, 50.0 MB/s, 0:30 left'",
                "52  | ' 25% 500 MB of 2.00 GB, 50.0 MB/s, 0:30 left'",
                "40  | ' 25% 500 MB of 2.00 GB, 0:30 left'",
                "20  | ' 25% 0:30 left'",
                "14  | ' 25%'",
                "4   | ''",
                "0   | ''"
            })
    void theBarFitsTheTerminal(int columns, String expected) {
        try (Progress progress = new BarProgress(err, () -> now, columns)) {
            at(10);
            progress.progress(500_000_000, 2_000_000_000);
        }
        assertEquals("\r\033[K" + expected + "\r\033[K", text.toString());
    }

    @Test
    void whatWasThereBeforeTakesNoTime() {
        try (Progress progress = new BarProgress(err, () -> now, 80)) {
            at(1);
            progress.skipped(1_000_000_000, 2_000_000_000);
            progress.progress(1_000_000_000, 2_000_000_000);
            assertTrue(text.toString().endsWith("] 1.00 GB of 2.00 GB"), text.toString());
            at(10);
            progress.progress(1_500_000_000, 2_000_000_000);
            assertTrue(text.toString().endsWith("] 1.50 GB of 2.00 GB, 50.0 MB/s, 0:10 left"), text.toString());
        }
    }

    @Test
    void aFastJobShowsNoBar() {
        try (Progress progress = new BarProgress(err, () -> now, 80)) {
            progress.progress(10, 10);
        }
        assertEquals("", text.toString());
    }

    @Test
    void noneIsSilent() {
        try (Progress progress = Progress.of(Progress.Mode.NONE, err, () -> now)) {
            at(10);
            progress.progress(1, 10);
        }
        assertEquals("", text.toString());
    }

    @Test
    void theLauncherTellsWhetherThereIsATerminal() {
        String before = System.getProperty(Progress.TERMINAL_PROPERTY);
        try {
            for (boolean terminal : new boolean[] {true, false}) {
                System.setProperty(Progress.TERMINAL_PROPERTY, Boolean.toString(terminal));
                try (Progress progress = Progress.of(Progress.Mode.AUTO, err, () -> now)) {
                    assertEquals(terminal, progress instanceof BarProgress);
                }
            }
        } finally {
            if (before == null) {
                System.clearProperty(Progress.TERMINAL_PROPERTY);
            } else {
                System.setProperty(Progress.TERMINAL_PROPERTY, before);
            }
        }
    }
}
