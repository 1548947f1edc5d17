package io.vtkhdf.hdf5.write;

import io.vtkhdf.hdf5.ByteWriter;
import java.io.IOException;

/** What a link can lead to: a group or a dataset. */
public sealed interface Node permits Group, Dataset {

    /** Writes the metadata of this node and of all below it, and returns the address of its object header. */
    long write(ByteWriter out) throws IOException;

    /**
     * About how many bytes the next commit writes for this node and all below it, rather too many, if little has been
     * added since the last one.
     */
    long treeBytes();
}
