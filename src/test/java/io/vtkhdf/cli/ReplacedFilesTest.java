package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ImageDataWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --replace} and {@code --update} leave, and what parts that are missing lead to. */
class ReplacedFilesTest {

    private static final int NX = 4;
    private static final int NY = 2;

    @TempDir
    private Path directory;

    /** Value i at place i, and some more; slices from the first to the last, at their places. */
    private Path image(String name, int more, int first, int last) throws IOException {
        Path file = directory.resolve(name);
        int slices = last - first + 1;
        float[] values = new float[NX * NY * slices];
        for (int i = 0; i < values.length; i++) {
            values[i] = i + first * NX * NY + more;
        }
        ImageGeometry geometry = ImageGeometry.of(NX, NY, slices).withOrigin(0, 0, first);
        try (ImageDataWriter writer = ImageDataWriter.create(file, geometry)) {
            writer.createPointArray("a", ScalarType.FLOAT32).write(values, Order.X_FASTEST);
            writer.finish();
        }
        return file;
    }

    private static CliRun convert(Object... args) {
        List<Object> all = new ArrayList<>(List.of("convert"));
        all.addAll(List.of(args));
        return CliRun.of(all.toArray());
    }

    private static float[] read(Path file) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            return (float[]) reader.pointArray("a").read(Order.X_FASTEST);
        }
    }

    /** Of two slices. */
    private static float[] expected(int factor, int more) {
        float[] values = new float[NX * NY * 2];
        IntStream.range(0, values.length).forEach(i -> values[i] = (i + more) * factor);
        return values;
    }

    @Test
    void aFileIsReplacedByAnyOfItsNames() throws IOException {
        Path file = image("in.vtkhdf", 0, 0, 1);
        Path relative = Path.of("").toAbsolutePath().relativize(file.toRealPath());
        CliRun run = convert(relative, "--replace", "--scale", "2");
        assertEquals(0, run.exitCode(), run.err());
        assertArrayEquals(expected(2, 0), read(file));
    }

    /** Options leave no trace in files' times, nor in geometry, arrays and types. */
    @ParameterizedTest
    @ValueSource(strings = {"out.vtkhdf", "out.vti", "out.npy", "out.nrrd", "out.mha", "out.mhd"})
    void anOutputOfAnotherShapeIsReplaced(String name) throws IOException {
        Path input = image("in.vtkhdf", 0, 0, 1);
        Path output = directory.resolve(name);
        Path back = directory.resolve("back.vtkhdf");
        assertEquals(0, convert(input, output, "--scale", "2").exitCode());
        CliRun same = convert(input, output, "--scale", "2", "--update");
        assertTrue(same.err().contains("complete already"), same.err());
        CliRun other = convert(input, output, "--scale", "3", "--update");
        assertEquals(0, other.exitCode(), other.err());
        String array = name.matches(".*(vti|vtkhdf)") ? "a" : "values";
        CliRun renamed = convert(output, back, "--rename", array + "=a");
        assertEquals(0, renamed.exitCode(), renamed.err());
        assertArrayEquals(expected(3, 0), read(back));
    }

    @Test
    void toGoOnInAnotherShapeIsRefusedAtTheEnd() throws IOException {
        Path input = image("in.vtkhdf", 0, 0, 1);
        Path output = directory.resolve("out.vtkhdf");
        assertEquals(0, convert(input, output, "--scale", "2").exitCode());
        CliRun other = convert(input, output, "--scale", "3", "--resume");
        assertEquals(3, other.exitCode(), other.err());
        assertTrue(other.err().contains("is complete, but not what"), other.err());
        assertArrayEquals(expected(2, 0), read(output));
    }

    /** By its time it is older than the output. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anOlderFileThatTookTheNameIsAnotherInput() throws IOException {
        Path input = image("in.vtkhdf", 0, 0, 1);
        Path other = image("other.vtkhdf", 100, 0, 1);
        Files.setLastModifiedTime(other, FileTime.from(Instant.ofEpochSecond(1_000_000_000)));
        Path output = directory.resolve("out.vtkhdf");
        assertEquals(0, convert(input, output).exitCode());
        Files.setLastModifiedTime(output, FileTime.from(Instant.now().minusSeconds(5)));
        Files.move(other, input, StandardCopyOption.REPLACE_EXISTING);
        CliRun run = convert(input, output, "--update");
        assertEquals(0, run.exitCode(), run.err());
        assertArrayEquals(expected(1, 100), read(output));
    }

    /** A file of two parts, one of which is gone. */
    private Path joined() throws IOException {
        Path joined = directory.resolve("joined.vtkhdf");
        Path lost = image("lost.vtkhdf", 0, 1, 1);
        CliRun run = CliRun.of("join", image("kept.vtkhdf", 0, 0, 0), lost, joined);
        assertEquals(0, run.exitCode(), run.err());
        Files.delete(lost);
        return joined;
    }

    @Test
    void whatCannotBeReadWholeIsNotReplaced() throws IOException {
        Path joined = joined();
        byte[] before = Files.readAllBytes(joined);
        CliRun run = convert(joined, "--replace", "--compress", "gzip");
        assertEquals(3, run.exitCode(), run.err());
        assertTrue(run.err().contains("lost.vtkhdf, expected an image that is read whole"), run.err());
        assertArrayEquals(before, Files.readAllBytes(joined));
    }

    @Test
    void missingPartsAreToldOfMergedAndShapedImages() throws IOException {
        Path joined = joined();
        Path other = image("other.vtkhdf", 0, 0, 1);
        CliRun merged = convert(joined, other, directory.resolve("out.vtkhdf"), "--merge", "--prefix");
        assertEquals(0, merged.exitCode(), merged.err());
        assertTrue(merged.err().contains("found no part lost.vtkhdf"), merged.err());
    }

    /** It would be read as the part. */
    @ParameterizedTest
    @ValueSource(strings = {"--type=float64", "--every=1", "--region=:,:,:"})
    void anOutputIsNoPartOfAShapedInput(String option) throws IOException {
        Path lost = directory.resolve("lost.vtkhdf");
        CliRun run = convert(joined(), lost, option);
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains("OUTPUT would be found as a part of"), run.err());
    }
}
