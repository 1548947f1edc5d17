package io.vtkhdf.hostile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.testing.HangGuard;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.ResumeMismatchException;
import io.vtkhdf.write.StepWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * This library's time series, finished and not, broken in every place: read or refused as {@link Trials} has it, and
 * added to, gone on with or refused by who writes.
 *
 * <p>As in {@link HostileInputTest}, a sample; all with {@code -Dvtkhdf.mutations=all}.
 */
class BrokenSeriesTest {

    private static final long SEED = Long.getLong("vtkhdf.seed", 1);
    private static final boolean ALL = "all".equals(System.getProperty("vtkhdf.mutations"));
    private static final int SAMPLE = 600;
    private static final ImageGeometry GEOMETRY = ImageGeometry.of(4, 3, 2);
    private static final WriteOptions OPTIONS =
            WriteOptions.defaults().withInPlace(true).withCommits(Commits.onDemand());

    @TempDir
    private Path directory;

    private interface Use {
        /** Returns what is to be closed. */
        ImageSeriesWriter of(Path file) throws IOException;
    }

    /** Three steps, and a part of a fourth one. */
    private byte[] series(TimeAxis axis, boolean isFinished) throws IOException {
        Path file = directory.resolve("series.vtkhdf");
        try (ImageSeriesWriter series = ImageSeriesWriter.create(file, GEOMETRY, axis, OPTIONS.withOverwrite(true))) {
            series.writeField(FieldArray.of("constant", 1.5, 2.5));
            for (int number = 0; number < (isFinished ? 3 : 4); number++) {
                StepWriter step = series.step(number * 0.5);
                step.writeField(FieldArray.ofStrings("texts", List.of("step " + number, "")));
                write(step, ArraySpec.point("raw", ScalarType.INT16), Storage.raw(), number);
                if (number == 3) {
                    break;
                }
                write(
                        step,
                        ArraySpec.point("gzip", ScalarType.INT16),
                        Storage.gzip(1).withChecksum(),
                        number);
                if (number == 1) {
                    step.reuse(Association.CELL, "cells");
                } else {
                    write(step, ArraySpec.cell("cells", ScalarType.INT16), Storage.gzip(1), number);
                }
                step.finish();
            }
            if (isFinished) {
                series.finish();
            } else {
                series.commit();
                series.abort();
            }
        }
        return Files.readAllBytes(file);
    }

    private static void write(StepWriter step, ArraySpec spec, Storage storage, int number) throws IOException {
        ArrayWriter array = step.createArray(spec, storage);
        for (int k = 0; k < array.dimensions().z(); k++) {
            short[] values =
                    new short[array.dimensions().x() * array.dimensions().y()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (short) (100 * number + 50 * k + i);
            }
            array.writeSlice(k, values);
        }
    }

    @Test
    void finishedOnesAreReadOrRefused() throws IOException {
        read(series(TimeAxis.growing(), true));
        read(series(TimeAxis.of(0, 0.5, 1), true));
    }

    @Test
    void unfinishedOnesAreReadOrRefused() throws IOException {
        read(series(TimeAxis.growing(), false));
    }

    private void read(byte[] whole) throws IOException {
        Trials trials = new Trials(InputKind.VTKHDF, directory);
        for (Mutation mutation : sample(whole)) {
            byte[] broken = mutation.of(whole);
            assertTimeoutPreemptively(HangGuard.LIMIT, () -> trials.readRepaired(broken), mutation.what());
        }
        System.out.println("series: " + trials);
    }

    private static List<Mutation> sample(byte[] whole) {
        List<Mutation> mutations = Mutation.ofBytes(whole);
        Collections.shuffle(mutations, new Random(SEED));
        return ALL ? mutations : mutations.subList(0, SAMPLE);
    }

    /** What was refused is as it was. */
    @Test
    void finishedOnesAreAddedToOrRefused() throws IOException {
        use(series(TimeAxis.growing(), true), true, file -> ImageSeriesWriter.append(file, OPTIONS));
        use(series(TimeAxis.of(0, 0.5, 1), true), true, file -> ImageSeriesWriter.append(file, OPTIONS));
    }

    @Test
    void unfinishedOnesAreGoneOnWithOrRefused() throws IOException {
        use(
                series(TimeAxis.growing(), false),
                false,
                file -> ImageSeriesWriter.create(file, GEOMETRY, TimeAxis.growing(), OPTIONS.withResume(true)));
        TimeAxis known = TimeAxis.of(0, 0.5, 1, 1.5, 2);
        use(
                series(known, false),
                false,
                file -> ImageSeriesWriter.create(file, GEOMETRY, known, OPTIONS.withResume(true)));
    }

    private void use(byte[] whole, boolean isFinished, Use use) throws IOException {
        Path file = directory.resolve("broken.vtkhdf");
        int refused = 0;
        int used = 0;
        for (Mutation mutation : sample(whole)) {
            byte[] broken = mutation.of(whole);
            Files.write(file, broken);
            boolean isUsed = assertTimeoutPreemptively(HangGuard.LIMIT, () -> isUsed(file, use), mutation.what());
            refused += isUsed ? 0 : 1;
            used += isUsed ? 1 : 0;
            if (!isUsed) {
                requireUntouched(broken, Files.readAllBytes(file), isFinished, mutation.what());
            }
        }
        System.out.println("series: " + used + " gone on with, " + refused + " refused");
    }

    /** But for what lies behind the last commit of a file that is not finished. */
    private static void requireUntouched(byte[] broken, byte[] left, boolean isFinished, String what) {
        int length = isFinished ? broken.length : Math.min(broken.length, left.length);
        assertArrayEquals(Arrays.copyOf(broken, length), isFinished ? left : Arrays.copyOf(left, length), what);
    }

    private static boolean isUsed(Path file, Use use) throws IOException {
        try {
            use.of(file).abort();
            return true;
        } catch (IOException | ResumeMismatchException e) {
            String message = String.valueOf(e.getMessage());
            assertEquals(1, message.lines().count(), message);
            return false;
        }
    }
}
