package io.vtkhdf.plan;

import java.io.Closeable;
import java.io.IOException;

/** Where a worker's slab goes: the one file of all, or a part. */
interface SlabTarget extends Closeable {

    /** @param step of the whole series; 0 of an image */
    SlabValues values(int step, int array);

    /** Where a slab has come to be. */
    record Place(String part, long bytes) {}

    /** Makes what was written outlast the machine. */
    Place finish() throws IOException;

    /** Gives up, unless it is finished. */
    @Override
    void close() throws IOException;
}
