package io.vtkhdf.bench;

import io.vtkhdf.chunk.AxisReversal;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The transpose of a float64 slice of 1200 x 1501 points, beside a plain copy of its bytes. */
@State(Scope.Thread)
public class AxisReversalBenchmark extends MicroBenchmark {

    private static final int NX = 1200;
    private static final int NY = 1501;

    private final byte[] source = new byte[NX * NY * Double.BYTES];
    private final byte[] target = new byte[source.length];

    @Setup
    public void fill() {
        new Random(1).nextBytes(source);
    }

    @Benchmark
    public byte[] transpose() {
        AxisReversal.reverse(source, NX, NY, 1, Double.BYTES, target);
        return target;
    }

    @Benchmark
    public byte[] copy() {
        System.arraycopy(source, 0, target, 0, source.length);
        return target;
    }
}
