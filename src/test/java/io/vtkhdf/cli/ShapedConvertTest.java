package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.cli.option.ArraySelection;
import io.vtkhdf.cli.option.InputMark;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.shape.Scaling;
import io.vtkhdf.shape.Shaping;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.StepWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code convert} with options that shape the image: what is refused, told, gone on with, and of series. */
class ShapedConvertTest {

    private static final int NX = 4;
    private static final int NY = 3;
    private static final int NZ = 6;

    @TempDir
    private Path directory;

    /** Value i at place i, but for one. */
    private Path image(String name, String array, double odd) throws IOException {
        Path file = directory.resolve(name);
        double[] values = IntStream.range(0, NX * NY * NZ).asDoubleStream().toArray();
        values[17] = odd;
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(NX, NY, NZ))) {
            writer.createPointArray(array, ScalarType.FLOAT64).write(values, Order.X_FASTEST);
            writer.writeField(FieldArray.ofStrings("note", List.of("none")));
            writer.finish();
        }
        return file;
    }

    private static CliRun convert(Object... args) {
        List<Object> all = new ArrayList<>(List.of("convert"));
        all.addAll(List.of(args));
        return CliRun.of(all.toArray());
    }

    /** Place 17 is 1, 1, 1. */
    @ParameterizedTest
    @CsvSource({
        "300, uint8, 300.0",
        "NaN, int32, NaN",
        "-1, uint16, -1.0",
        "Infinity, int64, Infinity",
        "1e39, float32, 1.0E39"
    })
    void aValueThatDoesNotFitIsNamedAndNothingStays(double odd, String type, String found) throws IOException {
        Path output = directory.resolve("out.vti");
        CliRun run = convert(image("in.vtkhdf", "a", odd), output, "--type", type);
        assertEquals(4, run.exitCode());
        assertTrue(
                run.err().contains("in.vtkhdf: PointData 'a' at 1, 1, 1: found " + found + ", expected a value that"),
                run.err());
        assertTrue(run.err().contains("--clamp"), run.err());
        assertFalse(Files.exists(output));
    }

    @Test
    void whatIsClampedIsCounted() throws IOException {
        Path output = directory.resolve("out.vtkhdf");
        CliRun run = convert(image("in.vtkhdf", "a", Double.NaN), output, "--type", "uint8", "--scale", "5", "--clamp");
        assertEquals(0, run.exitCode(), run.err());
        // 52 to 71 times 5 are above 255.
        assertTrue(run.err().contains("point array 'a': 21 values that UInt8 cannot hold, such as NaN"), run.err());
        byte[] expected = new byte[NX * NY * NZ];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (byte) Math.min(5 * i, 255);
        }
        expected[17] = 0;
        assertArrayEquals(expected, (byte[]) read(output, "a"));
    }

    private static Object read(Path file, String array) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            return reader.pointArray(array).read(Order.X_FASTEST);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--region|1:2,0:1|expected X0:X1,Y0:Y1,Z0:Z1",
                "--region|3:2,:,:|expected FIRST:LAST",
                "--region|0:4,:,:|found the points 0:4 along x, expected some of 0:3",
                "--region|:,,:|expected X0:X1",
                "--every|2,0,1|expected X,Y,Z of 1 or more",
                "--every|2,2|expected X,Y,Z",
                "--type|float16|expected one of int8",
                "--type|b=int8|no array 'b', expected 'a' (point)",
                "--scale|0|expected finite numbers, the first not 0",
                "--scale|5:1|the smaller one first",
                "--scale|1,2,3|expected FACTOR",
                "--rename|a|expected OLD=NEW",
                "--rename|x=b|no array 'x'",
                "--active|normals=a|expected 3 components",
                "--active|colour=a|expected one of scalars",
                "--origin|1,2|three finite numbers",
                "--spacing|1,2,NaN|three finite numbers",
                "--exclude|notes|no array 'notes'",
                "--reduce|mean|--reduce goes with --every"
            })
    void whatMakesNoSenseIsAWrongUsage(String option, String value, String said) throws IOException {
        CliRun run = convert(image("in.vtkhdf", "a", 17), directory.resolve("out.vtkhdf"), option, value);
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains(said), run.err());
    }

    @Test
    void aMistypedNameIsSuggestedAndLongListsAreCut() throws IOException {
        Path file = directory.resolve("many.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(1, 1, 1))) {
            for (int i = 0; i < 300; i++) {
                writer.createPointArray("array" + i, ScalarType.UINT8).writeSlice(0, new byte[1]);
            }
            writer.createPointArray("temperature", ScalarType.UINT8).writeSlice(0, new byte[1]);
            writer.finish();
        }
        CliRun run = convert(file, directory.resolve("out.vtkhdf"), "--array", "temprature");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("'array108' (point) and 289 more; did you mean 'temperature'?"), run.err());
    }

    @Test
    void namesRolesAndFields() throws IOException {
        Path output = directory.resolve("out.vtkhdf");
        CliRun run = convert(
                image("in.vtkhdf", "a", 17), output, "--rename", "a=b", "--active", "a", "--exclude", "field:note");
        assertEquals(0, run.exitCode(), run.err());
        try (ImageDataReader reader = ImageDataReader.open(output)) {
            assertEquals(List.of(new ActiveArray(Association.POINT, ArrayRole.SCALARS, "b")), reader.activeArrays());
            assertEquals(List.of(), reader.fields());
        }
    }

    @Test
    void aRunGoesOnInTheSameShapeOnly() throws IOException {
        Path input = image("in.vtkhdf", "a", 17);
        Path output = directory.resolve("out.vtkhdf");
        Object[] shape = {input, output, "--scale", "2", "--every", "2,1,1", "--resume", "--chunk", "1,3,2"};
        CliRun dry = convert(
                input, directory.resolve("whole.vtkhdf"), "--scale", "2", "--every", "2,1,1", "--chunk", "1,3,2");
        assertEquals(0, dry.exitCode(), dry.err());
        interrupted(input, output);
        CliRun other = convert(input, output, "--scale", "3", "--every", "2,1,1", "--resume", "--chunk", "1,3,2");
        assertEquals(2, other.exitCode(), other.err());
        assertTrue(other.err().contains("in another shape"), other.err());
        CliRun same = convert(shape);
        assertEquals(0, same.exitCode(), same.err());
        assertTrue(same.err().contains("were there before"), same.err());
        assertArrayEquals((double[]) read(directory.resolve("whole.vtkhdf"), "a"), (double[]) read(output, "a"));
    }

    /** What an interrupted run leaves: the first slice, and what it was made from. */
    private void interrupted(Path input, Path output) throws IOException {
        Path begun = directory.resolve("begun");
        Files.createDirectory(begun);
        Wanted wanted = new Wanted(
                new ArraySelection(List.of()),
                Shaping.none().withScaling(Scaling.of(2, 0)).withEvery(2, 1, 1));
        String source = InputMark.of(input, List.of()) + wanted.mark();
        WriteOptions options = WriteOptions.defaults()
                .withStorage(Storage.raw().withChunk(ChunkShape.of(2, 3, 1)))
                .withSource(source)
                .withCommits(Commits.everySlices(1))
                .withResume(true);
        ImageGeometry geometry = ImageGeometry.of(NX / 2, NY, NZ).withSpacing(2, 1, 1);
        ImageDataWriter writer = ImageDataWriter.create(output, geometry, options);
        writer.writeField(FieldArray.ofStrings("note", List.of("none")));
        writer.createPointArray("a", ScalarType.FLOAT64).writeSlice(0, new double[] {0, 4, 8, 12, 16, 20});
        writer.abort();
    }

    @Test
    void eachStepOfASeriesIsShaped() throws IOException {
        Path input = directory.resolve("in.vtkhdf");
        try (ImageSeriesWriter series =
                ImageSeriesWriter.create(input, ImageGeometry.of(NX, NY, NZ), TimeAxis.of(0, 1, 2))) {
            for (int n = 0; n < 3; n++) {
                StepWriter step = series.step(n);
                double[] values = new double[NX * NY * NZ];
                Arrays.fill(values, n);
                step.createPointArray("a", ScalarType.FLOAT64).write(values, Order.X_FASTEST);
                if (n == 0) {
                    step.createPointArray("same", ScalarType.INT32).write(new int[NX * NY * NZ], Order.X_FASTEST);
                } else {
                    step.reuse(Association.POINT, "same");
                }
                step.finish();
            }
            series.finish();
        }
        Path output = directory.resolve("out.vtkhdf");
        CliRun run = convert(
                input, output, "--region", "1:2,:,:", "--type", "a=int16", "--rename", "same=b", "--rename", "a=same");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains("are those of a step before, stored once"), run.err());
        try (ImageDataReader reader = ImageDataReader.open(output)) {
            for (int n = 0; n < 3; n++) {
                short[] expected = new short[2 * NY * NZ];
                Arrays.fill(expected, (short) n);
                assertArrayEquals(
                        expected, (short[]) reader.atStep(n).pointArray("same").read(Order.X_FASTEST));
            }
        }
    }

    @Test
    void imagesOfOneGeometryAreMerged() throws IOException {
        Path one = image("one.vtkhdf", "a", 1);
        Path two = image("two.vtkhdf", "b", 2);
        Path output = directory.resolve("out.vtkhdf");
        assertEquals(
                0, convert(one, two, output, "--merge", "--type", "b=float32").exitCode());
        assertEquals(1, ((double[]) read(output, "a"))[17]);
        assertEquals(2, ((float[]) read(output, "b"))[17]);

        Path taken = image("three.vtkhdf", "a", 3);
        CliRun refused = convert(one, taken, output, "--merge", "--overwrite");
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("which " + one + " has as well"), refused.err());
        assertEquals(
                0,
                convert(one, taken, output, "--merge", "--overwrite", "--prefix")
                        .exitCode());
        assertEquals(3, ((double[]) read(output, "three_a"))[17]);

        Path elsewhere = directory.resolve("four.vtkhdf");
        assertEquals(0, convert(one, elsewhere, "--origin", "1,0,0").exitCode());
        CliRun apart = convert(one, elsewhere, output, "--merge", "--prefix", "--overwrite");
        assertEquals(4, apart.exitCode());
        assertTrue(apart.err().contains("four.vtkhdf: origin"), apart.err());
    }
}
