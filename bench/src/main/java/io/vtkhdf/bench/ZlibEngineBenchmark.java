package io.vtkhdf.bench;

import io.vtkhdf.chunk.Shuffle;
import io.vtkhdf.chunk.ZlibEngine;
import io.vtkhdf.chunk.ZlibEngines;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Whole zlib streams of a shuffled float64 slice of 512 x 512 points, 2 MiB. */
@State(Scope.Thread)
public class ZlibEngineBenchmark extends MicroBenchmark {

    private static final int N = 512;

    @Param
    ZlibEngines engines;

    @Param({"1", "2"})
    int level;

    @Param({"0", "1e-3"})
    double noise;

    private final byte[] shuffled = new byte[N * N * Double.BYTES];
    private final byte[] inflated = new byte[shuffled.length];
    private final byte[] target = new byte[ZlibEngine.capacityFor(shuffled.length)];
    private final byte[] stream = new byte[target.length];
    private int size;
    private ZlibEngine engine;

    @Setup
    public void fill() {
        engine = engines.open();
        Random random = new Random(1);
        ByteBuffer slice = ByteBuffer.allocate(shuffled.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int j = 0; j < N; j++) {
            for (int i = 0; i < N; i++) {
                slice.putDouble(Math.sqrt(1e-6 * i * i + 4e-6 * j * j) + noise * random.nextGaussian());
            }
        }
        Shuffle.shuffle(slice.array(), shuffled.length, Double.BYTES, shuffled);
        size = engine.deflate(shuffled, shuffled.length, level, stream);
    }

    @TearDown
    public void end() {
        engine.close();
    }

    @Benchmark
    public int deflate() {
        return engine.deflate(shuffled, shuffled.length, level, target);
    }

    @Benchmark
    public boolean inflate() {
        return engine.inflate(stream, 0, size, inflated, inflated.length);
    }
}
