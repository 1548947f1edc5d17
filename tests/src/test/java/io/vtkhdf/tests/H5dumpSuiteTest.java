package io.vtkhdf.tests;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random images written by us and read by h5dump. */
@Tag("h5dump")
class H5dumpSuiteTest {

    @TempDir
    Path scratch;

    static LongStream seeds() {
        return Seeds.of(30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsWhatWeWrite(long seed) {
        RandomImage image = RandomImage.of(seed, RandomImage.Profile.ANY);
        Path file = scratch.resolve("image.vtkhdf");
        Seeds.run(image, () -> {
            ImageScribe.write(image, file);
            new H5dumpJudge(scratch).judge(image, file);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsWhatIsThereOfUnfinishedFiles(long seed) {
        RandomImage image = RandomImage.of(seed, RandomImage.Profile.ANY);
        Path file = scratch.resolve("unfinished.vtkhdf");
        Seeds.run(image, () -> new H5dumpJudge(scratch).judge(UnfinishedImage.write(image, file), file));
    }
}
