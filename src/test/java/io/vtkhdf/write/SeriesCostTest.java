package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.testing.Allocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a step costs does not depend on how many were before it. */
class SeriesCostTest extends SeriesFixture {

    private static final ImageGeometry SMALL = ImageGeometry.of(8, 8, 8);
    private static final double[] SLAB = new double[512];

    private static void write(ImageSeriesWriter series, int number) throws IOException {
        StepWriter step = series.step(number);
        step.createPointArray("p", ScalarType.FLOAT64).write(SLAB);
        ArraySpec still = ArraySpec.point("still", ScalarType.FLOAT64);
        if (number % 100 == 0) {
            step.createArray(still).write(SLAB);
        } else {
            step.reuse(Association.POINT, "still");
        }
        step.writeField(FieldArray.of("f", 0.5 * number));
        step.writeField(FieldArray.ofStrings("label", List.of("a label")));
        step.finish();
    }

    @Test
    void the_work_of_a_late_step_is_that_of_an_early_one() throws IOException {
        WriteOptions options = WriteOptions.defaults().withCommits(Commits.onDemand());
        long early = 0;
        long late = 0;
        try (ImageSeriesWriter series = ImageSeriesWriter.create(file, SMALL, TimeAxis.growing(), options)) {
            for (int step = 0; step < 4_000; step++) {
                long before = Allocation.bytes();
                write(series, step);
                long work = Allocation.bytes() - before;
                early += step >= 500 && step < 1_000 ? work : 0;
                late += step >= 3_500 ? work : 0;
            }
            series.finish();
        }
        assertTrue(late < 1.2 * early, late + " bytes for the last 500 steps, " + early + " for the second 500");
    }

    @Test
    void each_step_adds_the_same_to_the_file() throws IOException {
        long first = size(500);
        long second = size(1_000) - first;
        long third = size(1_500) - first - second;
        // Chunks that are full and pages of indexes fall into one half or the other.
        assertTrue(Math.abs(third - second) < 20_000, second + " bytes, then " + third);
        assertTrue(third < 500 * (4096 + 200), third + " bytes for 500 steps");
    }

    private long size(int steps) throws IOException {
        Path written = directory.resolve(steps + ".vtkhdf");
        try (ImageSeriesWriter series = ImageSeriesWriter.create(
                written, SMALL, TimeAxis.growing(), WriteOptions.defaults().withCommits(Commits.onDemand()))) {
            for (int step = 0; step < steps; step++) {
                write(series, step);
            }
            series.finish();
        }
        return Files.size(written);
    }

    @Test
    void commits_of_their_own_accord_take_little() throws IOException {
        WriteOptions options = WriteOptions.defaults().withCommits(Commits.everySteps(1));
        try (ImageSeriesWriter series = ImageSeriesWriter.create(file, SMALL, TimeAxis.growing(), options)) {
            for (int step = 0; step < 2_000; step++) {
                write(series, step);
            }
            series.finish();
        }
        long often = Files.size(file);
        long data = 2_000L * 4096;
        // 1 MiB and a 32nd of the data, beside what once written takes.
        assertTrue(often < size(2_000) + (1 << 20) + data / 32 + (64 << 10), often + " bytes");
    }
}
