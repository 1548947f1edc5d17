package io.vtkhdf.chunk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.hdf5.ChunkTable;
import io.vtkhdf.hdf5.Hdf5File;
import io.vtkhdf.testing.HangGuard;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of those who wait when a thread of the pipeline ends. */
@HangGuard
class ChunkPipelineTest {

    private static final ChunkEncoder ENCODER = new ChunkEncoder(4, 1, true, false);

    @TempDir
    private Path directory;

    private Hdf5File create() throws IOException {
        Path path = directory.resolve("a.h5");
        return Hdf5File.create(
                path,
                FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                Hdf5File.Durability.CACHED);
    }

    private static ZlibEngine noEngine() {
        throw new OutOfMemoryError("no deflater");
    }

    /** An engine that can be had, but fails with the chunk after so many. */
    private static Supplier<ZlibEngine> failingAfter(int chunks) {
        AtomicInteger left = new AtomicInteger(chunks);
        return () -> new ZlibEngine() {
            private final ZlibEngine engine = ZlibEngines.JDK.open();

            @Override
            public int deflate(byte[] source, int length, int level, byte[] target) {
                if (left.getAndDecrement() == 0) {
                    throw new OutOfMemoryError("no deflater");
                }
                return engine.deflate(source, length, level, target);
            }

            @Override
            public boolean inflate(byte[] stream, int from, int length, byte[] plain, int size) {
                return engine.inflate(stream, from, length, plain, size);
            }

            @Override
            public void close() {
                engine.close();
            }
        };
    }

    private static void submit(ChunkPipeline pipeline, ChunkTable table, int chunk) throws IOException {
        pipeline.submit(pipeline.acquire(100), ENCODER, table, chunk);
    }

    private static void submitAll(ChunkPipeline pipeline) throws IOException {
        ChunkTable table = new ChunkTable(100);
        for (int chunk = 0; chunk < 100; chunk++) {
            submit(pipeline, table, chunk);
        }
        pipeline.drain();
    }

    private static void assertFailed(Class<? extends Throwable> cause, ChunkPipeline pipeline) {
        IOException first = assertThrows(IOException.class, () -> submitAll(pipeline));
        IOException again = assertThrows(IOException.class, pipeline::drain);
        assertSame(cause, first.getCause().getClass());
        assertEquals(first.getMessage(), again.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void fails_when_its_threads_cannot_begin(int threads) throws IOException {
        try (Hdf5File file = create();
                ChunkPipeline pipeline = new ChunkPipeline(file, ChunkPipelineTest::noEngine, threads, 1 << 20)) {
            assertFailed(OutOfMemoryError.class, pipeline);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 99})
    void fails_when_a_chunk_cannot_be_encoded(int chunk) throws IOException {
        try (Hdf5File file = create();
                ChunkPipeline pipeline = new ChunkPipeline(file, failingAfter(chunk), 2, 1 << 20)) {
            assertFailed(OutOfMemoryError.class, pipeline);
        }
    }

    @Test
    void fails_when_a_chunk_cannot_be_placed() throws IOException {
        try (Hdf5File file = create();
                ChunkPipeline pipeline = new ChunkPipeline(file, ZlibEngines.JDK::open, 2, 1 << 20)) {
            submit(pipeline, new ChunkTable(1), 1);
            assertFailed(ArrayIndexOutOfBoundsException.class, pipeline);
        }
    }

    @Test
    void goes_on_when_its_idle_threads_are_interrupted() throws IOException {
        try (Hdf5File file = create();
                ChunkPipeline pipeline = new ChunkPipeline(file, ZlibEngines.JDK::open, 3, 1 << 20)) {
            for (int round = 0; round < 20; round++) {
                submitAll(pipeline);
                Thread[] threads = new Thread[Thread.activeCount() + 10];
                int count = Thread.enumerate(threads);
                for (int i = 0; i < count; i++) {
                    if (threads[i].getName().startsWith("vtkhdf-chunk-")) {
                        threads[i].interrupt();
                    }
                }
            }
        }
    }
}
