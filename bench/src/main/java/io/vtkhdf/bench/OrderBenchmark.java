package io.vtkhdf.bench;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A raw image of 512 x 512 x 8 points, 16 MiB, from VTK's order, and transposed from C order. */
@State(Scope.Thread)
public class OrderBenchmark extends MicroBenchmark {

    private static final int N = 512;
    private static final int SLICES = 8;

    @Param
    Order order;

    private final double[] values = new double[N * N * SLICES];
    private Path directory;

    @Setup
    public void createDirectory() throws IOException {
        directory = Files.createTempDirectory("vtkhdf-bench");
    }

    @TearDown
    public void deleteDirectory() throws IOException {
        Files.delete(file());
        Files.delete(directory);
    }

    private Path file() {
        return directory.resolve("order.vtkhdf");
    }

    @Benchmark
    public void write() throws IOException {
        WriteOptions options = WriteOptions.defaults().withOverwrite(true).withInPlace(true);
        try (ImageDataWriter writer = ImageDataWriter.create(file(), ImageGeometry.of(N, N, SLICES), options)) {
            ArrayWriter array = writer.createArray(ArraySpec.point("data", ScalarType.FLOAT64));
            array.write(values, order);
            writer.finish();
        }
    }
}
