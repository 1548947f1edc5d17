package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvertToVtiTest {

    @TempDir
    private Path directory;

    private Path input;
    private Path output;

    @BeforeEach
    void writeInput() throws IOException {
        input = VtiFiles.small(directory.resolve("in.vti"));
        output = directory.resolve("out.vti");
    }

    private CliRun convert(Object... options) {
        List<Object> args = new ArrayList<>(List.of("convert", input, output));
        args.addAll(List.of(options));
        return CliRun.of(args.toArray());
    }

    private void assertSame() {
        CliRun diff = CliRun.of("diff", input, output);
        assertEquals(0, diff.exitCode(), diff.out());
    }

    @ParameterizedTest
    @CsvSource({
        "--compress=none, '', 'encoding=\"raw\"'",
        "--encoding=raw, '', 'encoding=\"raw\"'",
        "--compress=lz4, vtkLZ4DataCompressor, 'encoding=\"raw\"'",
        "--compress=fast, vtkLZ4DataCompressor, 'encoding=\"raw\"'",
        "--compress=gzip:9, vtkZLibDataCompressor, 'encoding=\"raw\"'",
        "--encoding=ascii, '', 'format=\"ascii\"'"
    })
    void storesAsAsked(String option, String compressor, String encoding) throws IOException {
        CliRun run = convert(option, "--max-memory", "1k");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        String text = new String(Files.readAllBytes(output), StandardCharsets.ISO_8859_1);
        assertEquals(!compressor.isEmpty(), text.contains("compressor="));
        assertTrue(text.contains(compressor) && text.contains(encoding), text);
        assertSame();
    }

    @Test
    void thereAndBackLosesNothing() throws IOException {
        Path between = directory.resolve("between.vtkhdf");
        CliRun there = CliRun.of("convert", input, between, "--keep-extent", "--compress", "gzip");
        assertEquals(0, there.exitCode(), there.err());
        assertEquals(1, there.err().lines().count(), "nothing to warn of: " + there.err());
        assertEquals(0, CliRun.of("convert", between, output).exitCode());
        assertSame();
    }

    @Test
    void namesThatXmlMustEscape() throws IOException {
        String name = "&lt;a&gt; &amp; &quot;b&quot;&#9;'c'";
        Files.writeString(input, Files.readString(input).replace("Name=\"v\"", "Name=\"" + name + "\""));
        assertEquals(0, convert().exitCode());
        assertTrue(CliRun.of("info", output).out().contains("<a> & \"b\"\\u0009'c'"));
    }

    @ParameterizedTest
    @CsvSource({
        "out.vti, --chunk=slice, --chunk is for VTKHDF only",
        "out.vti, --checksum, --checksum is for VTKHDF only",
        "out.vti, --in-place, --in-place is for VTKHDF only",
        "out.vtkhdf, --compress=lz4, --compress lz4 is for .vti only",
        "out.vtkhdf, --encoding=raw, --encoding is for .vti only"
    })
    void optionsOfTheOtherFormatAreWrongUsage(String name, String option, String message) {
        output = directory.resolve(name);
        CliRun run = convert(option);
        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith("vtkhdf: " + message), run.err());
        assertFalse(Files.exists(output));
    }

    @Test
    void textIsNotCompressed() {
        assertEquals(2, convert("--encoding=ascii", "--compress=fast").exitCode());
    }

    @Test
    void anExistingOutputStaysUnlessItIsToBeOverwritten() throws IOException {
        Files.writeString(output, "precious");
        assertEquals(3, convert().exitCode());
        assertEquals("precious", Files.readString(output));
        assertEquals(0, convert("--overwrite").exitCode());
        assertTrue(Files.readString(output, StandardCharsets.ISO_8859_1).startsWith("<?xml"));
    }

    @ParameterizedTest
    @CsvSource({"--compress=none", "--compress=fast", "--encoding=ascii"})
    void aSourceThatBreaksInTheMiddleLeavesNothing(String option) throws IOException {
        VtiFiles.small(input, "x");
        CliRun run = convert(option, "--max-memory", "100");
        assertEquals(3, run.exitCode(), run.err());
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(input), files.toList());
        }
    }

    @Test
    void oneOfTwoArraysOfAName() throws IOException {
        assertEquals(0, convert("--array", "cell:p", "--array", "v").exitCode());
        String info = CliRun.of("info", output).out();
        assertTrue(info.matches("(?s).*v +points.*p +cells.*") && !info.matches("(?s).*p +points.*"), info);
    }
}
