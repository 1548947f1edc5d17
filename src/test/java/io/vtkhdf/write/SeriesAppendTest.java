package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.AnotherWriterException;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.format.ImageTree;
import io.vtkhdf.hdf5.Datatype;
import io.vtkhdf.hdf5.write.Dataset;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Steps that are added to finished files. */
class SeriesAppendTest extends SeriesFixture {

    private static final WriteOptions ON_DEMAND = WriteOptions.defaults().withCommits(Commits.onDemand());

    private void writeSeries(Form form, int steps) throws IOException {
        try (ImageSeriesWriter series = form.create(file, steps, form.options().withOverwrite(true))) {
            for (int step = 0; step < steps; step++) {
                writeStep(series, step);
            }
            series.finish();
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void adds_to_a_series_of_any_form(Form form) throws IOException {
        for (int steps : new int[] {1, 2, 3}) {
            writeSeries(form, steps);
            for (int more = steps; more < steps + 4; more++) {
                try (ImageSeriesWriter series = ImageSeriesWriter.append(file, ON_DEMAND)) {
                    assertEquals(IMAGE, series.geometry());
                    assertArrayEquals(times(more), series.times());
                    assertEquals(List.of(POINTS, CELLS), series.arrays());
                    writeStep(series, more);
                    series.finish();
                }
                assertSteps(file, more + 1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void reuses_the_last_step_of_the_file(Form form) throws IOException {
        for (int steps : new int[] {1, 2, 3}) {
            int last = steps - 1;
            writeSeries(form, steps);
            try (ImageSeriesWriter series = ImageSeriesWriter.append(file, ON_DEMAND)) {
                writeReusing(series, steps);
                writeReusing(series, steps + 1);
                writeStep(series, steps + 2);
                series.finish();
            }
            assertSteps(file, steps + 3, step -> step == steps + 2 ? step : Math.min(step, last));
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void the_file_is_what_it_was_until_it_is_committed(Form form) throws IOException {
        writeSeries(form, 2);
        byte[] before = Files.readAllBytes(file);
        try (ImageSeriesWriter series = ImageSeriesWriter.append(file, ON_DEMAND)) {
            writeStep(series, 2);
            byte[] meanwhile = Files.readAllBytes(file);
            assertArrayEquals(before, Arrays.copyOf(meanwhile, before.length));
            assertSteps(file, 2);
            series.abort();
        }
        assertArrayEquals(before, Files.readAllBytes(file));

        try (ImageSeriesWriter series = ImageSeriesWriter.append(file, ON_DEMAND)) {
            writeStep(series, 2);
            series.commit();
            assertSteps(file, 3);
            writeSlice(series.step(time(3)).createArray(POINTS), 3, 0);
            series.abort();
        }
        assertSteps(file, 3);
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertTrue(!reader.isFinished());
        }
        assertMessage(UnsupportedFileException.class, "found an unfinished file", () -> ImageSeriesWriter.append(file));
        WriteOptions resuming = form.options().withResume(true).withInPlace(true);
        try (ImageSeriesWriter series = ImageSeriesWriter.create(file, IMAGE, TimeAxis.growing(), resuming)) {
            assertArrayEquals(times(3), series.times());
            writeStep(series, 3);
            series.finish();
        }
        assertSteps(file, 4);
    }

    @Test
    void an_image_becomes_a_series_of_two() throws IOException {
        for (double time : new double[] {Double.NaN, -1}) {
            for (Form form : Form.values()) {
                try (ImageDataWriter writer =
                        ImageDataWriter.create(file, IMAGE, form.options().withOverwrite(true))) {
                    writeMissing(writer.createArray(POINTS), 0);
                    writeMissing(writer.createArray(CELLS), 0);
                    writer.writeField(FieldArray.of("f", 0.0));
                    writer.writeField(FieldArray.ofStrings("note", List.of("a", "b")));
                    if (!Double.isNaN(time)) {
                        writer.writeField(FieldArray.of("TimeValue", time));
                    }
                    writer.finish();
                }
                try (ImageSeriesWriter series = ImageSeriesWriter.append(file)) {
                    assertArrayEquals(new double[] {Double.isNaN(time) ? 0 : time}, series.times());
                    StepWriter step = series.step(time(1) + (Double.isNaN(time) ? 1 : 0));
                    writeMissing(step.createArray(POINTS), 1);
                    writeMissing(step.createArray(CELLS), 1);
                    writeField(step, 1);
                    series.finish();
                }
                try (ImageDataReader reader = ImageDataReader.open(file)) {
                    assertEquals(2, reader.steps());
                    for (int step = 0; step < 2; step++) {
                        assertValues(reader.atStep(step).pointArray("p"), step);
                        assertValues(reader.atStep(step).cellArray("c"), step);
                        assertEquals(
                                List.of("a", "b"),
                                reader.atStep(step)
                                        .fieldArray("note")
                                        .asStrings()
                                        .values());
                        assertArrayEquals(
                                new double[] {10.0 * step},
                                reader.atStep(step).fieldArray("f").asNumbers().values(double[].class));
                    }
                    assertTrue(reader.findFieldArray("TimeValue").isEmpty());
                }
            }
        }
    }

    @Test
    void data_stay_where_they_are() throws IOException {
        writeSeries(Form.RAW_KNOWN, 3);
        byte[] before = Files.readAllBytes(file);
        try (ImageSeriesWriter series = ImageSeriesWriter.append(file, ON_DEMAND)) {
            writeStep(series, 3);
            series.finish();
        }
        byte[] after = Files.readAllBytes(file);
        assertArrayEquals(Arrays.copyOfRange(before, 48, before.length), Arrays.copyOfRange(after, 48, before.length));
    }

    /** It is the earlier file or the commit, and nothing in between. */
    @ParameterizedTest
    @EnumSource(Form.class)
    void given_up_while_it_is_committed(Form form) throws Exception {
        writeSeries(form, 2);
        byte[] before = Files.readAllBytes(file);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        for (int round = 0; round < 50; round++) {
            Files.write(file, before);
            try (ImageSeriesWriter series = ImageSeriesWriter.append(file, ON_DEMAND)) {
                writeStep(series, 2);
                CountDownLatch started = new CountDownLatch(1);
                Future<Boolean> committed = thread.submit(() -> {
                    started.countDown();
                    try {
                        series.commit();
                        return true;
                    } catch (IllegalStateException e) {
                        return false; // Given up before.
                    }
                });
                started.await();
                Thread.sleep(0, round * 20_000);
                series.abort();
                boolean isChanged = !Arrays.equals(before, Files.readAllBytes(file));
                assertTrue(isChanged || !committed.get());
                assertSteps(file, isChanged ? 3 : 2);
            }
        }
        thread.shutdown();
    }

    @Test
    void lists_that_are_the_same_at_all_steps_go_on() throws IOException {
        FieldArray list = FieldArray.of("list", 1, 2, 3);
        try (ImageSeriesWriter series = Form.RAW_GROWING.create(file, 0)) {
            series.writeField(list);
            series.writeField(FieldArray.ofStrings("unit", List.of("m")));
            writeStep(series, 0);
            writeStep(series, 1);
            series.finish();
        }
        try (ImageSeriesWriter series = ImageSeriesWriter.append(file, ON_DEMAND)) {
            String refusal = "for all steps than those that are there have, expected the same";
            assertArgument(refusal, () -> series.writeField(FieldArray.ofStrings("unit", List.of("cm"))));
            assertArgument(refusal, () -> series.writeField(FieldArray.of("list", 1, 2, 4)));
            series.writeField(list);
            series.writeField(FieldArray.ofStrings("unit", List.of("m")));
            writeStep(series, 2);
            series.finish();
        }
        try (ImageSeriesWriter series = ImageSeriesWriter.append(file, ON_DEMAND)) {
            StepWriter step = series.step(time(3));
            assertArgument("found Int32 of 1 component", () -> step.writeField(FieldArray.of("list", 4)));
            step.writeField(FieldArray.of("list", 4, 5, 6));
            writeMissing(step.createArray(POINTS), 3);
            writeMissing(step.createArray(CELLS), 3);
            writeField(step, 3);
            series.finish();
        }
        assertSteps(file, 4);
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            for (int step = 0; step < 4; step++) {
                FieldArray shown = reader.atStep(step).fieldArray("list");
                int[] expected = step < 3 ? new int[] {1, 2, 3} : new int[] {4, 5, 6};
                assertArrayEquals(expected, shown.asNumbers().values(int[].class));
                assertEquals(3, shown.tuples());
                assertEquals(
                        List.of("m"),
                        reader.atStep(step).fieldArray("unit").asStrings().values());
            }
        }
    }

    /** Of chunks that hold nothing but fill values none is stored. */
    @ParameterizedTest
    @EnumSource(Form.class)
    void adds_to_arrays_of_fill_values(Form form) throws IOException {
        for (int steps = 1; steps < 3; steps++) {
            WriteOptions filling = form.options().withFillMissing(true).withOverwrite(true);
            try (ImageSeriesWriter series = form.create(file, steps, filling)) {
                for (int step = 0; step < steps; step++) {
                    StepWriter open = series.step(time(step));
                    open.createArray(POINTS);
                    open.createArray(CELLS);
                    writeField(open, step);
                }
                series.finish();
            }
            try (ImageSeriesWriter series = ImageSeriesWriter.append(file, ON_DEMAND)) {
                writeStep(series, steps);
                series.finish();
            }
            try (ImageDataReader reader = ImageDataReader.open(file)) {
                assertArrayEquals(new int[12], (int[]) reader.cellArray("c").readSlice(0));
                assertTrue(Double.isNaN(((double[]) reader.pointArray("p").readSlice(0))[0]));
                assertValues(reader.atStep(steps).pointArray("p"), steps);
                assertValues(reader.atStep(steps).cellArray("c"), steps);
            }
        }
    }

    @Test
    void nothing_is_added_to_what_would_lose_something() throws IOException {
        assertNotAddedTo("/VTKHDF/FieldData/late: found no values at step 0", 2, (tree, writer) -> {
            tree.put(Association.FIELD, "late", numbers(writer, 5));
            tree.putOffsets(Association.FIELD, "late", integers(writer, new long[] {2}, 0, 0));
            tree.putSizes("late", integers(writer, new long[] {2, 2}, 0, 0, 1, 1));
        });
        for (String name : List.of("TimeValue", "Time")) {
            String place = "/VTKHDF/FieldData/" + name + ": found values that new steps cannot have";
            assertNotAddedTo(place, 2, (tree, writer) -> {
                tree.put(Association.FIELD, name, numbers(writer, 0, 1));
                tree.putOffsets(Association.FIELD, name, integers(writer, new long[] {2}, 0, 1));
            });
        }
        assertNotAddedTo(
                "/VTKHDF/FieldData/TimeValue: found values that new steps cannot have",
                1,
                (tree, writer) -> tree.put(Association.FIELD, "TimeValue", numbers(writer, 0, 1)));
        assertNotAddedTo(
                "/VTKHDF/Steps/PointDataOffsets: found the object 'absent'",
                2,
                (tree, writer) -> tree.putOffsets(Association.POINT, "absent", integers(writer, new long[] {2}, 0, 0)));
    }

    private interface Content {
        void addTo(ImageTree tree, Hdf5Writer writer) throws IOException;
    }

    private void assertNotAddedTo(String message, int steps, Content content) throws IOException {
        Files.deleteIfExists(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (Hdf5Writer writer = Hdf5Writer.create(file, channel, Hdf5Writer.Durability.CACHED)) {
            ImageTree tree = new ImageTree(IMAGE);
            tree.open(Optional.empty());
            if (steps > 1) {
                tree.setSteps(steps, numbers(writer, times(steps)));
            }
            content.addTo(tree, writer);
            tree.finish();
            writer.commit(tree.root());
        }
        byte[] before = Files.readAllBytes(file);
        assertMessage(UnsupportedFileException.class, message, () -> ImageSeriesWriter.append(file));
        assertMessage(UnsupportedFileException.class, "convert it first", () -> ImageSeriesWriter.append(file));
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    private static Dataset numbers(Hdf5Writer writer, double... values) throws IOException {
        return writer.appendDataset(Datatype.float64(), new long[] {values.length}, ScalarType.FLOAT64.toBytes(values));
    }

    private static Dataset integers(Hdf5Writer writer, long[] shape, long... values) throws IOException {
        return writer.appendDataset(Datatype.signed(Long.BYTES), shape, ScalarType.INT64.toBytes(values));
    }

    @Test
    void one_at_a_time() throws IOException {
        writeSeries(Form.RAW_KNOWN, 2);
        try (ImageSeriesWriter series = ImageSeriesWriter.append(file, ON_DEMAND)) {
            assertMessage(AnotherWriterException.class, "", () -> ImageSeriesWriter.append(file));
            series.abort();
        }
        assertSteps(file, 2);
    }

    @Test
    void not_everything_is_added_to() throws IOException {
        Path absent = directory.resolve("absent.vtkhdf");
        assertMessage(NoSuchFileException.class, "absent", () -> ImageSeriesWriter.append(absent));
        assertTrue(Files.notExists(absent));
        Files.writeString(absent, "text");
        assertMessage(CorruptFileException.class, "HDF5", () -> ImageSeriesWriter.append(absent));
        assertEquals("text", Files.readString(absent));
    }
}
