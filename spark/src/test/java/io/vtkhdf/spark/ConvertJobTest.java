package io.vtkhdf.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.convert.Conversion;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.spark.Sample.Form;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ready job, on files that VTK or a script beside them has written; what it makes is held against its input. */
@Tag("spark")
@Tag("once")
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConvertJobTest {

    private static final Path FILES = Path.of("..", "src", "test", "resources");

    private static JavaSparkContext context;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        context = Contexts.start("local[2,4]");
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    record Run(int exitCode, String out, String err) {}

    static Run run(JavaSparkContext context, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = ConvertJob.run(context, out, err, arguments);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path output() {
        return folder.resolve("out.vtkhdf");
    }

    private Run convert(Path input, String... options) {
        return run(
                context,
                Stream.concat(Stream.of(input.toString(), output().toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ascii-larger", "base64-ghost", "inline-plain", "raw-plain"})
    void convertsPiecesOfPvti(String name) throws IOException {
        Path input = FILES.resolve("sources/pvti/" + name + ".pvti");
        assertEquals(0, convert(input).exitCode());
        Sample.assertAreSame(input, output());
        assertEquals(List.of("out.vtkhdf"), Sample.names(folder));
    }

    @Test
    void makesTheFileThatConvertMakes() throws IOException {
        Path input = FILES.resolve("sources/pvti/raw-larger.pvti");
        Run run = convert(input, "--compress", "gzip:1", "--chunk", "2,2,3", "--consolidate", "--slabs", "2");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().startsWith(output() + ": 2 slabs, a file of "), run.err());
        Path single = folder.resolve("single.vtkhdf");
        try (ImageSource source = ImageSources.open(input)) {
            Storage storage = Storage.gzip(1).withChunk(io.vtkhdf.write.ChunkShape.of(3, 2, 2));
            Conversion.of(source).to(single, WriteOptions.defaults().withStorage(storage));
        }
        assertArrayEquals(Files.readAllBytes(single), Files.readAllBytes(output()));
        assertFalse(run.err().contains("part"), run.err());

        Run joined = convert(input, "--compress", "gzip:1", "--chunk", "2,2,3", "--slabs", "2", "--overwrite");
        assertTrue(joined.err().endsWith(" and 2 parts in out.vtkhdf.parts\n"), joined.err());
    }

    @Test
    void convertsTheStepsOfAPvd() throws IOException {
        Path input = FILES.resolve("step-files/steps.pvd");
        Run run = convert(input, "--slabs", "2");
        assertEquals(0, run.exitCode(), run.err());
        Sample.assertAreSame(input, output());
    }

    @Test
    void convertsAFolderInNaturalOrder() throws IOException {
        Path steps = Files.createDirectory(folder.resolve("steps"));
        Files.writeString(steps.resolve("readme.txt"), "no step");
        for (int step : new int[] {10, 2, 1}) {
            Files.writeString(steps.resolve("a" + step + ".vti"), vti(step, step));
        }
        Run run = convert(steps, "--dt", "0.5");
        assertEquals(0, run.exitCode(), run.err());
        Path fromHere = Path.of("").toAbsolutePath().relativize(steps);
        Run again = convert(fromHere, "--dt", "0.5", "--overwrite");
        assertEquals(0, again.exitCode(), again.err());
        try (ImageDataReader reader = ImageDataReader.open(output())) {
            assertArrayEquals(new double[] {0, 0.5, 1}, reader.times());
            for (int step = 0; step < 3; step++) {
                int first = new int[] {1, 2, 10}[step];
                assertArrayEquals(
                        new int[] {first, 1, 2, 3, 4, 5, 6, 7},
                        reader.atStep(step).pointArray("a").readInts());
            }
        }
    }

    private static String vti(int first, int name) {
        return "<VTKFile type=\"ImageData\"><ImageData WholeExtent=\"0 1 0 1 0 1\" Origin=\"0 0 0\" Spacing=\"1 1 1\">"
                + "<Piece Extent=\"0 1 0 1 0 1\"><PointData><DataArray type=\"Int32\" Name=\"a\" format=\"ascii\">"
                + first
                + " 1 2 3 4 5 6 7</DataArray></PointData></Piece></ImageData></VTKFile>";
    }

    @Test
    void convertsOneArrayOfAFileOfItsOwn() throws IOException {
        Path input = Sample.single(folder.resolve("in.vtkhdf"), Form.CONSOLIDATED);
        Run run = convert(input, "--array", "velocity", "--slabs", "100", "--verify");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains(": 13 slabs, "), run.err());
        try (ImageDataReader reader = ImageDataReader.open(output())) {
            assertEquals(
                    List.of(Sample.VELOCITY),
                    reader.arrays().stream().map(array -> array.spec()).toList());
            assertArrayEquals(
                    (double[]) Sample.slice(Sample.VELOCITY, 12),
                    reader.pointArray("velocity").readDoubles(12));
        }
    }

    @Test
    void leavesNothingOfAnInputWithABrokenPiece() throws IOException {
        Path pieces = Files.createDirectory(folder.resolve("pieces"));
        for (String name : List.of("raw-plain.pvti", "raw-plain-0.vti", "raw-plain-1.vti", "raw-plain-2.vti")) {
            Files.copy(FILES.resolve("sources/pvti/" + name), pieces.resolve(name));
        }
        byte[] last = Files.readAllBytes(FILES.resolve("sources/pvti/raw-plain-3.vti"));
        Files.write(pieces.resolve("raw-plain-3.vti"), java.util.Arrays.copyOf(last, last.length - 40));
        Run run = convert(pieces.resolve("raw-plain.pvti"));
        assertEquals(3, run.exitCode(), run.err());
        assertTrue(run.err().contains("raw-plain-3.vti"), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals(List.of("pieces"), Sample.names(folder));
    }

    @Test
    void saysWhatIsWrongInOneLine() throws IOException {
        Path input = FILES.resolve("sources/pvti/raw-plain.pvti");
        assertEquals(
                new Run(3, "", "vtkhdf: " + folder.resolve("none.vti") + ": no such file or directory\n"),
                convert(folder.resolve("none.vti")));
        Run unknown = convert(input, "--array", "none");
        assertEquals(2, unknown.exitCode());
        assertTrue(unknown.err().contains("no array 'none', expected "), unknown.err());
        Run times = convert(input, "--dt", "1");
        assertEquals(2, times.exitCode());
        assertTrue(times.err().contains("--dt goes with a folder of .vti files"), times.err());
        Files.writeString(output(), "already there");
        Run existing = convert(input);
        assertEquals(3, existing.exitCode());
        assertTrue(existing.err().contains("--overwrite"), existing.err());
        assertEquals("already there", Files.readString(output()));
        assertEquals(0, convert(input, "--overwrite").exitCode());
        Sample.assertAreSame(input, output());
        assertEquals(4, convert(Files.createDirectory(folder.resolve("empty"))).exitCode());
    }

    @Test
    void tellsItsOptions() {
        Run run = run(context, "--help");
        assertEquals(0, run.exitCode());
        assertTrue(run.out().contains("spark-submit --class io.vtkhdf.spark.ConvertJob"), run.out());
        assertFalse(run.out().contains("--resume"), run.out());
    }
}
