package io.vtkhdf.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.Slab;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.StepWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans of a time series, whose slabs are some of its steps. */
class PlannedSeriesTest extends PlanFixture {

    private static final FinishOptions ONE_FILE = FinishOptions.defaults().withConsolidate(true);

    static double[] times(int steps) {
        return DoubleStream.iterate(0.5, time -> time + 0.25).limit(steps).toArray();
    }

    private SlabPlan plan(int steps, int slabs) throws IOException {
        return SlabPlan.create(
                file,
                IMAGE,
                ARRAYS,
                options(slabs, Storage.raw())
                        .withTimes(TimeAxis.of(times(steps)))
                        .withPageAlignment(false));
    }

    /** Raw, last step first. */
    private static List<SlabReceipt> writeSteps(SlabPlan plan, boolean isRaw) throws IOException {
        List<SlabReceipt> receipts = new ArrayList<>();
        for (int number = plan.slabs() - 1; number >= 0; number--) {
            Slab steps = plan.slab(number);
            try (SlabWriter writer = plan.open(number)) {
                for (int i = 0; i < steps.count(); i++) {
                    int step = steps.first() + (isRaw ? steps.count() - 1 - i : i);
                    for (ArraySpec spec : ARRAYS) {
                        SlabArray array = writer.array(step, spec.association(), spec.name());
                        for (int k = array.slices().orElseThrow().count() - 1; k >= 0; k--) {
                            array.writeSlice(k, slice(spec, IMAGE, step, k));
                        }
                    }
                }
                receipts.add(writer.finish());
            }
        }
        return receipts;
    }

    private Path singleSeries(int steps, Storage storage) throws IOException {
        Path single = directory.resolve("single.vtkhdf");
        WriteOptions options = WriteOptions.defaults()
                .withStorage(storage)
                .withCommits(Commits.onDemand())
                .withThreads(1); // Several may write the chunks of a step before those of the one before it.
        try (ImageSeriesWriter writer = ImageSeriesWriter.create(single, IMAGE, TimeAxis.of(times(steps)), options)) {
            for (FieldArray field : FIELDS) {
                writer.writeField(field);
            }
            for (int number = 0; number < steps; number++) {
                StepWriter step = writer.step(times(steps)[number]);
                for (Association association : List.of(Association.POINT, Association.CELL)) {
                    for (ArraySpec spec : ARRAYS) {
                        if (spec.association() == association) {
                            step.createArray(spec);
                        }
                    }
                }
                for (ArraySpec spec : ARRAYS) {
                    ArrayWriter array = step.array(spec.association(), spec.name());
                    for (int k = 0; k < array.dimensions().z(); k++) {
                        array.writeSlice(k, slice(spec, IMAGE, number, k));
                    }
                }
                step.finish();
            }
            writer.setActive(ACTIVE.get(0));
            writer.finish();
        }
        return single;
    }

