package io.vtkhdf.examples;

import io.vtkhdf.image.Axis;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes an image larger than memory, one slice at a time; see {@link SliceBySliceArguments} for the command line. */
public final class SliceBySlice {

    private SliceBySlice() {}

    public static void main(String... args) {
        try {
            run(args);
        } catch (IllegalArgumentException e) {
            System.err.println("SliceBySlice: " + e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            System.err.println("SliceBySlice: " + e);
            System.exit(3);
        }
    }

    private static void run(String... args) throws IOException {
        var arguments = SliceBySliceArguments.parse(args);
        var geometry = arguments.geometry().withSpacing(1e-3, 2e-3, 5e-4).centred(Axis.Z);
        long start = System.nanoTime();
        write(arguments.file(), geometry, WriteOptions.defaults().withStorage(arguments.storage()));
        double seconds = (System.nanoTime() - start) / 1e9;
        double mb = geometry.dimensions().count() * 8 / 1e6;
        System.out.printf("wrote %.0f MB in %.2f s: %.0f MB/s%n", mb, seconds, mb / seconds);
        check(arguments.file(), Math.min(42, geometry.dimensions().z() - 1));
    }

    private static void write(Path file, ImageGeometry geometry, WriteOptions options) throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, geometry, options.withOverwrite(true))) {
            var array = writer.createPointArray("data", ScalarType.FLOAT64);
            double[] slice =
                    new double[array.dimensions().x() * array.dimensions().y()];
            for (int k = 0; k < array.dimensions().z(); k++) {
                array.writeSlice(k, distances(geometry, slice));
            }
            writer.finish();
        }
    }

    private static void check(Path file, int k) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            double[] slice = reader.pointArray("data").readDoubles(k);
            if (!Arrays.equals(slice, distances(reader.geometry(), new double[slice.length]))) {
                throw new IllegalStateException(file + ": slice " + k + " is not what was written");
            }
            System.out.println("read slice " + k + " back: the values are equal");
        }
    }

    /** √(x² + y²) at every point of a slice, x-fastest. */
    private static double[] distances(ImageGeometry geometry, double[] slice) {
        double[] x = geometry.pointAxis(Axis.X);
        int i = 0;
        for (double y : geometry.pointAxis(Axis.Y)) {
            for (double xi : x) {
                slice[i++] = Math.sqrt(xi * xi + y * y);
            }
        }
        return slice;
    }
}
