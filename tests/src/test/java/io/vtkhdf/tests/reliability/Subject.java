package io.vtkhdf.tests.reliability;

import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is written while something happens to it: an image, or a time series. Everything in a file of it is known, and
 * is told as numbers of {@link SliceSets}: the slices of each array and, of a series, the steps. This library's reader
 * looks at it first.
 */
public interface Subject extends Onlooker {

    /** The file when it is finished. */
    static Path output(Path folder) {
        return folder.resolve("image.vtkhdf");
    }

    /** The file that is written. */
    default Path written(Path folder) {
        return folder.resolve("image.vtkhdf.part");
    }

    /** Puts there what a run begins with; nothing if the file is new. */
    default void prepare(Path folder) throws IOException {}

    /** What is committed in the file that a run begins with; nothing if the file is new. */
    default SliceSets prepared() {
        return new SliceSets();
    }

    /** Opens a file to be written, or to be gone on with, if the options say so or nothing else makes sense. */
    SubjectWriter open(Path output, WriteOptions options, Progress progress) throws IOException;

    /** All that there will be. */
    SliceSets all();

    /** Leaves what a commit holds of what was written before it. */
    void keepCommitted(SliceSets written);

    /** What readers are shown of what a commit holds. */
    default SliceSets shown(SliceSets committed) {
        return committed;
    }

    /** Whether a file has been finished, and is complete. */
    default boolean isFinished(Path folder) throws IOException {
        return Files.exists(output(folder));
    }

    /** @throws AssertionError if anything is missing, or is not what was written */
    void requireWhole(Path file) throws IOException;
}
