package io.vtkhdf.copy;

import io.vtkhdf.source.ImageSource;
import java.io.Closeable;
import java.io.IOException;

/**
 * A series that is written step by step.
 *
 * <p>Not thread-safe, but for {@link #abort()}. Closed before {@link #finish()}, it leaves no more than what was
 * committed, which can be gone on with.
 */
public interface SeriesSink extends Closeable {

    /** Whether it has all of a step from an earlier run; then it need not be written. */
    default boolean has(int step) {
        return false;
    }

    /**
     * Begins a step, all before which are complete.
     *
     * @param image as the one that the sink was made for, but for its values and fields
     */
    StepSink step(int step, ImageSource image) throws IOException;

    /**
     * Completes the series, of which every step is complete, and makes it appear.
     *
     * @throws IllegalStateException if it was {@linkplain #abort given up} before
     */
    void finish() throws IOException;

    /** As {@link ImageSink#abort}. */
    void abort();

    /** Releases everything and gives up what is not finished. Idempotent. */
    @Override
    void close() throws IOException;
}
