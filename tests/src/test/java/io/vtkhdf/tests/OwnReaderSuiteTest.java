package io.vtkhdf.tests;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random images written by us and read by us. */
class OwnReaderSuiteTest {

    @TempDir
    Path scratch;

    static LongStream seeds() {
        return Seeds.of(400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsWhatWasWritten(long seed) {
        RandomImage image = RandomImage.of(seed, RandomImage.Profile.ANY);
        Path file = scratch.resolve("image.vtkhdf");
        Seeds.run(image, () -> {
            ImageScribe.write(image, file);
            OwnReaderJudge.judge(image, file);
        });
    }
}
