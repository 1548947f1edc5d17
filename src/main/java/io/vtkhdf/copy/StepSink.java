package io.vtkhdf.copy;

import io.vtkhdf.image.ArraySpec;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The image of a step that is written slab by slab, in memory that does not grow with it. Not thread-safe. */
public interface StepSink {

    /**
     * Takes neighbouring slices of an array, x-fastest, from the buffer's position to its limit. The arrays come in the
     * order of the image that the sink was made for, but those of the points before those of the cells, each from its
     * first slice to its last.
     *
     * @param values little-endian; the sink is done with it when it returns
     */
    void write(ArraySpec array, int firstSlice, int slices, ByteBuffer values) throws IOException;

    /** Whether it has all of these slices from an earlier run; then they need not be written. */
    default boolean has(ArraySpec array, int firstSlice, int slices) throws IOException {
        return false;
    }

    /**
     * Takes all values of an array from the step before, which has the very same.
     *
     * @return false if it cannot: then they are written as any others
     */
    default boolean reuse(ArraySpec array) throws IOException {
        return false;
    }

    /** Completes the image. */
    void finish() throws IOException;
}
