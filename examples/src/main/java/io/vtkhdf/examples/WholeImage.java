package io.vtkhdf.examples;

import io.vtkhdf.image.Axes;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes an image that fits in memory as a whole, and reads it back: {@code WholeImage [FILE]}. */
public final class WholeImage {

    private WholeImage() {}

    public static void main(String... args) {
        try {
            run(Path.of(args.length > 0 ? args[0] : "myimage.vtkhdf"));
        } catch (IllegalArgumentException e) {
            System.err.println("WholeImage: " + e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            System.err.println("WholeImage: " + e);
            System.exit(3);
        }
    }

    private static void run(Path file) throws IOException {
        // Centred at x = y = 0, with the first slice at z = 0.
        ImageGeometry geometry =
                ImageGeometry.of(91, 51, 121).withSpacing(.01, .013, .03).centred(Axis.Z);
        double[] data = paraboloid(geometry);

        try (ImageDataWriter writer =
                ImageDataWriter.create(file, geometry, WriteOptions.defaults().withOverwrite(true))) {
            writer.createPointArray("data", ScalarType.FLOAT64).write(data, Order.X_FASTEST);
            writer.finish();
        }
        System.out.println("wrote " + geometry.dimensions() + " points to " + file);

        try (ImageDataReader reader = ImageDataReader.open(file)) {
            double[] readBack = reader.pointArray("data").readDoubles();
            if (!reader.geometry().equals(geometry) || !Arrays.equals(readBack, data)) {
                throw new IllegalStateException(file + ": read back something else than was written");
            }
        }
        System.out.println("read them back: geometry and values are equal");
    }

    /** x² + y² at every point. */
    private static double[] paraboloid(ImageGeometry geometry) {
        double[][] mesh = Axes.mesh(geometry.pointAxis(Axis.X), geometry.pointAxis(Axis.Y), geometry.pointAxis(Axis.Z));
        double[] data = new double[mesh[0].length];
        for (int i = 0; i < data.length; i++) {
            data[i] = mesh[0][i] * mesh[0][i] + mesh[1][i] * mesh[1][i];
        }
        return data;
    }
}
