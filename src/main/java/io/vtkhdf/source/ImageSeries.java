package io.vtkhdf.source;

import io.vtkhdf.image.ArraySpec;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Images of one geometry at different times, its steps, which are opened one after the other or several at once, in
 * memory that does not grow with their number. A single image is a series of one step.
 *
 * <p>Not thread-safe. Close every {@link ImageSource} before the series.
 */
public interface ImageSeries extends Closeable {

    /** The time of each step, at least one, strictly increasing; a new array. */
    double[] times();

    /**
     * Whether its steps have times of their own. A single image has not: what it tells of a time is its field array
     * {@code TimeValue}.
     */
    default boolean isTimed() {
        return true;
    }

    /**
     * Opens a step; to be closed by the caller.
     *
     * @param step counted from 0
     * @throws IllegalArgumentException if there is no such step
     */
    ImageSource open(int step) throws IOException;

    /** How errors name a step, such as by its file. */
    default String nameOf(int step) {
        return "step " + step;
    }

    /**
     * The first step that has the very same stored values of an array: those that a file stores once, because they do
     * not change. Nobody compares values for it.
     *
     * @return {@code step} itself unless it is known to be an earlier one
     */
    default int sameAs(ArraySpec array, int step) {
        return step;
    }

    /** The files from which values are read beside the one that was opened, such as the one of each step. */
    default List<Path> otherFiles() {
        return List.of();
    }

    /**
     * As {@link ImageSource#requireUnchanged}, of what the series itself was made from.
     *
     * @throws java.nio.file.FileSystemException if a file was changed
     */
    default void requireUnchanged() throws IOException {}
}
