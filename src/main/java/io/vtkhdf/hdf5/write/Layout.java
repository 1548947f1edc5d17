package io.vtkhdf.hdf5.write;

import io.vtkhdf.chunk.Filter;
import io.vtkhdf.hdf5.ByteWriter;
import java.io.IOException;
import java.util.List;

/** Where a dataset's data lie in the file (specification IV.A.2.i). */
public interface Layout {

    /** Writes what index there is, and returns the data layout message. */
    byte[] write(ByteWriter out) throws IOException;

    /** About how many bytes of the index the next commit writes, rather too many. */
    default long indexBytes() {
        return 0;
    }

    /** Says that all data are written. */
    default void complete() {}

    /** The filters in the order of writing. */
    List<Filter> filters();

    /** The bits of the fill value message that say when space is allocated. */
    int allocationTime();
}
