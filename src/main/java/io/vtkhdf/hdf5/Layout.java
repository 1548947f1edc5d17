package io.vtkhdf.hdf5;

import java.util.List;

/** Where a dataset's data lie in the file (specification IV.A.2.i). */
public sealed interface Layout permits ContiguousLayout, ChunkedLayout {

    /** Writes what index there is, and returns the data layout message. */
    byte[] write(MetadataBuffer out);

    /** The filters in the order of writing. */
    List<Filter> filters();

    /** The bits of the fill value message that say when space is allocated. */
    int allocationTime();
}
