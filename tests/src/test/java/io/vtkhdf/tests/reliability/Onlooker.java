package io.vtkhdf.tests.reliability;

import java.io.IOException;
import java.nio.file.Path;

/** A reader that is shown a file: this library's, or somebody else's. */
public interface Onlooker {

    /**
     * Opens a file, reads all of it, and tells the slices that are written.
     *
     * @throws AssertionError if it cannot be opened, or a slice is neither what was written nor fill
     */
    SliceSets slicesOf(Path file) throws IOException;
}
