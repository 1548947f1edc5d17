package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffCommandTest {

    @TempDir
    private Path directory;

    private Path a;

    @BeforeEach
    void writeA() throws IOException {
        a = VtiFiles.small(directory.resolve("a.vti"));
    }

    private Path changed(String text, String replacement) throws IOException {
        String before = Files.readString(a);
        assertTrue(before.contains(text));
        return Files.writeString(directory.resolve("b.vti"), before.replace(text, replacement));
    }

    private static String[] lines(CliRun run) {
        return run.out().lines().toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource({"--compress=none", "--compress=fast", "--keep-extent"})
    void aConvertedFileIsTheSame(String option) {
        Path b = directory.resolve("b.vtkhdf");
        assertEquals(0, CliRun.of("convert", a, b, option).exitCode());
        CliRun run = CliRun.of("diff", a, b);
        assertEquals(0, run.exitCode(), run.out() + run.err());
        assertEquals("", run.err());
        String[] lines = lines(run);
        assertEquals("the same: the geometry and 4 arrays", lines[lines.length - 1]);
        assertEquals(
                !option.equals("--keep-extent"),
                run.out()
                        .contains(
                                "No difference, but written in another way: the points are at the same places in space."));
    }

    @Test
    void anArrayThatAConversionRenamesIsTheSame() throws IOException {
        Files.writeString(a, Files.readString(a).replace("\"p\"", "\"p/q.r\""));
        Path b = directory.resolve("b.vtkhdf");
        assertEquals(0, CliRun.of("convert", a, b).exitCode());
        CliRun run = CliRun.of("diff", a, b);
        assertEquals(0, run.exitCode(), run.out() + run.err());
        assertTrue(run.out().contains("No difference, but another name"), run.out());
        assertTrue(run.out().lines().anyMatch(line -> line.matches("point +p/q.r +p_q_r")), run.out());
        assertEquals(0, CliRun.of("diff", b, a).exitCode());
        assertEquals(0, CliRun.of("diff", a, b, "--array", "p_q_r").exitCode());
        assertEquals(0, CliRun.of("diff", a, b, "--array", "p/q.r").exitCode());
        JsonNode json =
                new ObjectMapper().readTree(CliRun.of("diff", "--json", a, b).out());
        assertEquals("p_q_r", json.get("arrays").get(0).get("nameInB").asText());
    }

    @Test
    void twoArraysOfOneStoredNameAreNotTakenForEachOther() throws IOException {
        Files.writeString(a, Files.readString(a).replace("\"p\"", "\"p/q\"").replace("\"v\"", "\"p.q\""));
        Path b = changed("\"p.q\"", "\"p_q\"");
        CliRun run = CliRun.of("diff", a, b);
        assertEquals(1, run.exitCode());
        assertTrue(run.out().lines().anyMatch(line -> line.matches("point 'p.q' +there +missing")), run.out());
        assertTrue(run.out().lines().anyMatch(line -> line.matches("point 'p_q' +missing +there")), run.out());
    }

    @Test
    void showsWhereTheLargestDifferenceIs() throws IOException {
        CliRun run = CliRun.of("diff", a, changed(" 223 ", " 229 "));
        assertEquals(1, run.exitCode());
        assertEquals("array values differ largest relative rms", lines(run)[0].replaceAll(" +", " "));
        // The square root of 36 / 60.
        assertEquals("point 'p' 60 1 1.7 % 6 0.0262009 0.774597", lines(run)[1].replaceAll(" +", " "));
        assertEquals("array largest at component in A in B", lines(run)[3].replaceAll(" +", " "));
        assertEquals("point 'p' 3 2 2 0 223 229", lines(run)[4].replaceAll(" +", " "));
        assertEquals("different: 1 of 4 arrays", lines(run)[6]);
        assertEquals(
                0,
                CliRun.of("diff", a, directory.resolve("b.vti"), "--tolerance", "6")
                        .exitCode());
        assertEquals(
                1,
                CliRun.of("diff", a, directory.resolve("b.vti"), "--tolerance", "5.9")
                        .exitCode());
        assertEquals(
                0,
                CliRun.of("diff", a, directory.resolve("b.vti"), "--relative", "0.03")
                        .exitCode());
        assertEquals(
                0,
                CliRun.of("diff", a, directory.resolve("b.vti"), "--array", "v").exitCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Scalars=\"p\"         | ''                      | active point Scalars +p +none",
                "Scalars=\"p\"         | Scalars=\"v\"           | active point Scalars +p +v",
                "Int16                 | Int32                   | point 'p': type +Int16 +Int32",
                "Spacing=\"1 2 3\"     | Spacing=\"1 2 4\"       | spacing +\\(1.0, 2.0, 3.0\\) +\\(1.0, 2.0, 4.0\\)",
                "TimeValue             | Time                    | field 'TimeValue' +there +missing",
                "'>0.5</'              | '>0.75</'               | field 'TimeValue' +1 +1 +100 % +0.25 +0.333333 +0.25",
                "Name=\"v\"            | Name=\"w\"              | point 'w' +missing +there"
            })
    void differences(String text, String replacement, String line) throws IOException {
        CliRun run = CliRun.of("diff", a, changed(text, replacement));
        assertEquals(1, run.exitCode(), run.out());
        assertTrue(run.out().lines().anyMatch(found -> found.matches(line)), run.out());
        assertTrue(lines(run)[lines(run).length - 1].startsWith("different: "), run.out());
    }

    /** The commonest question: is my copy in single precision good? */
    @Test
    void valuesOfAnotherTypeAreCompared() {
        Path copy = directory.resolve("copy.vtkhdf");
        assertEquals(
                0,
                CliRun.of("convert", a, copy, "--type", "float64", "--scale", "p=1,0.25")
                        .exitCode());
        CliRun run = CliRun.of("diff", a, copy, "--tolerance", "0.5");
        assertEquals(1, run.exitCode());
        // All 60 lie a quarter apart.
        assertTrue(run.out().lines().anyMatch(line -> line.matches("point 'p' +0.25 +0.25")), run.out());
        assertTrue(run.out().contains("the values are the same, --ignore-type leaves it at that"), run.out());
        assertEquals(
                0,
                CliRun.of("diff", a, copy, "--tolerance", "0.25", "--ignore-type")
                        .exitCode());
        assertEquals(
                1,
                CliRun.of("diff", a, copy, "--tolerance", "0.2", "--ignore-type")
                        .exitCode());
    }

    /** The spacing is 1, 2, 3. */
    @Test
    void placesHaveATolerance() {
        Path moved = directory.resolve("moved.vti");
        assertEquals(
                0, CliRun.of("convert", a, moved, "--spacing", "1,2,3.0001").exitCode());
        assertEquals(1, CliRun.of("diff", a, moved).exitCode());
        assertEquals(1, CliRun.of("diff", a, moved, "--tolerance", "1").exitCode());
        assertEquals(
                1, CliRun.of("diff", a, moved, "--geometry-tolerance", "1e-5").exitCode());
        assertEquals(
                0, CliRun.of("diff", a, moved, "--geometry-tolerance", "1e-2").exitCode());
    }

    @Test
    void arraysAreChosenByTheirAssociationToo() throws IOException {
        Path b = changed(" 223 ", " 229 ");
        assertEquals(1, CliRun.of("diff", a, b, "--array", "point:p").exitCode());
        assertEquals(0, CliRun.of("diff", a, b, "--array", "cell:p").exitCode());
        assertEquals(0, CliRun.of("diff", a, b, "--array", "field:TimeValue").exitCode());
        assertEquals(2, CliRun.of("diff", a, b, "--array", "cell:v").exitCode());
    }

    @Test
    void json() throws IOException {
        CliRun run = CliRun.of("diff", "--json", a, changed(" 223 ", " 229 "));
        assertEquals(1, run.exitCode());
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertFalse(json.get("same").asBoolean());
        assertTrue(json.get("samePoints").asBoolean());
        JsonNode array = json.get("arrays").get(0);
        assertEquals(60, array.get("values").asInt());
        assertEquals(1, array.get("differing").asInt());
        assertEquals(
                "{\"difference\":6,\"component\":0,\"index\":[3,2,2],\"a\":\"223\",\"b\":\"229\"}",
                array.get("largest").toString());
        assertTrue(json.get("arrays").get(1).get("same").asBoolean());
    }

    @Test
    void anArrayThatNeitherHasIsWrongUsage() {
        CliRun run = CliRun.of("diff", a, a, "--array", "q");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("no array 'q', expected one of A, 'p' (point)"), run.err());
    }

    @Test
    void anArrayThatOneSideHasNotIsADifference() throws IOException {
        assertEquals(
                1,
                CliRun.of("diff", a, changed("Name=\"v\"", "Name=\"w\""), "--array", "w")
                        .exitCode());
    }

    @Test
    void arraysThatCannotBeReadAreUnsupportedUnlessOthersAreChosen() throws IOException {
        Path b = changed("Int16", "String");
        CliRun run = CliRun.of("diff", a, b);
        assertEquals(4, run.exitCode());
        assertTrue(run.err().contains("--array"), run.err());
        assertEquals(0, CliRun.of("diff", a, b, "--array", "v").exitCode());
    }

    @Test
    void brokenAndMissingFiles() throws IOException {
        assertEquals(3, CliRun.of("diff", a, directory.resolve("none.vti")).exitCode());
        assertEquals(
                3,
                CliRun.of("diff", a, VtiFiles.small(directory.resolve("b.vti"), "x"))
                        .exitCode());
        assertEquals(2, CliRun.of("diff", a, a, "--tolerance", "-1").exitCode());
    }
}
