package io.vtkhdf.bench;

import io.vtkhdf.ArrayReader;
import io.vtkhdf.Order;
import io.vtkhdf.Region;
import io.vtkhdf.VtkhdfReader;
import java.io.IOException;
import java.nio.file.Path;

/** {@code ReadSlices FILE SLICES}: reads the whole array "data", so many slices at a time. */
public final class ReadSlices {

    private ReadSlices() {}

    public static void main(String... args) throws IOException {
        int step = Integer.parseInt(args[1]);
        try (VtkhdfReader reader = VtkhdfReader.open(Path.of(args[0]))) {
            ArrayReader array = reader.pointArray("data");
            int nz = array.dimensions().z();
            for (int k = 0; k < nz; k += step) {
                array.readRegion(Region.slab(array.dimensions(), k, Math.min(step, nz - k)), Order.X_FASTEST);
            }
        }
    }
}
