package io.vtkhdf.tests.reliability;

import io.vtkhdf.write.ArrayWriter;
import java.io.IOException;

/**
 * A slice that is to be written.
 *
 * @param number as it is told
 */
record SubjectSlice(ArrayWriter array, int k, Object values, int number) {

    void write(Progress progress) throws IOException {
        String name = array.spec().name();
        progress.started(name, number);
        array.writeSlice(k, values);
        progress.done(name, number);
    }
}
