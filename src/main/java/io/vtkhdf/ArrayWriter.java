package io.vtkhdf;

import java.io.IOException;

/** Skeleton: being written. */
public final class ArrayWriter {

    ArrayWriter() {}

    public ArraySpec spec() {
        throw new UnsupportedOperationException("skeleton");
    }

    /** The number of tuples along each axis. */
    public Dimensions dimensions() {
        throw new UnsupportedOperationException("skeleton");
    }

    /** {@code values}: a primitive array of the type's carrier, or a ByteBuffer (its byte order is honoured). */
    public void writeSlice(int slice, Object values) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    public void writeSlice(int slice, Object values, Order order) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    public void writeSlab(int firstSlice, int slices, Object values, Order order) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    /** The whole array at once. */
    public void write(Object values, Order order) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }
}
