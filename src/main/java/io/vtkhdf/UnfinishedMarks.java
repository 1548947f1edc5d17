package io.vtkhdf;

import io.vtkhdf.hdf5.Attribute;
import java.io.IOException;
import java.util.List;
import java.util.StringJoiner;

/** The attributes by which a file tells that it is unfinished; VTK's readers pass over them. */
final class UnfinishedMarks {

    /** Of the group of the image: 1. */
    static final String UNFINISHED = "Unfinished";

    /** Of the group of the image: what the values are made from. */
    static final String SOURCE = "UnfinishedSource";

    /** Of the dataset of an array that will be contiguous: the address of the space reserved for it. */
    static final String RESERVED = "ReservedAddress";

    private UnfinishedMarks() {}

    /** What there is of the arrays of an unfinished file. */
    static String describe(List<ArrayReader> arrays) throws IOException {
        StringJoiner slices = new StringJoiner(", ");
        for (ArrayReader array : arrays) {
            slices.add(array.storedSlices() + " of " + array.dimensions().z() + " slices of "
                    + array.spec().association().groupName() + "/"
                    + array.spec().name());
        }
        return "an unfinished file" + (arrays.isEmpty() ? " without arrays" : " with " + slices);
    }

    static Attribute unfinished() {
        return Attribute.ofInts(UNFINISHED, 1);
    }

    static Attribute source(String description) {
        return Attribute.ofString(SOURCE, description);
    }

    static Attribute reserved(long address) {
        return Attribute.ofLongs(RESERVED, address);
    }
}
