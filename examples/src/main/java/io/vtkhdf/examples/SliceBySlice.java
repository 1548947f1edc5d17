package io.vtkhdf.examples;

import io.vtkhdf.Axis;
import io.vtkhdf.Dimensions;
import io.vtkhdf.ImageGeometry;
import io.vtkhdf.ScalarType;
import io.vtkhdf.VtkhdfReader;
import io.vtkhdf.VtkhdfWriter;
import io.vtkhdf.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes an image larger than memory, one slice at a time; see {@link SliceBySliceArguments} for the command line. */
public final class SliceBySlice {

    private SliceBySlice() {}

    public static void main(String... args) throws IOException {
        var arguments = SliceBySliceArguments.parse(args);
        Path file = arguments.file();
        Dimensions size = arguments.dimensions();
        var geometry =
                ImageGeometry.of(size.extent()).withSpacing(1e-3, 2e-3, 5e-4).centred(Axis.Z);
        double[] slice = new double[size.x() * size.y()];

        long start = System.nanoTime();
        var options = WriteOptions.defaults().storage(arguments.storage()).overwrite();
        try (VtkhdfWriter writer = VtkhdfWriter.create(file, geometry, options)) {
            var array = writer.createPointArray("data", ScalarType.FLOAT64);
            for (int k = 0; k < size.z(); k++) {
                computeSlice(geometry, slice);
                array.writeSlice(k, slice);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double mb = size.count() * 8 / 1e6;
        System.out.printf("wrote %s points (%.0f MB) in %.2f s: %.0f MB/s%n", size, mb, seconds, mb / seconds);

        int index = Math.min(42, size.z() - 1);
        try (VtkhdfReader reader = VtkhdfReader.open(file)) {
            double[] readBack = (double[]) reader.pointArray("data").readSlice(index);
            computeSlice(geometry, slice);
            if (!Arrays.equals(readBack, slice)) {
                throw new IllegalStateException(file + ": slice " + index + " is not what was written");
            }
            System.out.println("read slice " + index + " back: the values are equal");
        }
    }

    /** √(x² + y²) at every point of a slice, x-fastest. */
    private static void computeSlice(ImageGeometry geometry, double[] slice) {
        double[] x = geometry.pointAxis(Axis.X);
        int i = 0;
        for (double y : geometry.pointAxis(Axis.Y)) {
            for (double xi : x) {
                slice[i++] = Math.sqrt(xi * xi + y * y);
            }
        }
    }
}
