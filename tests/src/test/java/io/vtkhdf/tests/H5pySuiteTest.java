package io.vtkhdf.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random images written by us and read by h5py. */
@Tag("h5py")
class H5pySuiteTest {

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
        return Seeds.of(400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsWhatWeWrite(long seed) {
        RandomImage image = RandomImage.of(seed, RandomImage.Profile.ANY);
        Path file = scratch.resolve("image" + seed + ".vtkhdf");
        Seeds.run(image, () -> {
            ImageScribe.write(image, file);
            h5py.judge(image, file);
            Files.delete(file);
        });
    }

    static LongStream seedsOfBoxes() {
        return Seeds.of(150);
    }

    @ParameterizedTest
    @MethodSource("seedsOfBoxes")
    void readsWhatWeWriteInBoxes(long seed) {
        RandomImage image = RandomImage.of(seed, RandomImage.Profile.ANY);
        Path file = scratch.resolve("boxes" + seed + ".vtkhdf");
        Seeds.run(image, () -> {
            ImageScribe.writeBoxes(image, file);
            h5py.judge(image, file);
            Files.delete(file);
        });
    }

    static LongStream seedsOfUnfinished() {
        return Seeds.of(100);
    }

    @ParameterizedTest
    @MethodSource("seedsOfUnfinished")
    void readsWhatIsThereOfUnfinishedFiles(long seed) {
        RandomImage image = RandomImage.of(seed, RandomImage.Profile.ANY);
        Path file = scratch.resolve("unfinished" + seed + ".vtkhdf");
        Seeds.run(image, () -> {
            H5pyJudge.Request request = new H5pyJudge.Request(image.storedGeometry());
            UnfinishedImage.write(image, file).forEach(request::add);
            image.fields().forEach(request::add);
            image.active().forEach(request::add);
            h5py.judge(request, file);
            Files.delete(file);
        });
    }
}
