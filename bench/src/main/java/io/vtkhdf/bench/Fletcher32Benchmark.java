package io.vtkhdf.bench;

import io.vtkhdf.chunk.Fletcher32;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The checksum of a chunk of 2 MiB. */
@State(Scope.Thread)
public class Fletcher32Benchmark extends MicroBenchmark {

    private final byte[] chunk = new byte[2 << 20];

    @Setup
    public void fill() {
        new Random(1).nextBytes(chunk);
    }

    @Benchmark
    public int checksum() {
        return Fletcher32.of(chunk, chunk.length);
    }
}
