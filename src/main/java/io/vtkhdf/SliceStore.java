package io.vtkhdf;

import io.vtkhdf.hdf5.Attribute;
import io.vtkhdf.hdf5.Layout;
import java.io.IOException;
import java.util.List;

/** Where the slices of one array go. Thread-safe for different slices. */
interface SliceStore {

    /** How the dataset is laid out in the file. */
    Layout layout();

    /** The attributes that the dataset has until the file is finished. */
    default List<Attribute> marks() {
        return List.of();
    }

    /** Takes one slice, x-fastest. */
    void write(int slice, Values values) throws IOException;

    /** Fills the given slice, which was never written. */
    void fill(int slice) throws IOException;
}
