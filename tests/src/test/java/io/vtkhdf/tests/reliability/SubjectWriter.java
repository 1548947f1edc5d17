package io.vtkhdf.tests.reliability;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes a {@link Subject}, or goes on with it. */
interface SubjectWriter extends Closeable {

    /** What earlier runs have left, as far as it is known: of a series, what there is of a step when it is begun. */
    SliceSets found();

    /**
     * The missing slices that can be written now, in any order: of a series, those of one step, by which the one before
     * is complete. None if there are no more.
     */
    List<SubjectSlice> next() throws IOException;

    void commit() throws IOException;

    /** To be called when {@link #next} has told that there is no more. */
    void finish() throws IOException;

    void abort();

    /** Writes all that is missing, in order, and finishes. */
    default void writeAll(Progress progress) throws IOException {
        for (List<SubjectSlice> slices = next(); !slices.isEmpty(); slices = next()) {
            for (SubjectSlice slice : slices) {
                slice.write(progress);
            }
        }
        finish();
    }
}
