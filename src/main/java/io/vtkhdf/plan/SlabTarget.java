package io.vtkhdf.plan;

import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.Slab;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Where a worker's slab goes: the one file of all, or a part. */
interface SlabTarget extends Closeable {

    /**
     * Takes bytes of an array as they stand in a file.
     *
     * @param place from the array's first value on
     */
    void write(int array, long place, ByteBuffer bytes) throws IOException;

    /** Takes slices as the caller gave them, all of which {@link #write(int, long, ByteBuffer)} has had. */
    void write(int array, Slab slices, Object values, Order order) throws IOException;

    /** Takes a box, likewise. */
    void write(int array, Region box, Object values, Order order) throws IOException;

    /** Where a slab has come to be. */
    record Place(String part, long bytes) {}

    /** Makes what was written outlast the machine. */
    Place finish() throws IOException;

    /** Gives up, unless it is finished. */
    @Override
    void close() throws IOException;
}
