package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.StepWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slices as large as real ones, read and written in a process with little memory. */
@Tag("once")
class SmallHeapTest {

    private static final int NX = 1200;
    private static final int NY = 1501;
    private static final int NZ = 4;

    private static final List<String> SMALL_HEAP = List.of("-Xmx64m");

    @TempDir
    private Path directory;

    @Test
    void compressedSlicesAreConvertedToCompressedSlices() throws Exception {
        Path input = directory.resolve("in.vtkhdf");
        Path output = directory.resolve("out.vtkhdf");
        write(input);

        Spawned run = Spawned.run(Spawned.command(SMALL_HEAP, "convert", input, output, "--compress=fast"));
        assertEquals(0, run.exitCode(), run.said());

        try (ImageDataReader reader = ImageDataReader.open(output)) {
            for (int k = 0; k < NZ; k++) {
                assertArrayEquals(slice(k), (double[]) reader.pointArray("data").readSlice(k), "slice " + k);
            }
        }
    }

    /** Sparse images, the larger ones six times the heap. */
    @ParameterizedTest
    @ValueSource(strings = {"--compress=none", "--compress=lz4"})
    void largeImagesAreConvertedToXmlAtTheSameTime(String option) throws Exception {
        List<Object> args = new ArrayList<>(List.of("convert", option, "--output-format=vti", "--output-dir"));
        Path outputs = Files.createDirectory(directory.resolve("out"));
        args.add(outputs);
        for (int i = 0; i < 3; i++) {
            args.add(VtiFiles.zeros(directory.resolve(i + ".vti"), option.endsWith("none") ? 16 : 48));
        }
        Spawned run = Spawned.run(Spawned.command(SMALL_HEAP, args.toArray()));
        assertEquals(0, run.exitCode(), run.said());
        Path again = directory.resolve("again.vti");
        Spawned back = Spawned.run(Spawned.command(SMALL_HEAP, "convert", outputs.resolve("2.vti"), again));
        assertEquals(0, back.exitCode(), back.said());
        CliRun info = CliRun.of("info", "--json", "--stats", again);
        assertTrue(info.out().replaceAll("\\s", "").contains("\"min\":0.0,\"max\":0.0,\"mean\":0.0"), info.out());
    }

    /** A sparse image of six times the heap, whose values are all 0. */
    @ParameterizedTest
    @ValueSource(strings = {"pick", "mean"})
    void largeImagesAreMadeSmaller(String how) throws Exception {
        Path input = VtiFiles.zeros(directory.resolve("in.vti"), 48);
        Path output = directory.resolve("out.vtkhdf");
        Spawned run = Spawned.run(Spawned.command(
                SMALL_HEAP, "convert", input, output, "--type=float32", "--every=2,2,2", "--reduce=" + how));
        assertEquals(0, run.exitCode(), run.said());
        CliRun info = CliRun.of("info", "--json", "--distribution", output);
        assertTrue(info.out().replaceAll("\\s", "").contains("\"min\":0.0,\"max\":0.0,\"mean\":0.0"), info.out());
    }

    @Test
    void aLongSeriesIsToldOfAndCompared() throws Exception {
        Path file = directory.resolve("series.vtkhdf");
        int steps = 2000;
        double[] times = IntStream.range(0, steps).mapToDouble(n -> n / 8.0).toArray();
        try (ImageSeriesWriter series =
                ImageSeriesWriter.create(file, ImageGeometry.of(16, 16, 2), TimeAxis.of(times))) {
            for (int n = 0; n < steps; n++) {
                double[] values = new double[16 * 16 * 2];
                Arrays.fill(values, n);
                StepWriter step = series.step(times[n]);
                step.createPointArray("a", ScalarType.FLOAT64).write(values, Order.X_FASTEST);
                step.finish();
            }
            series.finish();
        }
        List<String> tiny = List.of("-Xmx24m");
        Spawned info = Spawned.run(Spawned.command(tiny, "info", "--json", "--stats", file));
        assertEquals(0, info.exitCode(), info.said());
        assertTrue(info.said().replaceAll("\\s", "").contains("\"mean\":999.5"), info.said());
        Spawned diff = Spawned.run(Spawned.command(tiny, "diff", file, file));
        assertEquals(new Spawned(0, "the same: 2000 steps" + System.lineSeparator()), diff);
    }

    @Test
    void aSliceLargerThanTheHeapIsCompressed() throws Exception {
        Path values = directory.resolve("values");
        int last = LargeSlice.SIDE * LargeSlice.SIDE - 1;
        try (RandomAccessFile file = new RandomAccessFile(values.toFile(), "rw")) {
            file.seek(last);
            file.write(7);
        }
        Path output = directory.resolve("out.vtkhdf");
        List<String> command = new ArrayList<>(Spawned.command(SMALL_HEAP, values, output));
        command.set(command.indexOf(Main.class.getName()), LargeSlice.class.getName());
        Spawned run = Spawned.run(command);
        assertEquals(0, run.exitCode(), run.said());
        try (ImageDataReader reader = ImageDataReader.open(output)) {
            Region end = new Region(LargeSlice.SIDE - 2, LargeSlice.SIDE - 1, 0, new Dimensions(2, 1, 1));
            assertArrayEquals(new byte[] {0, 7}, (byte[]) reader.pointArray("a").read(end));
        }
    }

