package io.vtkhdf.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.plan.FinishOptions;
import io.vtkhdf.plan.PlanOptions;
import io.vtkhdf.plan.SlabException;
import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.spark.Sample.Form;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.StepWriter;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scala.Tuple2;

/** What is so with every master. */
@Tag("spark")
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class MasterContract {

    static JavaSparkContext context;

    @TempDir
    Path folder;

    @AfterAll
    static void stop() {
        context.close();
    }

    VtkhdfSpark job(SlabPlan plan, Form form) {
        return VtkhdfSpark.of(context, plan)
                .withFinishOptions(FinishOptions.defaults()
                        .withConsolidate(form == Form.CONSOLIDATED)
                        .withVerify(true));
    }

    @ParameterizedTest
    @EnumSource
    void writesWhatAFunctionComputes(Form form) throws IOException {
        Path file = folder.resolve("image.vtkhdf");
        job(Sample.plan(file, form), form).write(Sample::write);
        Sample.assertIsAsOfOne(file, form);
    }

    @ParameterizedTest
    @EnumSource
    void writesSlicesOfAnyOrder(Form form) throws IOException {
        Path file = folder.resolve("image.vtkhdf");
        List<ImageSlice> slices = Sample.slices();
        Collections.shuffle(slices, new Random(1));
        job(Sample.plan(file, form), form).writeSlices(context.parallelize(slices, 3));
        Sample.assertIsAsOfOne(file, form);
    }

    @Test
    void writesPartitionsThatAreSlabs() throws IOException {
        Path file = folder.resolve("image.vtkhdf");
        SlabPlan plan = Sample.plan(file, Form.RAW);
        JavaRDD<String> partitions = context.parallelize(List.of("a", "b", "c", "d", "e"), plan.slabs());
        VtkhdfSpark.of(context, plan).write(partitions, (letters, slab) -> {
            assertEquals("abcde".substring(slab.number(), slab.number() + 1), letters.next());
            Sample.write(slab);
        });
        Sample.assertIsAsOfOne(file, Form.RAW);
    }

    @Test
    void refusesAnotherNumberOfPartitionsThanOfSlabs() throws IOException {
        SlabPlan plan = Sample.plan(folder.resolve("image.vtkhdf"), Form.RAW);
        JavaRDD<Integer> partitions = context.parallelize(List.of(1, 2, 3), 3);
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> VtkhdfSpark.of(context, plan).write(partitions, (numbers, slab) -> Sample.write(slab)));
        assertEquals(plan.output() + ": found 3 partitions, expected 5, one for each slab", e.getMessage());
        assertEquals(List.of(), Sample.names(folder));
    }

    @Test
    void writesPairsWithoutMovingThoseThatAreAtHome() throws IOException {
        Path file = folder.resolve("image.vtkhdf");
        Path single = folder.resolve("single.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(single, Sample.GEOMETRY)) {
            var array = writer.createArray(Sample.VELOCITY);
            for (int k = 0; k < 13; k++) {
                array.writeSlice(k, Sample.slice(Sample.VELOCITY, k));
            }
            writer.finish();
        }
        for (boolean isAtHome : new boolean[] {false, true}) {
            SlabPlan plan = SlabPlan.create(
                    file,
                    Sample.GEOMETRY,
                    List.of(Sample.VELOCITY),
                    PlanOptions.ofSlabs(4)
                            .withPageAlignment(false)
                            .withWriteOptions(WriteOptions.defaults().withOverwrite(true)));
            JavaPairRDD<Integer, double[]> slices = context.parallelize(
                            IntStream.range(0, 13).map(k -> 12 - k).boxed().toList(), 2)
                    .mapToPair(k -> new Tuple2<>(k, (double[]) Sample.slice(Sample.VELOCITY, k)));
            VtkhdfSpark.of(context, plan)
                    .writeSlices(isAtHome ? slices.partitionBy(new SlabPartitioner(plan)) : slices);
            assertEquals(-1, Files.mismatch(single, file));
        }
    }

    @Test
    void writesTheStepsOfASeries() throws IOException {
        double[] times = {0, 0.5, 2, 2.5, 7};
        List<ArraySpec> arrays = List.of(Sample.DENSITY, Sample.ID);
        ImageGeometry geometry = Sample.GEOMETRY;
        Path single = folder.resolve("single.vtkhdf");
        List<ImageSlice> slices = new ArrayList<>();
        try (ImageSeriesWriter writer = ImageSeriesWriter.create(single, geometry, TimeAxis.of(times))) {
            for (int step = 0; step < times.length; step++) {
                StepWriter image = writer.step(times[step]);
                for (ArraySpec spec : arrays) {
                    var array = image.createArray(spec);
                    for (int k = 0; k < array.dimensions().z(); k++) {
                        Serializable values = Sample.slice(spec, k + step);
                        array.writeSlice(k, values);
                        slices.add(ImageSlice.ofStep(step, spec, k, values));
                    }
                }
                image.finish();
            }
            writer.finish();
        }
        Path file = folder.resolve("series.vtkhdf");
        SlabPlan plan =
                SlabPlan.create(file, geometry, arrays, PlanOptions.ofSlabs(3).withTimes(TimeAxis.of(times)));
        Collections.shuffle(slices, new Random(2));
        VtkhdfSpark.of(context, plan).writeSlices(context.parallelize(slices, 4));
        Sample.assertAreSame(single, file);
    }

    @Test
    void publishesNothingThatLacksASlice() throws IOException {
        SlabPlan plan = Sample.plan(folder.resolve("image.vtkhdf"), Form.PARTS);
        List<ImageSlice> slices = Sample.slices();
        slices.remove(7);
        IOException e = assertThrows(
                IOException.class, () -> VtkhdfSpark.of(context, plan).writeSlices(context.parallelize(slices, 3)));
        assertTrue(
                e.getMessage().contains("not all slices were written: 'density' lacks 1 of 13 slices, the first is 7"),
                e.getMessage());
        assertEquals(List.of(), Sample.names(folder));
    }

    @Test
    void publishesNothingIfItGoesOnFailing() throws IOException {
        SlabPlan plan = Sample.plan(folder.resolve("image.vtkhdf"), Form.RAW);
        IOException e = assertThrows(
                IOException.class,
                () -> VtkhdfSpark.of(context, plan)
                        .write(slab -> Sample.write(slab, (association, k) -> {
                            if (k == 11) {
                                throw new IOException("slice " + k + " cannot be had");
                            }
                        })));
        assertEquals(plan.output() + ": slab 4 (slices 10 to 12): slice 11 cannot be had", e.getMessage());
        assertEquals(List.of(), Sample.names(folder));
    }

    /** What another program does with the file of the first job is nothing to the second. */
    @ParameterizedTest
    @EnumSource
    void leavesAFinishedPlanAlone(Form form) throws IOException {
        Path file = folder.resolve("image.vtkhdf");
        SlabPlan plan = Sample.plan(file, form);
        job(plan, form).write(Sample::write);
        SlabException e = assertThrows(
                SlabException.class, () -> VtkhdfSpark.of(context, plan).write(Sample::write));
        assertTrue(e.getMessage().endsWith(": it was finished, abandoned or replaced"), e.getMessage());
        Sample.assertIsAsOfOne(file, form);
    }

    @Test
    void saysWhichSlabWasWrittenTwice() throws IOException {
        SlabPlan plan = Sample.plan(folder.resolve("image.vtkhdf"), Form.RAW);
        List<ImageSlice> slices = Sample.slices();
        slices.add(ImageSlice.of(Sample.ID, 4, Sample.slice(Sample.ID, 4)));
        assertFails(plan, slices, "slab 1 (slices 2 to 4): 'id': slice 4 was written before");
    }

    @Test
    void saysWhichArrayThePlanLacks() throws IOException {
        SlabPlan plan = Sample.planOfPoints(folder.resolve("image.vtkhdf"), Form.RAW);
        ArraySpec cells = ArraySpec.cell("density", ScalarType.FLOAT32);
        assertFails(
                plan,
                List.of(ImageSlice.of(cells, 4, new float[1])),
                "found slice 4 of the cell array 'density', expected one of the point array 'density',"
                        + " point array 'velocity'");
    }

    @Test
    void refusesAStepOfAnImageAndNoneOfASeries() throws IOException {
        SlabPlan image = Sample.plan(folder.resolve("image.vtkhdf"), Form.RAW);
        assertFails(
                image,
                List.of(ImageSlice.ofStep(5, Sample.DENSITY, 4, new float[1])),
                "found slice 4 of the point array 'density' at step 5, expected one of no step, as this is no time"
                        + " series");
        SlabPlan series = SlabPlan.create(
                folder.resolve("series.vtkhdf"),
                Sample.GEOMETRY,
                Sample.ARRAYS,
                PlanOptions.ofSlabs(2).withTimes(TimeAxis.of(0, 1)));
        assertFails(
                series,
                List.of(ImageSlice.of(Sample.DENSITY, 4, new float[1])),
                "found slice 4 of the point array 'density', expected one of a step, as this is a time series");
        assertThrows(IllegalArgumentException.class, () -> ImageSlice.ofStep(-1, Sample.DENSITY, 4, new float[1]));
    }

    private void assertFails(SlabPlan plan, List<ImageSlice> slices, String message) throws IOException {
        IOException e = assertThrows(
                IOException.class, () -> VtkhdfSpark.of(context, plan).writeSlices(context.parallelize(slices, 1)));
        assertEquals(plan.output() + ": " + message, e.getMessage());
        assertEquals(List.of(), Sample.names(folder));
    }

    @Test
    void leavesTheNamesOfTheCallersJobsAlone() throws IOException {
        context.setJobGroup("own", "what the caller does", false);
        VtkhdfSpark.of(context, Sample.plan(folder.resolve("image.vtkhdf"), Form.RAW))
                .write(Sample::write);
        assertEquals("own", context.getLocalProperty("spark.jobGroup.id"));
        assertEquals("what the caller does", context.getLocalProperty("spark.job.description"));
        context.clearJobGroup();
    }
}
