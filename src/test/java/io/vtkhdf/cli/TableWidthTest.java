package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read fits a terminal of 80 columns, and no word is parted. */
class TableWidthTest {

    private static final int OF_A_KIND = 2;

    @TempDir
    private Path directory;

    private static List<String> tooLong(CliRun run) {
        return run.out()
                .lines()
                .filter(line -> line.codePointCount(0, line.length()) > 80)
                .toList();
    }

    /** Of each kind of file in each folder the first ones; those of {@code hostile} are hardly read. */
    private static List<Path> samples() throws IOException {
        try {
            Path resources =
                    Path.of(TableWidthTest.class.getResource("/series/slabs.h5").toURI());
            Map<String, List<Path>> kinds = Stream.concat(
                            Files.walk(resources.getParent().getParent()), Files.walk(Path.of("..", "docs", "sample")))
                    .filter(file ->
                            Files.isRegularFile(file) && !file.toString().contains("hostile"))
                    .sorted()
                    .collect(Collectors.groupingBy(
                            file -> file.getParent() + " " + file.toString().replaceFirst(".*\\.", "")));
            return kinds.values().stream()
                    .flatMap(files -> files.stream().limit(OF_A_KIND))
                    .toList();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Tag("once")
    void infoAndValidateOfEverySample() throws IOException {
        List<String> wrong = new ArrayList<>();
        int read = 0;
        for (Path file : samples()) {
            CliRun info = CliRun.of("info", "--distribution", file);
            read += info.exitCode() == 0 ? 1 : 0;
            tooLong(info).forEach(line -> wrong.add(file + ": " + line));
            String judged = CliRun.of("validate", file).out();
            // The first part is the file, and what is wrong with it: a line each, for grep.
            String table = judged.substring(Math.max(judged.indexOf("\n\n"), 0));
            tooLong(new CliRun(0, table, "")).forEach(line -> wrong.add(file + ": " + line));
        }
        assertEquals(List.of(), wrong);
        assertTrue(read > 50, read + " files were read");
    }

    private Path vti(String name, List<String> arrays) throws IOException {
        String markup = arrays.stream()
                .map(array -> "<DataArray type=\"Float64\" Name=\"" + array + "\" NumberOfComponents=\"2\""
                        + " ComponentName0=\"the velocity of the wind in the east\" ComponentName1=\"of"
                        + " the north\" format=\"ascii\">-1.23456789e-100 2.3456789e+200</DataArray>")
                .collect(Collectors.joining());
        return Files.writeString(directory.resolve(name), """
                <VTKFile type="ImageData" version="1.0" byte_order="LittleEndian" header_type="UInt64">
                <ImageData WholeExtent="0 0 0 0 0 0" Origin="0 0 0" Spacing="1 1 1">
                <Piece Extent="0 0 0 0 0 0"><PointData>%s</PointData></Piece></ImageData></VTKFile>
                """.formatted(markup));
    }

    private static void assertFits(CliRun run) {
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(List.of(), tooLong(run));
    }

    @Test
    void namesOfAnyLength() throws IOException {
        for (int length : new int[] {1, 24, 25, 60, 79, 80, 81, 300}) {
            String word = "n".repeat(length);
            CliRun run = CliRun.of("info", "--distribution", vti("a.vti", List.of(word, "short")));
            assertFits(run);
            assertEquals(length <= 80, run.out().contains(word), run.out());
            assertEquals(length > 80, run.out().contains("nn…nn"), run.out());
        }
    }

    @Test
    void wordsStayWhole() throws IOException {
        String name = "temperature of the air, ".repeat(8) + "in kelvin";
        CliRun run = CliRun.of("info", "--distribution", vti("a.vti", List.of(name)));
        assertFits(run);
        List<String> known = List.of((name + " the velocity wind east north 2 (the component 0 1").split("[ (),]+"));
        run.out()
                .lines()
                .filter(line -> line.contains("temper") || line.contains("velo"))
                .flatMap(line -> Stream.of(line.split("[ (),]+")))
                .filter(word -> word.matches("[a-z]+")
                        && !List.of("points", "min", "max", "array").contains(word))
                .forEach(word -> assertTrue(known.contains(word), word + "\n" + run.out()));
    }

    @Test
    void ofManyArraysTheFirstOnes() throws IOException {
        List<String> names = IntStream.range(0, 70).mapToObj(i -> "array" + i).toList();
        Path many = vti("a.vti", names);
        CliRun info = CliRun.of("info", many);
        assertFits(info);
        assertTrue(info.out().contains("array49 "), info.out());
        assertTrue(info.out().contains("and 20 more (--json tells of all)"), info.out());
        assertTrue(CliRun.of("info", "--json", many).out().contains("\"array69\""));
        CliRun missing = CliRun.of("slice", many, "--array", "aray7", "--axis", "z", "--index", 0);
        assertEquals(2, missing.exitCode());
        assertTrue(missing.err().contains("'array11' (point) and 58 more; did you mean 'array7'?"), missing.err());
    }
}
