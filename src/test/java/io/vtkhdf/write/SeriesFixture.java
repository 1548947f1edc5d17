package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntUnaryOperator;

/**
 * Time series whose values follow from where they stand: of step s, slice k and place i it is 1000 s + 100 k + i, in
 * two arrays and a field array.
 */
abstract class SeriesFixture extends WriterFixture {

    static final ArraySpec POINTS = ArraySpec.point("p", ScalarType.FLOAT64);
    static final ArraySpec CELLS = ArraySpec.cell("c", ScalarType.INT32).withComponents(2);

    /** How all arrays of a series are stored, and whether the number of its steps is known. */
    enum Form {
        RAW_KNOWN(Storage.raw(), true),
        RAW_GROWING(Storage.raw(), false),
        SLICES_KNOWN(Storage.gzip(1), true),
        SLICES_GROWING(Storage.gzip(1), false),
        BRICKS_GROWING(Storage.gzip(4).withChunk(ChunkShape.of(3, 2, 2)).withChecksum(), false),
        PLAIN_CHUNKS(Storage.chunked(ChunkShape.slice()), false);

        final Storage storage;
        final boolean isKnown;

        Form(Storage storage, boolean isKnown) {
            this.storage = storage;
            this.isKnown = isKnown;
        }

        WriteOptions options() {
            return WriteOptions.defaults().withStorage(storage).withCommits(Commits.onDemand());
        }

        TimeAxis axis(int steps) {
            return isKnown ? TimeAxis.of(times(steps)) : TimeAxis.growing();
        }

        ImageSeriesWriter create(Path file, int steps) throws IOException {
            return create(file, steps, options());
        }

        ImageSeriesWriter create(Path file, int steps, WriteOptions options) throws IOException {
            return ImageSeriesWriter.create(file, IMAGE, axis(steps), options);
        }
    }

    static double time(int step) {
        return 0.25 * step - 1;
    }

    static double[] times(int steps) {
        double[] times = new double[steps];
        for (int step = 0; step < steps; step++) {
            times[step] = time(step);
        }
        return times;
    }

    /** A slice, as an array of the type's carrier. */
    static Object slice(ArraySpec spec, Dimensions size, int step, int slice) {
        int count = size.x() * size.y() * spec.components();
        if (spec.type() == ScalarType.INT32) {
            int[] values = new int[count];
            for (int i = 0; i < count; i++) {
                values[i] = 1000 * step + 100 * slice + i;
            }
            return values;
        }
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = 1000 * step + 100 * slice + i;
        }
        return values;
    }

    static void writeSlice(ArrayWriter array, int step, int slice) throws IOException {
        array.writeSlice(slice, slice(array.spec(), array.dimensions(), step, slice));
    }

    /** The slices that are missing, the last one first. */
    static void writeMissing(ArrayWriter array, int step) throws IOException {
        int[] missing = array.missingSlices().toArray();
        for (int i = missing.length - 1; i >= 0; i--) {
            writeSlice(array, step, missing[i]);
        }
    }

    /** What is missing of a step, all of its own. */
    static void writeStep(ImageSeriesWriter series, int number) throws IOException {
        StepWriter step = series.step(time(number));
        assertEquals(number, step.step());
        writeMissing(step.createArray(POINTS), number);
        writeMissing(step.createArray(CELLS), number);
        writeField(step, number);
        step.finish();
    }

    static void writeField(StepWriter step, int number) throws IOException {
        step.writeField(FieldArray.of("f", 10.0 * number));
    }

    /** A step with values of its own for the points; the cells are those of the step before. */
    static void writeReusing(ImageSeriesWriter series, int number) throws IOException {
        StepWriter step = series.step(time(number));
        writeMissing(step.createArray(POINTS), number);
        step.reuse(Association.CELL, "c");
        writeField(step, number);
        step.finish();
    }

    static void assertSteps(Path written, int steps) throws IOException {
        assertSteps(written, steps, step -> step);
    }

    /** @param cells of which step the cells of a step are */
    static void assertSteps(Path written, int steps, IntUnaryOperator cells) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(written)) {
            assertEquals(
                    0, reader.unreadable().size(), () -> reader.unreadable().toString());
            if (steps == 0) {
                assertTrue(reader.arrays().isEmpty());
                return;
            }
            assertArrayEquals(times(steps), reader.times());
            for (int step = 0; step < steps; step++) {
                ImageDataReader shown = reader.atStep(step);
                assertValues(shown.pointArray("p"), step);
                assertValues(shown.cellArray("c"), cells.applyAsInt(step));
                double[] field = shown.fieldArray("f").asNumbers().values(double[].class);
                assertArrayEquals(new double[] {10.0 * step}, field);
            }
        }
    }

    static void assertValues(ArrayReader array, int step) throws IOException {
        for (int slice = 0; slice < array.dimensions().z(); slice++) {
            Object expected = slice(array.spec(), array.dimensions(), step, slice);
            if (expected instanceof int[] integers) {
                assertArrayEquals(integers, (int[]) array.readSlice(slice));
            } else {
                assertArrayEquals((double[]) expected, (double[]) array.readSlice(slice));
            }
        }
    }
}
