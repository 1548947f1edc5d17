package io.vtkhdf.hdf5;

import java.util.Locale;

/** How a dataset's data lie in a file (specification IV.A.2.i). */
public enum LayoutClass {
    /** In the dataset's header. */
    COMPACT,
    /** As one run of bytes. */
    CONTIGUOUS,
    /** In chunks, each of which may go through filters. */
    CHUNKED,
    /** In other datasets, of this file and others. */
    VIRTUAL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
