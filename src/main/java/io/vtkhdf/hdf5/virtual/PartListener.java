package io.vtkhdf.hdf5.virtual;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Hears what is wrong with the parts of a virtual dataset. Whoever only wants those that are missing fails at others.
 */
@FunctionalInterface
public interface PartListener {

    /** The same, which hears of each part no more than once. */
    default PartListener once() {
        PartListener all = this;
        Set<PartName> heard = new HashSet<>();
        return new PartListener() {
            @Override
            public void missing(PartName part) throws IOException {
                if (heard.add(part)) {
                    all.missing(part);
                }
            }

            @Override
            public void broken(PartName part, IOException reason) throws IOException {
                if (heard.add(part)) {
                    all.broken(part, reason);
                }
            }

            @Override
            public void changed(PartName part, IOException reason) throws IOException {
                if (heard.add(part)) {
                    all.changed(part, reason);
                }
            }
        };
    }

    /** There is no such file, or no such dataset in it: its elements read as the fill value. */
    void missing(PartName part) throws IOException;

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
