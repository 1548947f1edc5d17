package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.validate.Finding;
import io.vtkhdf.validate.Finding.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingLinesTest {

    private static List<String> lines(String... paths) {
        return FindingLines.of(Stream.of(paths)
                .map(path -> new Finding(Severity.ERROR, path, "a", "b"))
                .toList());
    }

    @Test
    void neighboursShareALine() {
        assertEquals(List.of("error: /g/x: found a, expected b"), lines("/g/x"));
        assertEquals(List.of("error: /g/x and y: found a, expected b"), lines("/g/x", "/g/y"));
        assertEquals(List.of("error: /g/x, y and z: found a, expected b"), lines("/g/x", "/g/y", "/g/z"));
        assertEquals(List.of("error: /g/x, y and 2 more: found a, expected b"), lines("/g/x", "/g/y", "/g/z", "/g/w"));
        assertEquals(
                List.of("error: /g/x and y: found a, expected b", "error: /h/x: found a, expected b"),
                lines("/g/x", "/h/x", "/g/y"));
    }

    @Test
    void whatDiffersHasALineOfItsOwn() {
        List<Finding> findings = List.of(
                new Finding(Severity.ERROR, "/g/x", "a", "b"),
                new Finding(Severity.WARNING, "/g/y", "a", "b"),
                new Finding(Severity.ERROR, "/g/z", "c", "b"),
                new Finding(Severity.ERROR, "/g@w", "a whole sentence", ""),
                new Finding(Severity.NOTE, "/g/v", "something", "nothing"));
        assertEquals(
                List.of(
                        "error: /g/x: found a, expected b",
                        "warning: /g/y: found a, expected b",
                        "error: /g/z: found c, expected b",
                        "error: /g@w: a whole sentence",
                        "note: /g/v: something"),
                FindingLines.of(findings));
    }
}
