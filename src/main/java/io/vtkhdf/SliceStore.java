package io.vtkhdf;

import io.vtkhdf.hdf5.Layout;
import java.io.IOException;

/** Where the slices of one array go. Thread-safe for different slices. */
interface SliceStore {

    /** How the dataset is laid out in the file. */
    Layout layout();

    /** Takes one slice, x-fastest. */
    void write(int slice, Values values) throws IOException;

    /** Fills the given slice, which was never written. */
    void fill(int slice) throws IOException;
}
