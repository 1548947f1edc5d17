package io.vtkhdf.bench;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A slice of 256 x 64 float64 points across an axis, out of bricks of 32 x 32 x 32, at another place each time. */
@State(Scope.Thread)
public class CrossSliceBenchmark extends MicroBenchmark {

    private static final int N = 256;
    private static final int SLICES = 64;

    @Param
    Axis axis;

    private Path file;
    private ImageDataReader reader;
    private ArrayReader array;
    private int next;

    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("vtkhdf-bench", ".vtkhdf");
        Files.delete(file);
        double[] slice = new double[N * N];
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(N, N, SLICES))) {
            ArrayWriter written = writer.createArray(
                    ArraySpec.point("data", ScalarType.FLOAT64), Storage.fast().withChunk(ChunkShape.of(32, 32, 32)));
            for (int k = 0; k < SLICES; k++) {
                for (int i = 0; i < slice.length; i++) {
                    slice[i] = Math.sqrt(i % N + (double) i / N + k);
                }
                written.writeSlice(k, slice);
            }
            writer.finish();
        }
        reader = ImageDataReader.open(file);
        array = reader.pointArray("data");
    }

    @TearDown
    public void delete() throws IOException {
        reader.close();
        Files.delete(file);
    }

    @Benchmark
    public Object read() throws IOException {
        next = (next + 67) % array.dimensions().along(axis);
        return array.readSlice(axis, next, Order.X_FASTEST);
    }
}
