package io.vtkhdf.bench;

import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.StepWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * {@code WriteSteps POOL NX NY NZ STEPS growing|known|committed raw|gzip FILE}: writes a time series of float64, slice
 * by slice; of steps whose number is known at first or not, or that are committed one by one.
 */
public final class WriteSteps {

    private WriteSteps() {}

    public static void main(String... args) throws IOException {
        Dimensions size =
                new Dimensions(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        int steps = Integer.parseInt(args[4]);
        SlicePool pool = new SlicePool(Path.of(args[0]), ScalarType.FLOAT64, size);
        TimeAxis axis = args[5].equals("known")
                ? TimeAxis.of(IntStream.range(0, steps).asDoubleStream().toArray())
                : TimeAxis.growing();
        WriteOptions options =
                WriteOptions.defaults().withStorage(args[6].equals("gzip") ? Storage.gzip(1) : Storage.raw());
        try (ImageSeriesWriter series =
                ImageSeriesWriter.create(Path.of(args[7]), ImageGeometry.of(size.extent()), axis, options)) {
            for (int n = 0; n < steps; n++) {
                write(series.step(n), pool, n * size.z());
                if (args[5].equals("committed")) {
                    series.commit();
                }
            }
            series.finish();
        }
    }

    /** Writes all of a step. */
    static void write(StepWriter step, SlicePool pool, int firstSlice) throws IOException {
        ArrayWriter array = step.createPointArray("data", ScalarType.FLOAT64);
        for (int k = 0; k < array.dimensions().z(); k++) {
            array.writeSlice(k, pool.get(firstSlice + k));
        }
        step.finish();
    }
}
