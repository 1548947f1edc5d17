package io.vtkhdf.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.Slab;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.StepWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans of a time series, whose slabs are some of its steps. */
class PlannedSeriesTest extends PlanFixture {

    private static double[] times(int steps) {
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

    private static List<SlabReceipt> writeSteps(SlabPlan plan) throws IOException {
        List<SlabReceipt> receipts = new ArrayList<>();
        for (int number = 0; number < plan.slabs(); number++) {
            Slab steps = plan.slab(number);
            try (SlabWriter writer = plan.open(number)) {
                for (int step = steps.first() + steps.count() - 1; step >= steps.first(); step--) {
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

    private Path singleSeries(int steps) throws IOException {
        Path single = directory.resolve("single.vtkhdf");
        WriteOptions options = WriteOptions.defaults().withCommits(Commits.onDemand());
        try (ImageSeriesWriter writer = ImageSeriesWriter.create(single, IMAGE, TimeAxis.of(times(steps)), options)) {
            for (FieldArray field : FIELDS) {
                writer.writeField(field);
            }
            for (int number = 0; number < steps; number++) {
                StepWriter step = writer.step(times(steps)[number]);
                for (Association association : List.of(Association.POINT, Association.CELL)) {
                    for (ArraySpec spec : ARRAYS) {
                        if (spec.association() == association) {
                            ArrayWriter array = step.createArray(spec);
                            for (int k = 0; k < array.dimensions().z(); k++) {
                                array.writeSlice(k, slice(spec, IMAGE, number, k));
                            }
                        }
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
        plan.finish(writeSteps(plan), FinishOptions.defaults().withVerify(true));
        assertSameBytes(singleSeries(steps), file);
        assertFiles("image.vtkhdf", "single.vtkhdf");
    }

    @Test
    void alignedToPagesItHoldsTheSame() throws IOException {
        SlabPlan plan =
                SlabPlan.create(file, IMAGE, ARRAYS, options(2, Storage.raw()).withTimes(TimeAxis.of(times(4))));
        List<SlabReceipt> receipts = writeSteps(plan);
        plan.finish(receipts);
        plan.finish(receipts);
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertArrayEquals(times(4), reader.times());
            for (int step = 0; step < 4; step++) {
                for (ArraySpec spec : ARRAYS) {
                    Object found = reader.atStep(step)
                            .array(spec.association(), spec.name())
                            .readSlice(11);
                    assertArrayEquals(new Object[] {slice(spec, IMAGE, step, 11)}, new Object[] {found});
                }
            }
        }
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
