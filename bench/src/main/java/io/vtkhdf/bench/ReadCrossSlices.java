package io.vtkhdf.bench;

import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Order;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.file.Path;

/**
 * {@code ReadCrossSlices FILE COUNT}: reads x slices spread over the array "data", and prints the seconds that this
 * took.
 */
public final class ReadCrossSlices {

    private ReadCrossSlices() {}

    public static void main(String... args) throws IOException {
        int count = Integer.parseInt(args[1]);
        try (ImageDataReader reader = ImageDataReader.open(Path.of(args[0]))) {
            ArrayReader array = reader.pointArray("data");
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                array.readSlice(Axis.X, array.dimensions().x() * i / count, Order.X_FASTEST);
            }
            System.out.println((System.nanoTime() - start) / 1e9);
        }
    }
}
