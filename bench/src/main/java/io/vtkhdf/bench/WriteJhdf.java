package io.vtkhdf.bench;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.nio.file.Path;

/**
 * {@code WriteJhdf POOL NX NY NZ FILE}: writes the float64 slices as one array by jHDF's writer, which has the array
 * whole in memory.
 */
public final class WriteJhdf {

    private WriteJhdf() {}

    public static void main(String... args) throws IOException {
        Dimensions size =
                new Dimensions(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        SlicePool pool = new SlicePool(Path.of(args[0]), ScalarType.FLOAT64, size);
        double[][][] image = new double[size.z()][size.y()][size.x()];
        for (int k = 0; k < size.z(); k++) {
            double[] slice = (double[]) pool.get(k);
            for (int j = 0; j < size.y(); j++) {
                System.arraycopy(slice, j * size.x(), image[k][j], 0, size.x());
            }
        }
        try (WritableHdfFile file = HdfFile.write(Path.of(args[4]))) {
            WritableGroup group = file.putGroup("VTKHDF");
            group.putGroup("PointData").putDataset("data", image);
        }
    }
}
