package io.vtkhdf.cli.slice;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
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
public record ImageSlice(ArraySpec spec, Axis fast, Axis slow, int width, int height, ByteBuffer bytes) {

    /** @throws UnsupportedOperationException if the slice takes 2^31 bytes or more */
    public static ImageSlice read(SlicePlane plane) throws IOException {
        int height = plane.height();
        ByteBuffer bytes = ByteBuffer.allocate(size(plane.rowBytes(), height, plane.spec()))
                .order(ByteOrder.LITTLE_ENDIAN);
        plane.readRows(0, height, bytes);
        return new ImageSlice(plane.spec(), plane.fast(), plane.slow(), plane.width(), height, bytes.flip());
    }

    private static int size(long rowBytes, int rows, ArraySpec spec) {
        long bytes = Math.multiplyExact(rowBytes, (long) rows);
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
