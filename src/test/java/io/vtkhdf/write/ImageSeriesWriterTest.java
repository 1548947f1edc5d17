package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageSeriesWriterTest extends SeriesFixture {

    @ParameterizedTest
    @EnumSource(Form.class)
    void writes_series_of_any_length(Form form) throws IOException {
        for (int steps : new int[] {1, 2, 3, 11}) {
            Path written = directory.resolve(steps + ".vtkhdf");
            try (ImageSeriesWriter series = form.create(written, steps)) {
                for (int step = 0; step < steps; step++) {
                    writeStep(series, step);
                }
                assertArrayEquals(times(steps), series.times());
                assertEquals(List.of(POINTS, CELLS), series.arrays());
                series.finish();
            }
            assertSteps(written, steps);
            try (ImageDataReader reader = ImageDataReader.open(written)) {
                assertTrue(reader.isFinished());
                assertEquals(steps > 1 ? "2.0" : "1.0", reader.version());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void what_does_not_change_is_stored_once(Form form) throws IOException {
        try (ImageSeriesWriter series = form.create(file, 7)) {
            for (int step = 0; step < 7; step++) {
                if (step % 3 == 0) {
                    writeStep(series, step);
                } else {
                    writeReusing(series, step);
                }
            }
            series.finish();
        }
        assertSteps(file, 7, step -> step / 3 * 3);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void each_commit_is_a_series_of_the_steps_that_are_complete(Form form) throws IOException {
        Path part = ImageDataWriter.partOf(file);
        try (ImageSeriesWriter series = form.create(file, 5)) {
            assertSteps(part, 0);
            for (int step = 0; step < 5; step++) {
                StepWriter open = series.step(time(step));
                ArrayWriter points = open.createArray(POINTS);
                for (int slice = 0; slice < 5; slice++) {
                    writeSlice(points, step, slice);
                    series.commit();
                    assertSteps(part, step);
                }
                writeMissing(open.createArray(CELLS), step);
                writeField(open, step);
                series.commit();
                assertSteps(part, step);
                open.finish();
                series.commit();
                assertSteps(part, step + 1);
            }
            series.finish();
        }
        assertSteps(file, 5);
    }

    @Test
    void fills_nothing_of_a_step_that_lacks_something_else() throws IOException {
        WriteOptions filling = Form.RAW_GROWING.options().withFillMissing(true);
        try (ImageSeriesWriter series = Form.RAW_GROWING.create(file, 0, filling)) {
            writeStep(series, 0);
            StepWriter step = series.step(time(1));
            ArrayWriter points = step.createArray(POINTS);
            assertMessage(IllegalStateException.class, "field array 'f' has no values", step::finish);
            assertMessage(IllegalStateException.class, "field array 'f' has no values", () -> series.step(time(2)));
            assertMessage(IllegalStateException.class, "field array 'f' has no values", series::finish);
            writeMissing(points, 1);
            writeMissing(step.createArray(CELLS), 1);
            writeField(step, 1);
            series.finish();
        }
        assertSteps(file, 2);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void commits_after_so_many_steps(Form form) throws IOException {
        Path part = ImageDataWriter.partOf(file);
        WriteOptions options = form.options().withCommits(Commits.everySteps(2));
        try (ImageSeriesWriter series = form.create(file, 5, options)) {
            for (int step = 0; step < 5; step++) {
                writeStep(series, step);
                assertSteps(part, (step + 1) / 2 * 2);
            }
            series.finish();
        }
        assertSteps(file, 5);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void takes_regions_of_all_arrays_from_any_thread(Form form) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (ImageSeriesWriter series = form.create(file, 3)) {
            for (int step = 0; step < 3; step++) {
                StepWriter open = series.step(time(step));
                List<Future<?>> results = new ArrayList<>();
                for (ArrayWriter array : List.of(open.createArray(POINTS), open.createArray(CELLS))) {
                    for (int y = 0; y < array.dimensions().y(); y++) {
                        int number = step;
                        int row = y;
                        results.add(threads.submit(() -> {
                            writeRows(array, number, row);
                            return null;
                        }));
                    }
                }
                for (Future<?> result : results) {
                    result.get();
                }
                writeField(open, step);
            }
            series.finish();
        } finally {
            threads.shutdown();
        }
        assertSteps(file, 3);
    }

    /** One row of all slices. */
    private static void writeRows(ArrayWriter array, int step, int row) throws IOException {
        Dimensions size = array.dimensions();
        int width = size.x() * array.spec().components();
        Object values = array.spec().type().newArray(width * size.z());
        for (int slice = 0; slice < size.z(); slice++) {
            Object all = slice(array.spec(), size, step, slice);
            System.arraycopy(all, row * width, values, slice * width, width);
        }
        array.write(new Region(0, row, 0, new Dimensions(size.x(), 1, size.z())), values, Order.X_FASTEST);
    }

    @Test
    void fills_what_is_missing_if_asked() throws IOException {
        for (Form form : Form.values()) {
            Path written = directory.resolve(form + ".vtkhdf");
            try (ImageSeriesWriter series =
                    form.create(written, 3, form.options().withFillMissing(true))) {
                for (int step = 0; step < 3; step++) {
                    StepWriter open = series.step(time(step));
                    writeSlice(open.createArray(POINTS), step, 2);
                    if (step == 0) {
                        open.createArray(CELLS);
                    }
                    open.finish();
                    series.commit();
                }
                series.finish();
            }
            try (ImageDataReader reader = ImageDataReader.open(written)) {
                for (int step = 0; step < 3; step++) {
                    double[] there =
                            (double[]) reader.atStep(step).pointArray("p").readSlice(2);
                    assertArrayEquals((double[]) slice(POINTS, IMAGE.dimensions(), step, 2), there);
                    double[] filled =
                            (double[]) reader.atStep(step).pointArray("p").readSlice(1);
                    assertTrue(Double.isNaN(filled[0]) && Double.isNaN(filled[11]), form.toString());
                    assertArrayEquals(new int[12], (int[])
                            reader.atStep(step).cellArray("c").readSlice(3));
                }
            }
        }
    }

    @Test
    void fields_of_steps_and_of_all_of_them() throws IOException {
        try (ImageSeriesWriter series = ImageSeriesWriter.create(file, IMAGE, TimeAxis.growing())) {
            series.writeField(FieldArray.of("list", 1, 2, 3));
            series.writeField(FieldArray.ofStrings("words", List.of("one", "", "drei")));
            for (int number = 0; number < 600; number++) { // More than a chunk of their places holds.
                StepWriter step = series.step(number);
                step.writeField(FieldArray.ofStrings("label", List.of("step " + number)));
                step.writeField(FieldArray.ofNumbers("v", ScalarType.INT16, 2, new short[] {(short) number, 1}));
                int[] some = new int[number % 3 == 2 ? 4 : 1];
                some[0] = number;
                step.writeField(FieldArray.of("some", some));
                step.finish();
                if (number % 100 == 0) {
                    series.commit();
                }
            }
            series.writeField(FieldArray.of("late", 0.5));
            series.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertEquals(600, reader.steps());
            for (int number : new int[] {0, 1, 2, 255, 256, 257, 511, 512, 598, 599}) {
                ImageDataReader step = reader.atStep(number);
                assertArrayEquals(new int[] {1, 2, 3}, values(step, "list", int[].class));
                assertArrayEquals(new double[] {0.5}, values(step, "late", double[].class));
                assertEquals(
                        List.of("one", "", "drei"),
                        step.fieldArray("words").asStrings().values());
                assertEquals(
                        List.of("step " + number),
                        step.fieldArray("label").asStrings().values());
                assertArrayEquals(new short[] {(short) number, 1}, values(step, "v", short[].class));
                int[] some = values(step, "some", int[].class);
                assertEquals(number % 3 == 2 ? 4 : 1, some.length);
                assertEquals(number, some[0]);
            }
        }
    }

    private static <A> A values(ImageDataReader reader, String field, Class<A> arrays) throws IOException {
        return reader.fieldArray(field).asNumbers().values(arrays);
    }

    @Test
    void roles_are_of_all_steps() throws IOException {
        try (ImageSeriesWriter series = Form.RAW_GROWING.create(file, 2)) {
            ActiveArray role = new ActiveArray(Association.POINT, ArrayRole.SCALARS, "p");
            assertArgument("there is no array 'p' in PointData", () -> series.setActive(role));
            StepWriter step = series.step(time(0));
            writeMissing(step.createArray(POINTS), 0);
            series.setActive(role);
            writeMissing(step.createArray(CELLS), 0);
            writeField(step, 0);
            writeStep(series, 1);
            series.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertEquals(1, reader.activeArrays().size());
        }
    }

    @Test
    void times_increase() throws IOException {
        for (double[] wrong : new double[][] {{}, {0, 0}, {1, 0}, {Double.NaN}, {0, Double.POSITIVE_INFINITY}}) {
            assertThrows(IllegalArgumentException.class, () -> TimeAxis.of(wrong));
        }
        try (ImageSeriesWriter series = Form.RAW_GROWING.create(file, 2)) {
            assertArgument("found the time NaN, expected a finite number", () -> series.step(Double.NaN));
            writeStep(series, 0);
            assertArgument(
                    file + ": found the time -1.0 after -1.0, expected one that is greater", () -> series.step(-1));
            writeStep(series, 1);
            series.abort();
        }
        try (ImageSeriesWriter series = Form.RAW_KNOWN.create(file, 2)) {
            assertArgument(
                    "found the time 0.5 of step 0, expected -1.0 as the time axis has it", () -> series.step(0.5));
            writeStep(series, 0);
            assertMessage(
                    IllegalStateException.class,
                    "found 1 complete steps, expected the 2 of the time axis",
                    series::finish);
            StepWriter open = series.step(time(1));
            assertMessage(IllegalStateException.class, "found one more step", () -> series.step(7));
            assertEquals(1, series.times().length);
            writeMissing(open.createArray(POINTS), 1);
            writeMissing(open.createArray(CELLS), 1);
            writeField(open, 1);
            series.finish();
        }
        assertSteps(file, 2);
    }

    @Test
    void a_step_has_all_that_the_first_one_has_and_nothing_else() throws IOException {
        try (ImageSeriesWriter series = Form.SLICES_GROWING.create(file, 2)) {
            StepWriter first = series.step(time(0));
            assertArgument(
                    "found no array 'p' in PointData of the step before", () -> first.reuse(Association.POINT, "p"));
            writeSlice(first.createArray(POINTS), 0, 0);
            assertArgument("there is already an array 'p'", () -> first.createArray(POINTS));
            assertMessage(
                    IllegalStateException.class,
                    "image.vtkhdf: step 0 (time -1.0) is not complete: 'p' lacks 4 of 5 slices, the first is 1",
                    first::finish);
            writeMissing(first.array(Association.POINT, "p"), 0);
            writeMissing(first.createArray(CELLS), 0);
            writeField(first, 0);
            first.finish();
            first.finish();
            assertMessage(
                    IllegalStateException.class, "step 0 (time -1.0) is complete", () -> first.createArray(POINTS));
            assertMessage(IllegalStateException.class, "is complete", () -> writeField(first, 0));

            StepWriter step = series.step(time(1));
            assertArgument(
                    "step 1 (time -0.75): found a new array 'q', expected those of the first step: 'p', 'c'",
                    () -> step.createPointArray("q", ScalarType.INT8));
            assertArgument(
                    "PointData/p: found Float32 of 1 component, expected Float64 of 1 component as in the steps before",
                    () -> step.createPointArray("p", ScalarType.FLOAT32));
            assertArgument("found raw, expected chunks of", () -> step.createArray(POINTS, Storage.raw()));
            assertArgument("found a new field array 'g'", () -> step.writeField(FieldArray.of("g", 1)));
            assertArgument(
                    "'f': found Int32 of 1 component, expected Float64 of 1 component, as in the steps before",
                    () -> step.writeField(FieldArray.of("f", 1)));
            assertMessage(
                    IllegalStateException.class,
                    "'p' was neither written nor reused; 'c' was neither written nor reused; field array 'f' has no values",
                    () -> series.step(9));
            step.reuse(Association.CELL, "c");
            assertMessage(
                    IllegalStateException.class,
                    "'c' is that of the step before, as it was said",
                    () -> step.array(Association.CELL, "c"));
            ArrayWriter points = step.array(Association.POINT, "p");
            writeSlice(points, 1, 3);
            assertMessage(
                    IllegalStateException.class,
                    "'p' was written, at least in part",
                    () -> step.reuse(Association.POINT, "p"));
            writeMissing(points, 1);
            writeField(step, 1);
            assertArgument("there is already an array 'f' in FieldData", () -> writeField(step, 1));
            step.finish();
            assertMessage(IllegalStateException.class, "slice 0 was written before", () -> writeSlice(points, 1, 0));
            series.finish();
        }
        assertSteps(file, 2, step -> 0);
    }

    @Test
    void an_array_that_was_asked_for_can_still_be_that_of_the_step_before() throws IOException {
        for (Form form : Form.values()) {
            Path written = directory.resolve(form + ".vtkhdf");
            try (ImageSeriesWriter series = form.create(written, 3)) {
                writeStep(series, 0);
                StepWriter step = series.step(time(1));
                ArrayWriter cells = step.createArray(CELLS);
                step.reuse(Association.CELL, "c");
                assertThrows(IllegalStateException.class, () -> writeSlice(cells, 1, 0));
                writeMissing(step.createArray(POINTS), 1);
                writeField(step, 1);
                writeStep(series, 2);
                series.finish();
            }
            assertSteps(written, 3, step -> step == 1 ? 0 : step);
        }
    }

    @Test
    void names_of_field_arrays_that_are_taken() throws IOException {
        try (ImageSeriesWriter series = ImageSeriesWriter.create(file, IMAGE, TimeAxis.growing())) {
            assertArgument("VTK's readers add one of this name", () -> series.writeField(FieldArray.of("Time", 1)));
            assertArgument("the times are in it", () -> series.writeField(FieldArray.of("TimeValue", 1)));
            assertArgument("without values", () -> series.writeField(FieldArray.of("empty", new int[0])));
            series.writeField(FieldArray.of("same", 1));
            assertArgument("there is already an array 'same'", () -> series.writeField(FieldArray.of("same", 1)));
            StepWriter step = series.step(0);
            assertArgument("VTK's readers add one of this name", () -> step.writeField(FieldArray.of("Time", 1)));
            assertArgument(
                    "step 0 (time 0.0): found values of the field array 'same', expected none: it is the same at all steps",
                    () -> step.writeField(FieldArray.of("same", 1)));
            step.writeField(FieldArray.of("own", 1));
            assertArgument("there is already an array 'own'", () -> series.writeField(FieldArray.of("own", 1)));
            series.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertArrayEquals(new double[] {0}, reader.times());
        }
    }

    @Test
    void closed_without_being_finished() throws IOException {
        assertMessage(IllegalStateException.class, "closed without finish(), so it was not written", () -> {
            try (ImageSeriesWriter series = Form.RAW_GROWING.create(file, 2)) {
                writeStep(series, 0);
            }
        });
        assertEquals(List.of(), files());
        assertMessage(IllegalStateException.class, "closed without finish(); what there is of it is", () -> {
            try (ImageSeriesWriter series = Form.RAW_GROWING.create(file, 2)) {
                writeStep(series, 0);
                series.commit();
            }
        });
        assertSteps(ImageDataWriter.partOf(file), 1);
        assertFalse(Files.exists(file));
        Leftover left = new WritePlan(file, WriteOptions.defaults()).leftover().orElseThrow();
        assertEquals("an unfinished time series of 1 step", left.toString());
        assertMessage(
                java.nio.file.FileAlreadyExistsException.class,
                "is an unfinished time series of 1 step: withResume(true) goes on with it",
                () -> Form.RAW_GROWING.create(file, 2));
        assertMessage(
                ResumeMismatchException.class,
                "found a time series, expected a single image to go on with it",
                () -> ImageDataWriter.create(
                        file, IMAGE, WriteOptions.defaults().withResume(true)));
    }

    @Test
    void flat_images_have_the_axis_of_time_in_front() throws IOException {
        for (String dimensions : List.of("4 3 1", "4 1 5", "1 3 5", "4 1 1", "1 3 1", "1 1 5", "1 1 1")) {
            ImageGeometry flat = image(dimensions);
            Path written = directory.resolve(dimensions + ".vtkhdf");
            for (Storage storage : List.of(Storage.raw(), Storage.fast())) {
                WriteOptions options =
                        WriteOptions.defaults().withStorage(storage).withOverwrite(true);
                try (ImageSeriesWriter series = ImageSeriesWriter.create(written, flat, TimeAxis.growing(), options)) {
                    for (int step = 0; step < 3; step++) {
                        ArrayWriter points = series.step(step).createArray(POINTS);
                        writeMissing(points, step);
                    }
                    series.finish();
                }
                try (ImageDataReader reader = ImageDataReader.open(written)) {
                    for (int step = 0; step < 3; step++) {
                        assertValues(reader.atStep(step).pointArray("p"), step);
                    }
                }
            }
        }
    }

    @Test
    void options_of_series() {
        assertArgument("a commit is due after at least 1 step, found 0", () -> Commits.everySteps(0));
        assertEquals(Commits.everySteps(3), Commits.everySteps(3));
        assertEquals("every 3 steps", Commits.everySteps(3).toString());
        assertEquals(TimeAxis.of(0, 1), TimeAxis.of(-0.0, 1));
        assertEquals("2 steps from 0.0 to 1.5", TimeAxis.of(-0.0, 1.5).toString());
        assertTrue(TimeAxis.growing().isGrowing());
    }

    @Test
    void the_second_step_is_begun_by_nobody_but_its_time() throws IOException {
        try (ImageSeriesWriter series = Form.RAW_GROWING.create(file, 2)) {
            assertEquals(OptionalDouble.empty(), series.begunTime());
            series.abort();
        }
    }
}
