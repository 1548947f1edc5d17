package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.StepWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What h5py finds at commits whose index of chunks has just grown by a node, and how much such a commit writes. */
@Tag("h5py")
@Tag("once")
class ManyStepsTest {

    private static final int VALUES = 4 * 3 * 2;

    private static final int COMMITS = 100;

    enum Form {
        RAW(Storage.raw()),
        CHUNKS(Storage.gzip(1).withChunk(ChunkShape.of(2, 2, 1))),
        VECTORS(Storage.gzip(1));

        private final Storage storage;

        Form(Storage storage) {
            this.storage = storage;
        }
    }

    @TempDir
    Path scratch;

    @ParameterizedTest
    @EnumSource
    void everyCommitIsTheSeriesSoFar(Form form) throws Exception {
        int[] commits = IntStream.concat(
                        IntStream.rangeClosed(45, 52), IntStream.of(383, 384, 385, 400, 401, 449, 450, 451, 1999, 2050))
                .toArray();
        commits = IntStream.concat(IntStream.of(commits), IntStream.rangeClosed(2090, 2160))
                .toArray();
        Path file = scratch.resolve("run.vtkhdf");
        List<Path> copies = new ArrayList<>();
        ImageSeriesWriter killed = create(file, form);
        int steps = 0;
        for (int commit : commits) {
            steps = write(killed, form, steps, commit);
            killed.commit();
            copies.add(Files.copy(Path.of(file + ".part"), scratch.resolve(commit + ".vtkhdf")));
        }
        killed.abort();
        try (ImageSeriesWriter resumed = create(file, form)) {
            assertEquals(steps, resumed.times().length);
            write(resumed, form, steps, 2500);
            resumed.commit();
            copies.add(Files.copy(Path.of(file + ".part"), scratch.resolve("2500.vtkhdf")));
            write(resumed, form, 2500, 2600);
            resumed.finish();
        }
        copies.add(Files.copy(file, scratch.resolve("2600.vtkhdf")));
        assertEquals("", h5py(copies.stream().map(Path::toString).toList()));
    }

    /** A tree would have records of them, which h5py tells as chunks and h5repack dies of. */
    @ParameterizedTest
    @EnumSource(names = {"CHUNKS", "VECTORS"})
    void whatIsFilledIsNoChunk(Form form) throws Exception {
        Path file = scratch.resolve("run.vtkhdf");
        WriteOptions options = options(form).withFillMissing(true);
        try (ImageSeriesWriter series =
                ImageSeriesWriter.create(file, ImageGeometry.of(4, 3, 2), TimeAxis.growing(), options)) {
            for (int n = 0; n < 500; n++) {
                StepWriter step = series.step(n);
                step.createPointArray("a", ScalarType.FLOAT64).writeSlice(0, values(n, VALUES / 2));
                step.finish();
            }
            series.commit();
            Path copy = Files.copy(Path.of(file + ".part"), scratch.resolve("500.vtkhdf"));
            int chunks = form == Form.CHUNKS ? 4 : 1;
            assertEquals("", h5py(List.of("--filled", Integer.toString(chunks), copy.toString())));
            series.finish();
        }
    }

    private String h5py(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Tool.python(), Tool.pythonScript("many_steps.py").toString()));
        command.addAll(arguments);
        return Tool.run(scratch, command);
    }

    /** So the file of a run that commits after each of them grows by as much for each. */
    @ParameterizedTest
    @EnumSource
    void aCommitWritesAsMuchHoweverManyStepsThereAre(Form form) throws Exception {
        Path file = scratch.resolve("run.vtkhdf");
        try (ImageSeriesWriter series = create(file, form)) {
            int steps = write(series, form, 0, 1000);
            long early = written(series, form, file, steps);
            steps = write(series, form, steps + COMMITS, 10_000);
            long late = written(series, form, file, steps);
            // A level more of the tree of chunks, and 8 bytes for each 256 times.
            assertTrue(late < early + COMMITS * 5000L, late + " bytes beside " + early);
            series.finish();
        }
    }

    /** The bytes that so many steps with a commit each take. */
    private static long written(ImageSeriesWriter series, Form form, Path file, int from) throws IOException {
        series.commit();
        long before = end(file);
        for (int step = from; step < from + COMMITS; step++) {
            write(series, form, step, step + 1);
            series.commit();
        }
        return end(file) - before;
    }

    /** The end that the superblock tells, since the file is longer. */
    private static long end(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(Path.of(file + ".part"))) {
            ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            channel.position(28).read(bytes);
            return bytes.getLong(0);
        }
    }

    private static ImageSeriesWriter create(Path file, Form form) throws IOException {
        int x = form == Form.VECTORS ? 2 : 4;
        return ImageSeriesWriter.create(file, ImageGeometry.of(x, 3, 2), TimeAxis.growing(), options(form));
    }

    private static WriteOptions options(Form form) {
        return WriteOptions.defaults()
                .withCommits(Commits.onDemand())
                .withStorage(form.storage)
                .withResume(true);
    }

    /** Value i of step n is 1000 n + i. */
    private static int write(ImageSeriesWriter series, Form form, int from, int to) throws IOException {
        for (int n = from; n < to; n++) {
            StepWriter step = series.step(n);
            int first = n;
            double[] values = IntStream.range(0, VALUES)
                    .mapToDouble(i -> first * 1000.0 + i)
                    .toArray();
            ArraySpec array = ArraySpec.point("a", ScalarType.FLOAT64);
            step.createArray(form == Form.VECTORS ? array.withComponents(2) : array)
                    .write(values(n, VALUES), Order.X_FASTEST);
            step.finish();
        }
        return to;
    }

    private static double[] values(int step, int count) {
        return IntStream.range(0, count).mapToDouble(i -> step * 1000.0 + i).toArray();
    }
}
