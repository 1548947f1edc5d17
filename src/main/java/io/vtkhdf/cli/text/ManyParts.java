package io.vtkhdf.cli.text;

import java.nio.file.Path;
import java.util.Optional;

/** Warns of a file whose values lie in so many others that not every reader can have all of them open. */
public final class ManyParts {

    /** Most systems let a process have 1,024 files open; it has some before it opens the first part. */
    private static final int MOST = 1000;

    private ManyParts() {}

    /**
     * What to say of it, if anything.
     *
     * @param advice what makes one file of it
     */
    public static Optional<String> warning(Path file, int parts, String advice) {
        if (parts <= MOST) {
            return Optional.empty();
        }
        return Optional.of(
                file + ": refers to " + parts + " files, which VTK and h5py keep open, in 0.65 MiB of memory each;"
                        + " where a process may open no more than 1024 files (ulimit -n), they read NaN or 0 from the others"
                        + " without saying so; " + advice + " makes one file");
    }
}
