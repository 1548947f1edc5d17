package io.vtkhdf.cli;

import io.vtkhdf.ArrayReader;
import io.vtkhdf.ArraySpec;
import io.vtkhdf.Axis;
import io.vtkhdf.Dimensions;
import io.vtkhdf.Order;
import io.vtkhdf.Region;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The values of one array across an axis, with the axis of the two left that comes first (x before y before z) fastest.
 *
 * @param width the tuples along the fast axis
 * @param height the tuples along the slow axis
 * @param bytes the values, little-endian
 */
record ImageSlice(ArraySpec spec, Axis fast, Axis slow, int width, int height, ByteBuffer bytes) {

    /** @throws UnsupportedOperationException if the slice takes 2^31 bytes or more */
    static ImageSlice read(ArrayReader array, Axis axis, int index) throws IOException {
        Dimensions dimensions = array.dimensions();
        Axis fast = axis == Axis.X ? Axis.Y : Axis.X;
        Axis slow = axis == Axis.Z ? Axis.Y : Axis.Z;
        int width = dimensions.along(fast);
        int height = dimensions.along(slow);
        ByteBuffer bytes =
                ByteBuffer.allocate(size((long) width * height, array.spec())).order(ByteOrder.LITTLE_ENDIAN);
        array.readRegion(Region.slice(dimensions, axis, index), Order.X_FASTEST, bytes);
        return new ImageSlice(array.spec(), fast, slow, width, height, bytes.flip());
    }

    private static int size(long tuples, ArraySpec spec) {
        long bytes = Math.multiplyExact(tuples, (long) spec.tupleSize());
        if (bytes > Integer.MAX_VALUE) {
            throw new UnsupportedOperationException(
                    "array '" + spec.name() + "': found a slice of " + bytes + " bytes, expected fewer than 2^31");
        }
        return (int) bytes;
    }

    int tuples() {
        return width * height;
    }

    /** The values as a new array of the type's carrier. */
    Object values() {
        return spec.type().toArray(bytes);
    }
}
