package io.vtkhdf.plan;

import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.Slab;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Where the values go that an array has in a slab; of a series, at one step. Thread-safe. */
@FunctionalInterface
interface SlabValues {

    /**
     * Makes sure that something may be written now.
     *
     * @throws IllegalStateException if something else is to be written first
     */
    default void begin() throws IOException {
        // In one file of all, everything has its place.
    }

    /**
     * Takes bytes of the array as they stand in a file.
     *
     * @param place from the array's first value on
     */
    void write(long place, ByteBuffer bytes) throws IOException;

    /** Takes slices as the caller gave them, all of which {@link #write(long, ByteBuffer)} has had. */
    default void write(Slab slices, Object values, Order order) throws IOException {
        // Their bytes are there.
    }

    /** Takes a box, likewise. */
    default void write(Region box, Object values, Order order) throws IOException {
        // Its bytes are there.
    }
}
