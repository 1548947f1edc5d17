package io.vtkhdf.plan;

import io.vtkhdf.write.ArrayWriter;
import java.io.IOException;

/** The file of a part, while it is written: an image, or a time series. Thread-safe. */
interface PartFile {

    /**
     * Makes sure that a step may be written now.
     *
     * @param step of the whole series; 0 of an image
     * @throws IllegalStateException if another one is to be written first, or this one is complete
     */
    void begin(int step) throws IOException;

    /** An array at a step that was begun. */
    ArrayWriter array(int step, int array) throws IOException;

    /** The slice of the whole image that is the first one of the file. */
    int firstSlice();

    void finish() throws IOException;

    void abort();
}
