package io.vtkhdf.copy;

import java.io.Closeable;
import java.io.IOException;

/**
 * An image that is written slab by slab, in memory that does not grow with it: a file of any format.
 *
 * <p>Not thread-safe, but for {@link #abort()}. Nothing appears under the target's name before {@link #finish()},
 * unless it is written in place; closed before, the sink leaves no more than what was committed, which can be gone on
 * with.
 */
public interface ImageSink extends StepSink, Closeable {

    /**
     * Completes the image and makes it appear.
     *
     * @throws IllegalStateException if it was {@linkplain #abort given up} before
     */
    @Override
    void finish() throws IOException;

    /**
     * Gives up at once what is not finished: it will not appear, and what another thread is writing fails. May be
     * called by any thread. Idempotent.
     */
    void abort();

    /** Releases everything and gives up what is not finished. Idempotent. */
    @Override
    void close() throws IOException;
}
