package io.vtkhdf.tests;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random time series written by us, in one run, in several, or behind what h5py has written, and read by h5py. */
@Tag("h5py")
class SeriesSuiteTest {

    private static final int MOST_STEPS = 7;

    @TempDir
    static Path scratch;

    private static SeriesJudge h5py;

    @BeforeAll
    static void start() throws IOException {
        h5py = new SeriesJudge();
    }

    @AfterAll
    static void stop() throws IOException {
        h5py.close();
    }

    static LongStream seeds() {
        return Seeds.of(150);
    }

    private static WriteOptions options(RandomSeries series) {
        return WriteOptions.defaults().withStorage(series.storage).withCommits(Commits.onDemand());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsWhatWeWrite(long seed) {
        RandomSeries series = new RandomSeries(seed, MOST_STEPS);
        Path file = scratch.resolve("series" + seed + ".vtkhdf");
        Seeds.run(series, seed, () -> {
            try (ImageSeriesWriter writer =
                    ImageSeriesWriter.create(file, series.geometry, series.axis(), options(series))) {
                series.writeConstants(writer);
                for (int step = 0; step < series.times.length; step++) {
                    series.writeStep(writer, step, false);
                }
                writer.finish();
            }
            h5py.ask(series.request(file, series.times.length));
            Files.delete(file);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void seesWholeStepsAtEveryCommit(long seed) {
        RandomSeries series = new RandomSeries(seed, MOST_STEPS);
        Path file = scratch.resolve("commits" + seed + ".vtkhdf");
        Seeds.run(series, seed, () -> {
            try (ImageSeriesWriter writer = ImageSeriesWriter.create(
                    file, series.geometry, series.axis(), options(series).withInPlace(true))) {
                series.writeConstants(writer);
                for (int step = 0; step < series.times.length; step++) {
                    series.writeStep(writer, step, false);
                    writer.commit();
                    ObjectNode request =
                            series.request(file, writer.times().length).put("unfinished", true);
                    if (writer.times().length == step) {
                        request.putArray("root").add("UnfinishedStep").add("VTKHDF");
                    }
                    h5py.ask(request);
                }
                writer.finish();
            }
            h5py.ask(series.request(file, series.times.length));
            Files.delete(file);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsWhatSeveralRunsHaveWritten(long seed) {
        RandomSeries series = new RandomSeries(seed, MOST_STEPS);
        Path file = scratch.resolve("resumed" + seed + ".vtkhdf");
        Seeds.run(series, seed, () -> {
            for (int run = 0; !Files.exists(file); run++) {
                runOnce(series, file, run < 20);
            }
            h5py.ask(series.request(file, series.times.length));
            Files.delete(file);
        });
    }

    /** Goes on, and gives up somewhere if it may. */
    private static void runOnce(RandomSeries series, Path file, boolean mayGiveUp) throws IOException {
        try (ImageSeriesWriter writer = ImageSeriesWriter.create(
                file, series.geometry, series.axis(), options(series).withResume(true))) {
            series.writeConstants(writer);
            for (int step = writer.times().length; step < series.times.length; step++) {
                if (mayGiveUp && series.random.nextInt(3) == 0) {
                    series.begin(writer, step);
                    if (series.random.nextBoolean()) {
                        writer.commit();
                    }
                    writer.abort();
                    return;
                }
                series.writeStep(writer, step, true);
            }
            writer.finish();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsWhatWeAddToAFileOfH5py(long seed) {
        RandomSeries series = new RandomSeries(seed, MOST_STEPS);
        Path file = scratch.resolve("appended" + seed + ".vtkhdf");
        series.giveAllFieldsAtEachStep(); // Nothing in the file says otherwise.
        int there = 1 + series.random.nextInt(series.times.length);
        for (int i = 0; i < series.arrays.size(); i++) {
            for (int step = 0; step < there; step++) {
                series.sources.get(i)[step] = step; // h5py stores each step.
            }
            for (int step = there; step < series.times.length; step++) {
                int before = series.sources.get(i)[step - 1];
                series.sources.get(i)[step] = series.sources.get(i)[step] == step ? step : before;
            }
        }
        Seeds.run(series, seed, () -> {
            h5py.ask(withLayout(series, series.request(file, there)));
            while (true) {
                try (ImageSeriesWriter writer =
                        ImageSeriesWriter.append(file, WriteOptions.defaults().withCommits(Commits.onDemand()))) {
                    int done = writer.times().length;
                    if (done == series.times.length) {
                        writer.finish();
                        break;
                    }
                    for (int step = done; step < series.times.length && step < done + 2; step++) {
                        series.writeStep(writer, step, false);
                    }
                    writer.finish();
                }
            }
            h5py.ask(series.request(file, series.times.length));
            Files.delete(file);
        });
    }

    private static ObjectNode withLayout(RandomSeries series, ObjectNode request) {
        ObjectNode layout = request.putObject("layout");
        String[] versions = {"", "earliest", "latest"};
        layout.put("libver", versions[series.random.nextInt(3)]);
        String[] kinds = {"contiguous", "steps", "slices"};
        String kind = kinds[series.random.nextInt(3)];
        layout.put("kind", kind).put("unlimited", series.random.nextBoolean());
        ObjectNode filters = layout.putObject("filters");
        if (!kind.equals("contiguous") && series.random.nextBoolean()) {
            filters.put("shuffle", series.random.nextBoolean())
                    .put("compression", "gzip")
                    .put("compression_opts", 1 + series.random.nextInt(9))
                    .put("fletcher32", series.random.nextBoolean());
        }
        return request;
    }
}
