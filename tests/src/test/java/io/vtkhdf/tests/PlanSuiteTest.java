package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Slab;
import io.vtkhdf.plan.FinishOptions;
import io.vtkhdf.plan.PlanOptions;
import io.vtkhdf.plan.SlabArray;
import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.plan.SlabReceipt;
import io.vtkhdf.plan.SlabWriter;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.DeflateEngine;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import io.vtkhdf.write.WritePlan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random images written slab by slab after a plan, and read by h5py. */
@Tag("h5py")
class PlanSuiteTest {

    @TempDir
    static Path scratch;

    private static H5pyJudge h5py;
    private static SeriesJudge series;

    @BeforeAll
    static void start() throws IOException {
        h5py = new H5pyJudge(scratch);
        series = new SeriesJudge();
    }

    @AfterAll
    static void stop() throws IOException {
        h5py.close();
        series.close();
    }

    static LongStream seeds() {
        return Seeds.of(120);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsWhatManyWrite(long seed) {
        RandomImage drawn = RandomImage.of(seed, RandomImage.Profile.ANY);
        if (drawn.arrays().isEmpty()) {
            return; // Of an image without values there is nothing to plan.
        }
        Random random = new Random(seed);
        RandomImage image = storedAlike(drawn, drawn.arrays().get(0).storage());
        Path folder = scratch.resolve("plan" + seed);
        Path file = folder.resolve("image.vtkhdf");
        Seeds.run(image, () -> {
            Files.createDirectory(folder);
            boolean isRaw = image.arrays().get(0).storage().storage().chunk().isEmpty();
            boolean isAligned = isRaw && random.nextBoolean();
            boolean isOneFile = isRaw || random.nextBoolean();
            SlabPlan plan = plan(image, file, 1 + random.nextInt(9), isAligned);
            plan.finish(
                    write(plan, image, random),
                    FinishOptions.defaults().withConsolidate(isOneFile).withVerify(random.nextBoolean()));
            H5pyJudge.Request request = new H5pyJudge.Request(image.storedGeometry());
            image.arrays().forEach(isOneFile ? request::add : request::addVirtual);
            image.fields().forEach(request::add);
            image.active().forEach(request::add);
            h5py.judge(request, file);
            if (isOneFile && !isAligned) {
                assertEquals(-1, Files.mismatch(single(image, folder.resolve("single.vtkhdf")), file));
            }
        });
    }

    static LongStream seriesSeeds() {
        return Seeds.of(60);
    }

    @ParameterizedTest
    @MethodSource("seriesSeeds")
    void readsSeriesThatManyWrite(long seed) {
        RandomSeries drawn = new RandomSeries(seed, 12);
        drawn.giveEachStepItsOwn();
        Path folder = scratch.resolve("series" + seed);
        Seeds.run(drawn, seed, () -> {
            Files.createDirectory(folder);
            Path file = folder.resolve("series.vtkhdf");
            SlabPlan plan = SlabPlan.create(
                    file,
                    drawn.geometry,
                    drawn.arrays,
                    PlanOptions.ofSlabs(1 + drawn.random.nextInt(5))
                            .withWriteOptions(WriteOptions.defaults().withStorage(drawn.storage))
                            .withFields(drawn.constants())
                            .withTimes(TimeAxis.of(drawn.times)));
            List<SlabReceipt> receipts = new ArrayList<>();
            for (int slab = 0; slab < plan.slabs(); slab++) {
                try (SlabWriter writer = plan.open(slab)) {
                    drawn.writeSlab(writer);
                    receipts.add(writer.finish());
                }
            }
            plan.finish(
                    receipts,
                    FinishOptions.defaults()
                            .withConsolidate(drawn.random.nextBoolean())
                            .withVerify(drawn.random.nextBoolean()));
            series.ask(drawn.request(file, drawn.times.length));
        });
    }

    private static RandomImage storedAlike(RandomImage image, StorageCase storage) {
        return new RandomImage(
                image.seed(),
                image.geometry(),
                image.arrays().stream()
                        .map(array -> new RandomArray(array.spec(), array.dimensions(), storage, array.bytes()))
                        .toList(),
                image.fields(),
                image.active(),
                image.keepsExtent());
    }

    /** By zlib, which compresses the same values to the same bytes each time; ISA-L does not quite. */
    private static WriteOptions options(RandomImage image) {
        return WriteOptions.defaults()
                .withDeflateEngine(DeflateEngine.JDK)
                .withStorage(image.arrays().get(0).storage().storage())
                .withKeepExtent(image.keepsExtent());
    }

    private static SlabPlan plan(RandomImage image, Path file, int slabs, boolean isAligned) throws IOException {
        List<ArraySpec> arrays = image.arrays().stream().map(RandomArray::spec).toList();
        return SlabPlan.create(
                file,
                image.geometry(),
                arrays,
                PlanOptions.ofSlabs(slabs)
                        .withWriteOptions(options(image))
                        .withFields(image.fields())
                        .withActive(image.active())
                        .withPageAlignment(isAligned));
    }

    private static List<SlabReceipt> write(SlabPlan plan, RandomImage image, Random random) throws IOException {
        List<SlabReceipt> receipts = new ArrayList<>();
        for (int slab = 0; slab < plan.slabs(); slab++) {
            try (SlabWriter writer = plan.open(slab, options(image))) {
                for (RandomArray array : image.arrays()) {
                    SlabArray target = writer.array(
                            array.spec().association(), array.spec().name());
                    if (target.slices().isPresent()) {
                        write(array, target, target.slices().get(), random);
                    }
                }
                receipts.add(writer.finish());
            }
        }
        Collections.shuffle(receipts, random);
        return receipts;
    }

    private static void write(RandomArray array, SlabArray target, Slab own, Random random) throws IOException {
        List<Integer> slices = new ArrayList<>(
                IntStream.range(own.first(), own.first() + own.count()).boxed().toList());
        Collections.shuffle(slices, random);
        for (int slice : slices) {
            target.writeSlice(slice, slice(array, slice), Order.X_FASTEST);
        }
    }

    private static ByteBuffer slice(RandomArray array, int slice) {
        int size = array.bytes().length / array.dimensions().z();
        return ByteBuffer.wrap(array.bytes(), slice * size, size).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The field arrays, then the arrays of points and those of cells are created, then each is written. */
    private static Path single(RandomImage image, Path file) throws IOException {
        try (ImageDataWriter writer = new WritePlan(file, options(image).withCommits(Commits.onDemand()))
                .create(new ImageSpec(
                        image.geometry(),
                        image.arrays().stream().map(RandomArray::spec).toList(),
                        image.fields(),
                        image.active()))) {
            for (RandomArray array : image.arrays()) {
                writer.array(array.spec().association(), array.spec().name())
                        .write(ByteBuffer.wrap(array.bytes()).order(ByteOrder.LITTLE_ENDIAN));
            }
            writer.finish();
        }
        return file;
    }
}
