package io.vtkhdf.bench;

import io.vtkhdf.chunk.Shuffle;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The byte shuffle of a chunk of 2 MiB. */
@State(Scope.Thread)
public class ShuffleBenchmark extends MicroBenchmark {

    @Param({"4", "8"})
    int elementSize;

    private final byte[] source = new byte[2 << 20];
    private final byte[] target = new byte[source.length];

    @Setup
    public void fill() {
        new Random(1).nextBytes(source);
    }

    @Benchmark
    public byte[] shuffle() {
        Shuffle.shuffle(source, source.length, elementSize, target);
        return target;
    }

    @Benchmark
    public byte[] unshuffle() {
        Shuffle.unshuffle(source, source.length, elementSize, target);
        return target;
    }
}
