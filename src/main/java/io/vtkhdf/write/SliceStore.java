package io.vtkhdf.write;

import io.vtkhdf.hdf5.write.Attribute;
import io.vtkhdf.hdf5.write.Layout;
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

    /** Takes one slice, x-fastest, which was neither written nor filled before. */
    void write(int slice, Values values) throws IOException;

    /** Fills in a slice, which was neither written nor filled before. */
    void fill(int slice) throws IOException;
}
