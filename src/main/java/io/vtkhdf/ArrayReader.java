package io.vtkhdf;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Skeleton: being written. */
public final class ArrayReader {

    ArrayReader() {}

    public ArraySpec spec() {
        throw new UnsupportedOperationException("skeleton");
    }

    /** The number of tuples along each axis. */
    public Dimensions dimensions() {
        throw new UnsupportedOperationException("skeleton");
    }

    public StoredLayout storage() {
        throw new UnsupportedOperationException("skeleton");
    }

    /** A z slice, x-fastest, as a primitive array of the type's carrier. */
    public Object readSlice(int slice) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    public Object readSlice(Axis axis, int index, Order order) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    public Object readRegion(Region region, Order order) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    /** Into a buffer, from its position on, in its byte order; advances the position. */
    public void readRegion(Region region, Order order, ByteBuffer target) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    /** The whole array. */
    public Object read(Order order) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }
}
