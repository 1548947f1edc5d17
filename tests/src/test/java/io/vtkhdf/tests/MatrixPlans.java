package io.vtkhdf.tests;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.plan.FinishOptions;
import io.vtkhdf.plan.PlanOptions;
import io.vtkhdf.plan.SlabArray;
import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.plan.SlabReceipt;
import io.vtkhdf.plan.SlabWriter;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Writes the files of {@code tests/matrix} that are ours and written slab by slab after a plan. */
final class MatrixPlans {

    private static final ImageGeometry PLAIN =
            ImageGeometry.of(9, 7, 12).withOrigin(1.5, -2.25, 1e-3).withSpacing(0.1, 0.25, 1e5);
    private static final int SLABS = 3;
    /** Of the slab in the middle: cells begin at 11 places, of which those of 3 slabs are 0, 3 and 7. */
    private static final int FIRST = 3;

    private static final int SLICES = 4;
    private static final List<ArraySpec> ARRAYS =
            List.of(ArraySpec.point("values", ScalarType.FLOAT32), ArraySpec.cell("cells", ScalarType.INT16));
    private static final List<FieldArray> FIELDS = List.of(FieldArray.of("f", 0.5));
    private static final StorageCase GZIP = StorageCase.of(1, true, false);
    private static final FinishOptions JOINED = FinishOptions.defaults();
    private static final FinishOptions ONE_FILE = JOINED.withConsolidate(true);

    private final MatrixManifest manifest;
    private final RandomGenerator random = new SplittableRandom(4);

    MatrixPlans(MatrixManifest manifest) {
        this.manifest = manifest;
    }

    void writeAll() throws IOException {
        manifest.family("planned, points alone");
        writeImage("raw", StorageCase.RAW, JOINED, ARRAYS.subList(0, 1), List.of());
        writeImage("gzip, joined", GZIP, JOINED, ARRAYS.subList(0, 1), List.of());
        manifest.family("planned");
        writeImage("raw", StorageCase.RAW, JOINED);
        writeImage("gzip, joined", GZIP, JOINED);
        writeImage("gzip, in one file", GZIP, ONE_FILE);
        writeImage("bricks, in one file", GZIP.withChunk(4, 3, 2), ONE_FILE);
        writePart();
        manifest.family("planned series");
        writeSeries("raw", StorageCase.RAW, JOINED);
        writeSeries("gzip, joined", GZIP, JOINED);
        writeSeries("gzip, in one file", GZIP, ONE_FILE);
    }

    private void writeImage(String title, StorageCase storage, FinishOptions options) throws IOException {
        writeImage(title, storage, options, ARRAYS, FIELDS);
    }

    private void writeImage(
            String title, StorageCase storage, FinishOptions options, List<ArraySpec> specs, List<FieldArray> fields)
            throws IOException {
        Path file = manifest.nextFile();
        List<RandomArray> arrays = draw(storage, specs);
        SlabPlan plan = plan(file, specs, fields, storage, SLABS);
        plan.finish(writeAll(plan, List.of(arrays)), options);
        manifest.add(title, file, PLAIN, arrays, fields);
    }

    /** Of the slab in the middle: it has one slice of points more, which is the next slab's and holds no values. */
    private void writePart() throws IOException {
        Path file = manifest.nextFile();
        List<RandomArray> arrays = draw(GZIP, ARRAYS);
        SlabPlan plan = plan(manifest.scratch(), ARRAYS, FIELDS, GZIP, SLABS);
        SlabReceipt receipt = write(plan, 1, List.of(arrays));
        Files.copy(plan.written().resolve(receipt.part()), file);
        plan.abandon();
        ImageGeometry own = ImageGeometry.of(9, 7, SLICES + 1)
                .withOrigin(1.5, -2.25, 1e-3 + FIRST * 1e5)
                .withSpacing(0.1, 0.25, 1e5);
        List<RandomArray> found = new ArrayList<>();
        for (RandomArray array : arrays) {
            Dimensions d = own.dimensions(array.spec().association());
            int slice = array.bytes().length / array.dimensions().z();
            byte[] bytes = Arrays.copyOfRange(array.bytes(), FIRST * slice, (FIRST + d.z()) * slice);
            if (array.spec().association() == Association.POINT) {
                float[] missing = new float[d.x() * d.y()];
                Arrays.fill(missing, Float.NaN);
                System.arraycopy(Bits.of(missing), 0, bytes, SLICES * slice, slice);
            }
            found.add(new RandomArray(array.spec(), d, array.storage(), bytes));
        }
        manifest.add("a part alone", file, own, found, List.of());
    }

    private void writeSeries(String title, StorageCase storage, FinishOptions options) throws IOException {
        Path file = manifest.nextFile();
        List<MatrixSeries.Step> steps = new ArrayList<>();
        for (int step = 0; step < 5; step++) {
            steps.add(new MatrixSeries.Step(0.25 * step - 1, draw(storage, ARRAYS), FIELDS));
        }
        SlabPlan plan = plan(file, ARRAYS, FIELDS, storage, 2, times(steps));
        plan.finish(writeAll(plan, steps.stream().map(MatrixSeries.Step::arrays).toList()), options);
        manifest.addSeries(title, file, PLAIN, steps);
    }

    private static double[] times(List<MatrixSeries.Step> steps) {
        return steps.stream().mapToDouble(MatrixSeries.Step::time).toArray();
    }

    private List<RandomArray> draw(StorageCase storage, List<ArraySpec> specs) {
        return specs.stream()
                .map(spec -> RandomArray.draw(spec, PLAIN.dimensions(spec.association()), storage, random))
                .toList();
    }

    private static SlabPlan plan(
            Path file, List<ArraySpec> specs, List<FieldArray> fields, StorageCase storage, int slabs, double... times)
            throws IOException {
        PlanOptions options = PlanOptions.ofSlabs(slabs)
                .withWriteOptions(WriteOptions.defaults().withStorage(storage.storage()))
                .withFields(fields);
        return SlabPlan.create(file, PLAIN, specs, times.length == 0 ? options : options.withTimes(TimeAxis.of(times)));
    }

    /** @param steps the arrays of each; one of an image */
    private static List<SlabReceipt> writeAll(SlabPlan plan, List<List<RandomArray>> steps) throws IOException {
        List<SlabReceipt> receipts = new ArrayList<>();
        for (int slab = 0; slab < plan.slabs(); slab++) {
            receipts.add(write(plan, slab, steps));
        }
        return receipts;
    }

    private static SlabReceipt write(SlabPlan plan, int slab, List<List<RandomArray>> steps) throws IOException {
        try (SlabWriter writer = plan.open(slab)) {
            Slab own = plan.steps() > 0 ? writer.slab() : new Slab(0, 1);
            for (int step = own.first(); step < own.first() + own.count(); step++) {
                for (RandomArray array : steps.get(step)) {
                    Association association = array.spec().association();
                    String name = array.spec().name();
                    write(
                            array,
                            plan.steps() > 0 ? writer.array(step, association, name) : writer.array(association, name));
                }
            }
            return writer.finish();
        }
    }

    private static void write(RandomArray array, SlabArray target) throws IOException {
        Slab own = target.slices().orElseThrow();
        int slice = array.bytes().length / array.dimensions().z();
        target.write(
                own,
                ByteBuffer.wrap(array.bytes(), own.first() * slice, own.count() * slice)
                        .slice()
                        .order(ByteOrder.LITTLE_ENDIAN));
    }
}
