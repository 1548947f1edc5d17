package io.vtkhdf.bench;

import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.file.Path;

/** {@code ReadSteps FILE COUNT}: opens a time series, and reads the array "data" at steps spread over it. */
public final class ReadSteps {

    private ReadSteps() {}

    public static void main(String... args) throws IOException {
        int count = Integer.parseInt(args[1]);
        try (ImageDataReader reader = ImageDataReader.open(Path.of(args[0]))) {
            for (int i = 1; i <= count; i++) {
                ArrayReader array =
                        reader.atStep(reader.steps() * i / (count + 1)).pointArray("data");
                array.read(Region.all(array.dimensions()), Order.X_FASTEST);
            }
        }
    }
}
