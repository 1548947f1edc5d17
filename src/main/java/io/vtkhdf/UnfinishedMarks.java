package io.vtkhdf;

import io.vtkhdf.hdf5.Attribute;

/** The attributes by which a file tells that it is unfinished; VTK's readers pass over them. */
final class UnfinishedMarks {

    /** Of the group of the image: 1. */
    static final String UNFINISHED = "Unfinished";

    /** Of the dataset of an array that will be contiguous: the address of the space reserved for it. */
    static final String RESERVED = "ReservedAddress";

    private UnfinishedMarks() {}

    static Attribute unfinished() {
        return Attribute.ofInts(UNFINISHED, 1);
    }

    static Attribute reserved(long address) {
        return Attribute.ofLongs(RESERVED, address);
    }
}