    /** Which an interrupted run with more memory has written. */
    @Test
    void aFieldArrayLargerThanAQuarterOfTheHeapIsGoneOnWith() throws Exception {
        Path output = directory.resolve("out.vtkhdf");
        byte[] values = new byte[20 << 20];
        new Random(1).nextBytes(values);
        WriteOptions options = WriteOptions.defaults().withResume(true);
        ImageDataWriter killed = ImageDataWriter.create(output, SmallHeapResume.IMAGE, options);
        killed.createPointArray("a", ScalarType.UINT8).writeSlice(0, new byte[] {1, 2});
        killed.writeField(
                FieldArray.ofNumbers("large", ScalarType.UINT8, 2, values).withComponentNames(List.of("one", "other")));
        killed.abort();

        Spawned run = resumeInSmallHeap(output);
        assertEquals(0, run.exitCode(), run.said());
        try (ImageDataReader reader = ImageDataReader.open(output)) {
            assertArrayEquals(new byte[] {1, 2}, (byte[]) reader.pointArray("a").readSlice(0));
            FieldArray field = reader.fields().get(0);
            assertEquals(List.of("one", "other"), field.componentNames());
            assertArrayEquals(values, (byte[]) field.asNumbers().values());
        }
    }

    @Test
    void whatIsOnlyTooLargeForTheHeapIsNotCalledBroken() throws Exception {
        Path output = directory.resolve("out.vtkhdf");
        int size = 60_000_000;
        WriteOptions options = WriteOptions.defaults()
                .withResume(true)
                .withStorage(Storage.gzip(1).withChunk(ChunkShape.of(size, 1, 1)));
        ImageDataWriter killed = ImageDataWriter.create(output, ImageGeometry.of(size, 1, 2), options);
        killed.createPointArray("a", ScalarType.UINT8).writeSlice(0, new byte[size]);
        killed.commit();
        killed.abort();

        Spawned run = resumeInSmallHeap(output);
        assertEquals(1, run.exitCode(), run.said());
        assertTrue(run.said().contains("UnsupportedFileException"), run.said());
        assertTrue(run.said().contains("a larger heap (-Xmx) goes on with it"), run.said());
        assertFalse(run.said().contains("delete it"), run.said());
    }

    private static Spawned resumeInSmallHeap(Path output) throws Exception {
        List<String> command = new ArrayList<>(Spawned.command(SMALL_HEAP, output));
        command.set(command.indexOf(Main.class.getName()), SmallHeapResume.class.getName());
        return Spawned.run(command);
    }

    /** Of 1,000 files. */
    @ParameterizedTest
    @ValueSource(strings = {"out.vtkhdf", "compressed.vtkhdf", "out.pvd", "out.npy"})
    void aThousandStepsAreConverted(String name) throws Exception {
        StringBuilder sets = new StringBuilder();
        for (int step = 0; step < 1000; step++) {
            Path file = StepFiles.vti(directory.resolve("step_" + step + ".vti"), step, "");
            sets.append("<DataSet timestep='")
                    .append(step)
                    .append("' file='")
                    .append(file.getFileName())
                    .append("'/>");
        }
        Path input = Files.writeString(
                directory.resolve("in.pvd"),
                "<VTKFile type='Collection'><Collection>" + sets + "</Collection></VTKFile>");
        Path output = directory.resolve(name);
        List<Object> args = new ArrayList<>(List.of("convert", input, output));
        args.add(name.startsWith("compressed") ? "--compress=fast" : "--array=p");
        Spawned run = Spawned.run(Spawned.command(SMALL_HEAP, args.toArray()));
        assertEquals(0, run.exitCode(), run.said());
        assertTrue(run.said().contains("1000 steps, times 0 to 999"), run.said());
        if (name.endsWith(".vtkhdf")) {
            try (ImageDataReader reader = ImageDataReader.open(output)) {
                for (int step = 0; step < 1000; step += 37) {
                    float[] slice =
                            (float[]) reader.atStep(step).pointArray("p").readSlice(1);
                    assertEquals(100 * step + 12, slice[0]);
                }
            }
        }
    }

    @Test
    void aSliceLargerThanTheHeapBecomesAPicture() throws Exception {
        Path input = directory.resolve("in.vtkhdf");
        Path output = directory.resolve("out.png");
        try (ImageDataWriter writer = ImageDataWriter.create(input, ImageGeometry.of(4000, 1, 4000))) {
            ArrayWriter array = writer.createPointArray("data", ScalarType.FLOAT64);
            for (int k = 0; k < 4000; k++) {
                double[] row = new double[4000];
                Arrays.fill(row, k);
                array.writeSlice(k, row);
            }
            writer.finish();
        }
        Spawned run = Spawned.run(
                Spawned.command(SMALL_HEAP, "slice", input, "--array=data", "--axis=y", "--index=0", "-o", output));
        assertEquals(0, run.exitCode(), run.said());
        assertTrue(run.said().contains("colours from 0 to 3999"), run.said());
        assertTrue(Files.size(output) > 1000);
    }

    private static void write(Path file) throws IOException {
        WriteOptions compressed = WriteOptions.defaults().withStorage(Storage.fast());
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(NX, NY, NZ), compressed)) {
            ArrayWriter array = writer.createPointArray("data", ScalarType.FLOAT64);
            for (int k = 0; k < NZ; k++) {
                array.writeSlice(k, slice(k));
            }
            writer.finish();
        }
    }

    /** Noise, which takes as much space compressed. */
    private static double[] slice(int k) {
        return new Random(k).doubles(NX * NY).toArray();
    }
}
