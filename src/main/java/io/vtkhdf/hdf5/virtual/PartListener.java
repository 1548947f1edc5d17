package io.vtkhdf.hdf5.virtual;

import java.io.IOException;

/**
 * Hears what is wrong with the parts of a virtual dataset. Whoever only wants those that are missing fails at others.
 */
@FunctionalInterface
public interface PartListener {

    /** There is no such file, or no such dataset in it: its elements read as the fill value. */
    void missing(PartName part);

    /**
     * The file is there, and cannot be read, or is out of reach.
     *
     * @param reason why; thrown unless it is heard
     */
    default void broken(PartName part, IOException reason) throws IOException {
        throw reason;
    }

    /**
     * The dataset is there, and not as it was: smaller, or of something else than numbers.
     *
     * @param reason what it is; thrown unless it is heard
     */
    default void changed(PartName part, IOException reason) throws IOException {
        throw reason;
    }
}
