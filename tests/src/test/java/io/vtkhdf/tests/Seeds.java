package io.vtkhdf.tests;

import java.util.stream.LongStream;
import org.junit.jupiter.api.function.Executable;

/**
 * The seeds of the random suites: 0 and up, or the one of {@code -Dvtkhdf.seed}; with {@code -Dvtkhdf.share=4} a
 * quarter of them.
 */
public final class Seeds {

    private Seeds() {}

    public static LongStream of(int count) {
        Long one = Long.getLong("vtkhdf.seed");
        int share = Integer.getInteger("vtkhdf.share", 1);
        return one == null ? LongStream.range(0, count).filter(seed -> seed % share == 0) : LongStream.of(one);
    }

    /** Runs one case; whatever it throws then names the image and the way to run it again. */
    public static void run(RandomImage image, Executable test) {
        run(image, image.seed(), test);
    }

    /** Runs one case; whatever it throws then names what follows from the seed, and the way to run it again. */
    static void run(Object drawn, long seed, Executable test) {
        try {
            test.execute();
        } catch (Throwable e) {
            throw new AssertionError(
                    drawn + "\nagain with -Dvtkhdf.seed=" + seed + "\n"
                            + e.getClass().getSimpleName() + ": " + e.getMessage(),
                    e);
        }
    }
}
