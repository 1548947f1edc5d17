package io.vtkhdf.tests;

import io.vtkhdf.image.Association;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.join.ImageJoin;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random images cut into slabs, each a file in a storage of its own, joined by us and read by h5py and by us. */
@Tag("h5py")
class JoinSuiteTest {

    private static final List<String> NAMES = List.of("part", "100% %b %%", "größe 速度", "new\nline", "a\\b:c", "...");

    @TempDir
    static Path scratch;

    private static H5pyJudge h5py;

    @BeforeAll
    static void start() throws IOException {
        h5py = new H5pyJudge(scratch);
    }

    @AfterAll
    static void stop() throws IOException {
        h5py.close();
    }

    static LongStream seeds() {
        return Seeds.of(100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsWhatWeJoin(long seed) {
        RandomImage image = onAGrid(RandomImage.of(seed, RandomImage.Profile.ANY));
        Seeds.run(image, () -> {
            Random random = new Random(seed);
            Path folder = Files.createDirectory(scratch.resolve("seed" + seed));
            Axis axis = Axis.values()[random.nextInt(3)];
            List<Integer> starts = starts(random, image.geometry().dimensions().along(axis));
            boolean shares = starts.size() == 1 || random.nextBoolean();
            RandomImage joined = shares ? image : withoutCells(image);
            CutImage.Told told = CutImage.Told.values()[random.nextInt(2)];
            List<Path> parts = new ArrayList<>();
            for (RandomImage slab : new CutImage(joined, axis, shares).at(told, starts)) {
                Path below = Files.createDirectories(folder.resolve(random.nextBoolean() ? "." : "below"));
                Path part = below.resolve(NAMES.get(random.nextInt(NAMES.size())) + parts.size() + ".vtkhdf");
                ImageScribe.write(slab, part);
                parts.add(part);
            }
            Collections.shuffle(parts, random);
            Path file = folder.resolve("joined.vtkhdf");
            ImageJoin.along(axis, parts).to(file, WriteOptions.defaults());
            H5pyJudge.Request request = new H5pyJudge.Request(image.geometry().zeroBased());
            joined.arrays().forEach(request::addVirtual);
            joined.fields().forEach(request::add);
            joined.active().forEach(request::add);
            h5py.judge(request, file);
            try (ImageDataReader reader = ImageDataReader.open(file)) {
                for (RandomArray array : joined.arrays()) {
                    ArrayReader found = reader.array(array.spec().association(), array.storedName());
                    OwnReaderJudge.judge(array, array.storedSpec(), found, random);
                }
            }
        });
    }

    /** With a spacing and axes that tell where a slab lies. */
    private static RandomImage onAGrid(RandomImage image) {
        ImageGeometry geometry = ImageGeometry.of(image.geometry().extent())
                .withOrigin(-1.5, 20, 1e3)
                .withSpacing(0.1, 3, -0.25)
                .withDirection(0.6, -0.8, 0, 0.8, 0.6, 0, 0, 0, 1);
        return new RandomImage(
                image.seed(), geometry, image.arrays(), image.fields(), image.active(), image.keepsExtent());
    }

    private static RandomImage withoutCells(RandomImage image) {
        return new RandomImage(
                image.seed(),
                image.geometry(),
                image.arrays().stream()
                        .filter(array -> array.spec().association() == Association.POINT)
                        .toList(),
                image.fields(),
                image.active().stream()
                        .filter(active -> active.association() == Association.POINT)
                        .toList(),
                image.keepsExtent());
    }

    private static List<Integer> starts(Random random, int slices) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int at = 1; at < slices; at++) {
            if (random.nextInt(4) == 0) {
                starts.add(at);
            }
        }
        return starts;
    }
}
