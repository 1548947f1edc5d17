package io.vtkhdf.bench;

import io.vtkhdf.chunk.Shuffle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.Deflater;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The JDK's deflate of a shuffled float64 slice of 512 x 512 points. */
@State(Scope.Thread)
public class DeflateBenchmark extends MicroBenchmark {

    private static final int N = 512;

    @Param({"1", "4"})
    int level;

    private final byte[] shuffled = new byte[N * N * Double.BYTES];
    private final byte[] target = new byte[2 * shuffled.length];
    private Deflater deflater;

    @Setup
    public void fill() {
        deflater = new Deflater(level);
        ByteBuffer slice = ByteBuffer.allocate(shuffled.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int j = 0; j < N; j++) {
            for (int i = 0; i < N; i++) {
                slice.putDouble(Math.sqrt(1e-6 * i * i + 4e-6 * j * j));
            }
        }
        Shuffle.shuffle(slice.array(), shuffled.length, Double.BYTES, shuffled);
    }

    @TearDown
    public void end() {
        deflater.end();
    }

    @Benchmark
    public int deflate() {
        deflater.reset();
        deflater.setInput(shuffled);
        deflater.finish();
        return deflater.deflate(target);
    }
}
