package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {

    @TempDir
    private Path directory;

    private Path input;

    @BeforeEach
    void writeInput() throws IOException {
        input = VtiFiles.small(directory.resolve("in.vti"));
    }

    @Test
    void saysWhatWouldBeWrittenAndWritesNothing() throws IOException {
        Files.writeString(input, Files.readString(input).replace("Name=\"v\"", "Name=\"v.1\""));
        Path output = directory.resolve("out.vtkhdf");
        CliRun run = CliRun.of(
                "convert", input, output, "--dry-run", "--compress", "fast", "--chunk", "2,1,3", "--checksum");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("""
                would write %s: 4 x 3 x 5 points, 3 arrays, 624 B of values before compression; extent 0..3 0..2 0..4
                array      of      type     components  size     storage  chunk      filters
                p          points  Int16    1           120 B    chunked  3 x 1 x 2  shuffle,
                                                                                     deflate,
                                                                                     fletcher32
                v_1        points  Float32  2           480 B    chunked  3 x 1 x 2  shuffle,
                                                                                     deflate,
                                                                                     fletcher32
                p          cells   UInt8    1           24 B     chunked  3 x 1 x 2  shuffle,
                                                                                     deflate,
                                                                                     fletcher32
                TimeValue  field   Float64  1           1 tuple
                """.formatted(output), run.out().replace(System.lineSeparator(), "\n"));
        assertEquals(
                List.of(
                        "vtkhdf: warning: " + input
                                + ": PointData 'v.1': stored as 'v_1', since VTK reads no name with / or . in VTKHDF",
                        "vtkhdf: warning: " + input + ": the extent 5..8 0..2 -1..3 starts at 0 now, and the origin is"
                                + " that of its first point; --keep-extent keeps both"),
                run.err().lines().toList());
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(input), files.toList());
        }
    }

    @Test
    void asText() {
        CliRun run = CliRun.of("convert", input, directory.resolve("o.vti"), "--dry-run", "--encoding=ascii");
        assertTrue(run.out().contains("624 B of values as decimal text; extent 5..8 0..2 -1..3"), run.out());
        assertEquals("", run.err());
    }

    @Test
    void failsWhereTheRealRunWould() throws IOException {
        Path output = Files.writeString(directory.resolve("out.vti"), "precious");
        assertEquals(3, CliRun.of("convert", input, output, "--dry-run").exitCode());
        assertEquals(
                0,
                CliRun.of("convert", input, output, "--dry-run", "--overwrite").exitCode());
        assertEquals("precious", Files.readString(output));
        Path nowhere = directory.resolve("none").resolve("out.vti");
        assertEquals(3, CliRun.of("convert", input, nowhere, "--dry-run").exitCode());
        assertEquals(
                2,
                CliRun.of("convert", input, input, "--dry-run", "--overwrite").exitCode());
        assertEquals(
                2,
                CliRun.of("convert", input, output, "--dry-run", "--array=q", "--overwrite")
                        .exitCode());
    }
}