    /** 300 times do not fit one chunk of them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 300})
    void isTheFileOfASingleWriter(int steps) throws IOException {
        SlabPlan plan = plan(steps, 3);
        assertEquals(Math.min(3, steps), plan.slabs());
        assertEquals(steps, plan.steps());
        plan.finish(writeSteps(plan, true), FinishOptions.defaults().withVerify(true));
        assertSameBytes(singleSeries(steps, Storage.raw()), file);
        assertFiles("image.vtkhdf", "single.vtkhdf");
    }

    @Test
    void alignedToPagesItHoldsTheSame() throws IOException {
        SlabPlan plan =
                SlabPlan.create(file, IMAGE, ARRAYS, options(2, Storage.raw()).withTimes(TimeAxis.of(times(4))));
        List<SlabReceipt> receipts = writeSteps(plan, true);
        plan.finish(receipts);
        plan.finish(receipts);
        assertHolds(file, 0, 4);
    }

    private static void assertHolds(Path found, int firstStep, int steps) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(found)) {
            assertTrue(reader.isFinished());
            assertEquals(IMAGE, reader.geometry());
            assertArrayEquals(
                    Arrays.copyOfRange(times(firstStep + steps), firstStep, firstStep + steps), reader.times());
            for (int step = 0; step < steps; step++) {
                for (ArraySpec spec : ARRAYS) {
                    Object slice = reader.atStep(step)
                            .array(spec.association(), spec.name())
                            .readSlice(11);
                    assertArrayEquals(new Object[] {slice(spec, IMAGE, firstStep + step, 11)}, new Object[] {slice});
                }
            }
        }
    }

    private SlabPlan inChunks(int steps, int slabs, Storage storage) throws IOException {
        return SlabPlan.create(file, IMAGE, ARRAYS, options(slabs, storage).withTimes(TimeAxis.of(times(steps))));
    }

    static Stream<Arguments> chunked() {
        return Stream.of(
                arguments(Storage.fast(), 1),
                arguments(Storage.fast(), 2),
                arguments(Storage.fast(), 60),
                arguments(Storage.gzip(9).withoutShuffle().withChecksum(), 5),
                arguments(Storage.gzip(4).withChunk(ChunkShape.of(3, 2, 4)), 5),
                arguments(Storage.chunked(ChunkShape.of(7, 5, 23)), 4),
                arguments(Storage.gzip(4).withChunk(ChunkShape.brick()), 3));
    }

    /** Beyond 256 steps it depends on the single writer's threads where among the chunks the times are. */
    @ParameterizedTest
    @MethodSource("chunked")
    void inOneFileTheyAreThatOfASingleWriter(Storage storage, int steps) throws IOException {
        SlabPlan plan = inChunks(steps, 3, storage);
        assertEquals(Math.min(3, steps), plan.slabs());
        List<SlabReceipt> receipts = writeSteps(plan, false);
        plan.finish(receipts, ONE_FILE.withVerify(true));
        assertSameBytes(singleSeries(steps, storage), file);
        assertFiles("image.vtkhdf", "single.vtkhdf");
        plan.finish(receipts, ONE_FILE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 300})
    void joinedTheyStayBesideAFileOfVirtualArrays(int steps) throws IOException {
        SlabPlan plan = inChunks(steps, 3, Storage.gzip(4));
        List<SlabReceipt> receipts = writeSteps(plan, false);
        for (SlabReceipt receipt : receipts) {
            Slab own = plan.slab(receipt.slab());
            assertHolds(plan.written().resolve(receipt.part()), own.first(), own.count());
        }
        plan.finish(receipts, FinishOptions.defaults().withVerify(true));
        assertHolds(file, 0, steps);
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertEquals(ACTIVE, reader.activeArrays());
            assertEquals(
                    List.of("a", "test"),
                    reader.fieldArray("made by").asStrings().values());
            assertEquals(plan.slabs(), reader.pointArray("density").storage().parts());
        }
        plan.finish(receipts);
        plan.finish(receipts, ONE_FILE);
        assertHolds(file, 0, steps);
        assertFiles("image.vtkhdf");
    }

    @Test
    void inChunksStepsComeOneAfterTheOther() throws IOException {
        SlabPlan plan = inChunks(5, 2, Storage.gzip(4));
        try (SlabWriter writer = plan.open(1)) {
            List<SlabArray> densities = new ArrayList<>();
            for (int step = 2; step < 5; step++) {
                densities.add(writer.array(step, Association.POINT, "density"));
            }
            assertMessage(
                    IllegalStateException.class,
                    "slab 1 (steps 2 to 4): found step 3, expected step 2: in chunks, the steps of a slab",
                    () -> densities.get(1).writeSlice(0, slice(ARRAYS.get(0), IMAGE, 3, 0)));
            writeStep(writer, 2);
            writeStep(writer, 3);
            assertMessage(
                    IllegalStateException.class,
                    "slab 1 (steps 2 to 4): found step 2, expected step 3, or the one behind it",
                    () -> densities.get(0).writeSlice(0, slice(ARRAYS.get(0), IMAGE, 2, 0)));
            densities.get(2).writeSlice(5, slice(ARRAYS.get(0), IMAGE, 4, 5));
            assertMessage(
                    IllegalStateException.class,
                    "slab 1 (steps 2 to 4): not all slices were written: 'density' at step 4 lacks 22 of 23 slices",
                    writer::finish);
        }
        plan.abandon();
        assertFiles();
    }

    /** The next step may not begin before all of this one is there, which can still be written then. */
    @Test
    void inChunksAStepIsWhole() throws IOException {
        SlabPlan plan = inChunks(2, 1, Storage.gzip(4));
        try (SlabWriter writer = plan.open(0)) {
            SlabArray now = writer.array(0, Association.POINT, "density");
            now.writeSlice(7, slice(ARRAYS.get(0), IMAGE, 0, 7));
            SlabArray next = writer.array(1, Association.POINT, "density");
            assertMessage(
                    IllegalStateException.class,
                    "step 0 (time 0.5) is not complete: 'density' lacks 22 of 23 slices",
                    () -> next.writeSlice(0, slice(ARRAYS.get(0), IMAGE, 1, 0)));
            for (int k = 0; k < 23; k++) {
                if (k != 7) {
                    now.writeSlice(k, slice(ARRAYS.get(0), IMAGE, 0, k));
                }
            }
            writeStep(writer, 0, ARRAYS.get(1), ARRAYS.get(2));
            writeStep(writer, 1);
            plan.finish(List.of(writer.finish()), ONE_FILE);
        }
        assertHolds(file, 0, 2);
    }

    private static void writeStep(SlabWriter writer, int step) throws IOException {
        writeStep(writer, step, ARRAYS.toArray(ArraySpec[]::new));
    }

    private static void writeStep(SlabWriter writer, int step, ArraySpec... specs) throws IOException {
        for (ArraySpec spec : specs) {
            SlabArray array = writer.array(step, spec.association(), spec.name());
            for (int k = 0; k < array.dimensions().z(); k++) {
                array.writeSlice(k, slice(spec, IMAGE, step, k));
            }
        }
    }

    /** More chunks than can be indexed, which no worker would see of its slab alone. */
    @Test
    void tooManyChunksAreRefusedWhenTheyArePlanned() throws IOException {
        Storage storage = Storage.gzip(1).withChunk(ChunkShape.of(1, 1, 1));
        double[] many = DoubleStream.iterate(0, time -> time + 1).limit(30_000).toArray();
        assertMessage(
                IllegalArgumentException.class,
                "'density': found 30000 steps of 805 chunks, expected at most 16777216 in all",
                () -> SlabPlan.create(
                        file, IMAGE, ARRAYS, options(1000, storage).withTimes(TimeAxis.of(many))));
        assertFiles();
    }

    @Test
    void namesStepsInMessages() throws IOException {
        SlabPlan plan = plan(5, 2);
        assertEquals(new Slab(2, 3), plan.slab(1));
        try (SlabWriter writer = plan.open(1)) {
            assertMessage(
                    IllegalArgumentException.class,
                    "slab 1 (steps 2 to 4): found step 1, expected one of the slab's",
                    () -> writer.array(1, Association.POINT, "density"));
            assertMessage(
                    IllegalArgumentException.class,
                    "slab 1 (steps 2 to 4): found no step, expected one",
                    () -> writer.array(Association.POINT, "density"));
            assertMessage(
                    IllegalStateException.class,
                    "slab 1 (steps 2 to 4): not all slices were written: 'density' at step 2 lacks 23 of 23 slices",
                    writer::finish);
        }
        assertMessage(
                SlabException.class, "slab 0 (steps 0 to 1): found no receipt of it", () -> plan.finish(List.of()));
    }

    @Test
    void fieldsAreThoseOfAllSteps() {
        for (String name : List.of("Time", "TimeValue")) {
            PlanOptions options = options(2, Storage.raw())
                    .withFields(List.of(FieldArray.of(name, 1.0)))
                    .withTimes(TimeAxis.of(1, 2));
            assertMessage(
                    IllegalArgumentException.class,
                    "found a field array '" + name + "' of a time series",
                    () -> SlabPlan.create(file, IMAGE, ARRAYS, options));
        }
        assertMessage(
                IllegalArgumentException.class,
                "growing time axis",
                () -> options(2, Storage.raw()).withTimes(TimeAxis.growing()));
    }
}
