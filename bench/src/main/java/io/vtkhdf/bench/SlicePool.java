package io.vtkhdf.bench;

import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A few slices, computed before anything is measured, which are written again and again: a file of their little-endian
 * values one after the other.
 */
public final class SlicePool {

    private final Object[] slices;

    /** @param dimensions of the image to be written; the pool's slices are as large as its own */
    public SlicePool(Path file, ScalarType type, Dimensions dimensions) throws IOException {
        int values = Math.multiplyExact(dimensions.x(), dimensions.y());
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        slices = new Object[bytes.remaining() / (values * type.size())];
        for (int i = 0; i < slices.length; i++) {
            slices[i] = take(
                    bytes.slice(i * values * type.size(), values * type.size()).order(ByteOrder.LITTLE_ENDIAN),
                    type,
                    values);
        }
    }

    private static Object take(ByteBuffer bytes, ScalarType type, int values) {
        switch (type) {
            case FLOAT64 -> {
                double[] slice = new double[values];
                bytes.asDoubleBuffer().get(slice);
                return slice;
            }
            case INT32 -> {
                int[] slice = new int[values];
                bytes.asIntBuffer().get(slice);
                return slice;
            }
            default -> throw new IllegalArgumentException("found " + type + ", expected FLOAT64 or INT32");
        }
    }

    /** Any slice of the image. */
    public Object get(int slice) {
        return slices[slice % slices.length];
    }
}
