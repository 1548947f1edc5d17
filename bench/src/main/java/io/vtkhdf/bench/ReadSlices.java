package io.vtkhdf.bench;

import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.Slab;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * {@code ReadSlices FILE SLICES|buffer}: reads the whole array "data", so many slices at a time, or one at a time into
 * one buffer.
 */
public final class ReadSlices {

    private ReadSlices() {}

    public static void main(String... args) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(Path.of(args[0]))) {
            ArrayReader array = reader.pointArray("data");
            if (args[1].equals("buffer")) {
                readIntoBuffer(array);
            } else {
                read(array, Integer.parseInt(args[1]));
            }
        }
    }

    private static void read(ArrayReader array, int step) throws IOException {
        int nz = array.dimensions().z();
        for (int k = 0; k < nz; k += step) {
            array.read(Region.slab(array.dimensions(), new Slab(k, Math.min(step, nz - k))), Order.X_FASTEST);
        }
    }

    private static void readIntoBuffer(ArrayReader array) throws IOException {
        Dimensions size = array.dimensions();
        ByteBuffer slice = ByteBuffer.allocateDirect(
                        size.x() * size.y() * array.spec().type().size())
                .order(ByteOrder.nativeOrder());
        for (int k = 0; k < size.z(); k++) {
            array.read(Region.slab(size, new Slab(k, 1)), slice.clear(), Order.X_FASTEST);
        }
    }
}
