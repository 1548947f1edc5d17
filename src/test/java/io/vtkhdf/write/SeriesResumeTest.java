package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Time series that are given up and gone on with. */
class SeriesResumeTest extends SeriesFixture {

    private static final int STEPS = 4;

    private WriteOptions resuming(Form form) {
        return form.options().withResume(true);
    }

    /** As if the process had been killed after the commit. */
    private void copy(Path part, Path target) throws IOException {
        Files.deleteIfExists(target);
        Files.copy(part, target);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void goes_on_at_every_slice_of_every_step(Form form) throws IOException {
        for (int cut = 0; cut < STEPS; cut++) {
            for (int slices = 0; slices <= 9; slices++) { // 5 of the points, 4 of the cells
                Path written = directory.resolve(cut + "-" + slices + ".vtkhdf");
                beginAndGiveUp(form, written, cut, slices);
                assertSteps(ImageDataWriter.partOf(written), cut, step -> step == 2 ? 1 : step);
                goOn(form, written, cut, slices);
                assertSteps(written, STEPS, step -> step == 2 ? 1 : step);
                Files.delete(written);
            }
        }
    }

    private static void write(ImageSeriesWriter series, int step) throws IOException {
        if (step == 2) {
            writeReusing(series, step);
        } else {
            writeStep(series, step);
        }
    }

    private void beginAndGiveUp(Form form, Path written, int cut, int slices) throws IOException {
        try (ImageSeriesWriter series = form.create(written, STEPS, resuming(form))) {
            for (int step = 0; step < cut; step++) {
                write(series, step);
            }
            StepWriter step = series.step(time(cut));
            ArrayWriter points = step.createArray(POINTS);
            for (int slice = 0; slice < Math.min(slices, 5); slice++) {
                writeSlice(points, cut, slice);
            }
            if (cut == 2) {
                step.reuse(Association.CELL, "c");
            } else if (slices > 5) {
                ArrayWriter cells = step.createArray(CELLS);
                for (int slice = 0; slice < slices - 5; slice++) {
                    writeSlice(cells, cut, slice);
                }
            }
            if (slices % 2 == 0 || !form.storage.equals(Storage.raw())) {
                series.commit(); // Otherwise what is on its way to be compressed is lost.
            }
            series.abort();
        }
    }

    private void goOn(Form form, Path written, int cut, int slices) throws IOException {
        try (ImageSeriesWriter series = form.create(written, STEPS, resuming(form))) {
            assertArrayEquals(times(cut), series.times());
            assertEquals(OptionalDouble.of(time(cut)), series.begunTime());
            StepWriter step = series.step(time(cut));
            assertEquals(OptionalDouble.empty(), series.begunTime());
            if (form == Form.RAW_KNOWN || form == Form.RAW_GROWING) {
                ArrayWriter points = step.createArray(POINTS);
                assertEquals(5 - Math.min(5, slices), points.missingSlices().count());
                writeMissing(points, cut);
            } else {
                writeMissing(step.createArray(POINTS), cut);
            }
            if (cut == 2) {
                step.reuse(Association.CELL, "c");
            } else {
                writeMissing(step.createArray(CELLS), cut);
            }
            writeField(step, cut);
            for (int next = cut + 1; next < STEPS; next++) {
                write(series, next);
            }
            series.finish();
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void another_time_drops_the_step_that_was_begun(Form form) throws IOException {
        for (int cut = 0; cut < 3; cut++) {
            Path written = directory.resolve(cut + ".vtkhdf");
            try (ImageSeriesWriter series = form.create(written, STEPS, resuming(form))) {
                for (int step = 0; step < cut; step++) {
                    writeStep(series, step);
                }
                // Of other values, which must not come back.
                StepWriter step = series.step(form.isKnown ? time(cut) : time(cut) - 0.01);
                writeSlice(step.createArray(POINTS), 77, 1);
                series.commit();
                series.abort();
            }
            if (form.isKnown) {
                continue; // There is no other time.
            }
            try (ImageSeriesWriter series = form.create(written, STEPS, resuming(form))) {
                for (int step = cut; step < STEPS; step++) {
                    writeStep(series, step);
                }
                series.finish();
            }
            assertSteps(written, STEPS);
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void a_commit_of_a_killed_run_is_gone_on_with(Form form) throws IOException {
        Path part = ImageDataWriter.partOf(file);
        Path killed = directory.resolve("killed.vtkhdf");
        try (ImageSeriesWriter series = form.create(file, STEPS)) {
            for (int step = 0; step < STEPS; step++) {
                writeStep(series, step);
                series.commit();
                copy(part, ImageDataWriter.partOf(killed));
                try (ImageSeriesWriter other = form.create(killed, STEPS, resuming(form))) {
                    assertEquals(OptionalDouble.empty(), other.begunTime());
                    for (int next = step + 1; next < STEPS; next++) {
                        writeStep(other, next);
                    }
                    other.finish();
                }
                assertSteps(killed, STEPS);
                Files.delete(killed);
            }
            series.finish();
        }
    }

    /** What is on its way to be compressed is lost, be it of several steps: the first of them is gone on with. */
    @ParameterizedTest
    @EnumSource(Form.class)
    void whoever_gives_up_does_not_wait_for_chunks(Form form) throws IOException {
        for (int round = 0; round < 10; round++) {
            Path written = directory.resolve(round + ".vtkhdf");
            try (ImageSeriesWriter series = form.create(written, STEPS, resuming(form))) {
                for (int step = 0; step < STEPS - 1; step++) {
                    write(series, step);
                }
                series.abort();
            }
            try (ImageSeriesWriter series = form.create(written, STEPS, resuming(form))) {
                int there = series.times().length;
                assertSteps(ImageDataWriter.partOf(written), there, step -> step == 2 ? 1 : step);
                if (there < STEPS - 1) {
                    assertEquals(OptionalDouble.of(time(there)), series.begunTime());
                }
                for (int step = there; step < STEPS; step++) {
                    write(series, step);
                }
                series.finish();
            }
            assertSteps(written, STEPS, step -> step == 2 ? 1 : step);
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void a_run_that_takes_no_step_keeps_the_one_that_was_begun(Form form) throws IOException {
        for (int cut = 0; cut < 3; cut++) {
            Path written = directory.resolve(cut + ".vtkhdf");
            try (ImageSeriesWriter series = form.create(written, STEPS, resuming(form))) {
                for (int step = 0; step < cut; step++) {
                    writeStep(series, step);
                }
                writeSlice(series.step(time(cut)).createArray(POINTS), cut, 1);
                series.commit();
                series.abort();
            }
            for (boolean commits : new boolean[] {false, true, false}) {
                try (ImageSeriesWriter series = form.create(written, STEPS, resuming(form))) {
                    assertEquals(OptionalDouble.of(time(cut)), series.begunTime());
                    if (commits) {
                        series.commit();
                        copy(ImageDataWriter.partOf(written), directory.resolve("killed"));
                    }
                    series.abort();
                }
            }
            copy(directory.resolve("killed"), ImageDataWriter.partOf(written));
            try (ImageSeriesWriter series = form.create(written, STEPS, resuming(form))) {
                StepWriter step = series.step(time(cut));
                ArrayWriter points = step.createArray(POINTS);
                assertTrue(form == Form.BRICKS_GROWING || points.isWritten(1));
                writeMissing(points, cut);
                writeMissing(step.createArray(CELLS), cut);
                writeField(step, cut);
                for (int next = cut + 1; next < STEPS; next++) {
                    writeStep(series, next);
                }
                series.finish();
            }
            assertSteps(written, STEPS);
        }
    }

    /** What an interrupted run has written after its last commit, of several steps, is not taken for fill values. */
    @Test
    void fills_over_what_was_written_after_the_last_commit() throws IOException {
        Path killed = directory.resolve("killed.vtkhdf");
        try (ImageSeriesWriter series = Form.RAW_KNOWN.create(file, STEPS)) {
            writeStep(series, 0);
            series.commit();
            for (int step = 1; step < STEPS; step++) {
                writeStep(series, step);
            }
            copy(ImageDataWriter.partOf(file), ImageDataWriter.partOf(killed));
            series.abort();
        }
        WriteOptions filling = resuming(Form.RAW_KNOWN).withFillMissing(true);
        try (ImageSeriesWriter series = Form.RAW_KNOWN.create(killed, STEPS, filling)) {
            for (int step = 1; step < STEPS; step++) {
                StepWriter open = series.step(time(step));
                writeSlice(open.createArray(CELLS), step, 0);
                writeField(open, step);
                open.finish();
            }
            series.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(killed)) {
            for (int step = 1; step < STEPS; step++) {
                ArrayReader cells = reader.atStep(step).cellArray("c");
                for (int slice = 1; slice < cells.dimensions().z(); slice++) {
                    assertArrayEquals(new int[12], (int[]) cells.readSlice(slice));
                }
            }
        }
    }

    @Test
    void roles_go_with_the_first_step_that_is_dropped() throws IOException {
        Form form = Form.RAW_GROWING;
        try (ImageSeriesWriter series = form.create(file, 0, resuming(form))) {
            writeSlice(series.step(time(0)).createPointArray("other", ScalarType.FLOAT64), 0, 0);
            series.setActive(new ActiveArray(Association.POINT, ArrayRole.SCALARS, "other"));
            series.commit();
            series.abort();
        }
        try (ImageSeriesWriter series = form.create(file, 0, resuming(form))) {
            series.step(time(0) - 1);
            series.abort();
        }
        try (ImageSeriesWriter series = form.create(file, 0, resuming(form))) {
            for (int step = 0; step < 3; step++) {
                writeStep(series, step);
            }
            series.finish();
        }
        assertSteps(file, 3);
    }

    @Test
    void in_place_too_and_again_and_again() throws IOException {
        WriteOptions options = resuming(Form.SLICES_GROWING).withInPlace(true);
        for (int step = 0; step < STEPS; step++) {
            try (ImageSeriesWriter series = Form.SLICES_GROWING.create(file, 0, options)) {
                assertArrayEquals(times(step), series.times());
                writeStep(series, step);
                series.commit();
                series.abort();
            }
            assertSteps(file, step + 1);
        }
        try (ImageSeriesWriter series = Form.SLICES_GROWING.create(file, 0, options)) {
            series.finish();
        }
        assertSteps(file, STEPS);
        assertMessage(
                java.nio.file.FileAlreadyExistsException.class,
                "exists already",
                () -> Form.SLICES_GROWING.create(file, 0, options));
    }

    @Test
    void field_arrays_go_on() throws IOException {
        for (int cut = 1; cut < STEPS; cut++) {
            Path written = directory.resolve(cut + ".vtkhdf");
            for (int from = 0; from < STEPS; from += cut) {
                int end = Math.min(STEPS, from + cut);
                try (ImageSeriesWriter series = Form.RAW_GROWING.create(written, 0, resuming(Form.RAW_GROWING))) {
                    series.writeField(FieldArray.of("list", 1, 2, 3));
                    for (int step = from; step < end; step++) {
                        StepWriter open = series.step(step);
                        open.writeField(FieldArray.ofStrings("label", List.of("step " + step)));
                        open.writeField(FieldArray.of("same", 5));
                        open.writeField(FieldArray.of("some", new double[step + 1]));
                        open.finish();
                    }
                    if (end < STEPS) {
                        series.abort();
                    } else {
                        series.finish();
                    }
                }
            }
            try (ImageDataReader reader = ImageDataReader.open(written)) {
                for (int step = 0; step < STEPS; step++) {
                    ImageDataReader shown = reader.atStep(step);
                    assertEquals(
                            List.of("step " + step),
                            shown.fieldArray("label").asStrings().values());
                    assertEquals(step + 1, shown.fieldArray("some").tuples());
                    assertArrayEquals(
                            new int[] {5}, shown.fieldArray("same").asNumbers().values(int[].class));
                    assertArrayEquals(
                            new int[] {1, 2, 3},
                            shown.fieldArray("list").asNumbers().values(int[].class));
                }
            }
        }
    }

    @Test
    void what_is_there_must_be_what_is_written() throws IOException {
        WriteOptions options = resuming(Form.RAW_KNOWN).withSource("one");
        try (ImageSeriesWriter series = Form.RAW_KNOWN.create(file, 3, options)) {
            writeStep(series, 0);
            writeSlice(series.step(time(1)).createArray(POINTS), 1, 0);
            series.abort();
        }
        assertEquals(
                "an unfinished time series of 1 step and 1 of 5 slices of the next one",
                new WritePlan(file, options).leftover().orElseThrow().toString());
        assertMismatch(
                "found an image of",
                () -> ImageSeriesWriter.create(file, ImageGeometry.of(9, 9, 9), Form.RAW_KNOWN.axis(3), options));
        assertMismatch(
                "found it to be made from one, expected two",
                () -> Form.RAW_KNOWN.create(file, 3, options.withSource("two")));
        assertMismatch("found 3 steps, expected 4 steps", () -> Form.RAW_KNOWN.create(file, 4, options));
        assertMismatch(
                "found 3 steps, expected a growing number of steps", () -> Form.RAW_GROWING.create(file, 3, options));
        assertMismatch(
                "found the time -1.0 of step 0, expected 0.0",
                () -> ImageSeriesWriter.create(file, IMAGE, TimeAxis.of(0, 1, 2), options));
        try (ImageSeriesWriter series = Form.RAW_KNOWN.create(file, 3, options.withStorage(Storage.fast()))) {
            StepWriter step = series.step(time(1));
            assertMismatch("PointData/p: found raw, expected chunks of", () -> step.createArray(POINTS));
            assertMismatch(
                    "PointData/p: found Float64 of 1 component, expected Int8 of 1 component",
                    () -> step.createPointArray("p", ScalarType.INT8));
            assertArgument(
                    "found a new array 'q', expected those of the first step",
                    () -> step.createArray(ArraySpec.point("q", ScalarType.INT8)));
            series.abort();
        }
    }

    private static void assertMismatch(String message, org.junit.jupiter.api.function.Executable call) {
        assertMessage(ResumeMismatchException.class, message, call);
    }

    @Test
    void an_image_is_not_gone_on_with_as_a_series() throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, resuming(Form.RAW_KNOWN))) {
            writeAll(writer.createPointArray("p", ScalarType.FLOAT64));
            writer.abort();
        }
        assertMismatch(
                "found an image that is no time series, expected a time series",
                () -> Form.RAW_GROWING.create(file, 0, resuming(Form.RAW_GROWING)));
        Files.delete(ImageDataWriter.partOf(file));
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE)) {
            writeAll(writer.createPointArray("p", ScalarType.FLOAT64));
            writer.finish();
        }
        Files.move(file, ImageDataWriter.partOf(file)); // As if it had been killed before it got its name.
        assertMismatch(
                "found an image that is no time series, expected a time series",
                () -> Form.RAW_GROWING.create(file, 0, resuming(Form.RAW_GROWING)));
    }

    @Test
    void a_complete_series_that_lacks_its_name_is_gone_on_with() throws IOException {
        for (int steps = 0; steps < 3; steps++) {
            try (ImageSeriesWriter series = Form.RAW_GROWING.create(file, 0)) {
                for (int step = 0; step < steps; step++) {
                    writeStep(series, step);
                }
                series.finish();
            }
            Files.move(file, ImageDataWriter.partOf(file));
            try (ImageSeriesWriter series = Form.RAW_GROWING.create(file, 0, resuming(Form.RAW_GROWING))) {
                assertArrayEquals(times(steps), series.times());
                writeStep(series, steps);
                series.finish();
            }
            assertSteps(file, steps + 1);
            Files.delete(file);
        }
    }
}
