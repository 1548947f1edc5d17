package io.vtkhdf.write.store;

import io.vtkhdf.hdf5.write.Attribute;
import io.vtkhdf.hdf5.write.Layout;
import io.vtkhdf.image.Region;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/** Where the slices and boxes of one array go. Thread-safe for different values. */
public interface SliceStore {

    /** How the dataset is laid out in the file. */
    Layout layout();

    /** The attributes that the dataset has until the file is finished. */
    default List<Attribute> marks() {
        return List.of();
    }

    /**
     * Makes room for slices that are to be written. One call at a time.
     *
     * @param slices counted from {@code first}
     * @throws IllegalStateException if there is none; nothing has changed then
     */
    default void prepare(int first, BitSet slices) {}

    /** As {@link #prepare(int, BitSet)}, for a box. */
    default void prepare(Region box) {}

    /** Takes one slice, x-fastest, which was prepared, and neither written nor filled before. */
    void write(int slice, Values values) throws IOException;

    /** Takes a box, which was prepared, and of which nothing was written or filled before. */
    void write(Region box, BoxValues values) throws IOException;

    /** Fills in a slice, of which nothing was written or filled before. */
    void fill(int slice) throws IOException;

    /** Fills in a part of a slice, of which nothing was written or filled before. */
    void fill(Region part) throws IOException;

    /** To be called when all that was missing was filled in. */
    default void completeFilled() throws IOException {}
}
