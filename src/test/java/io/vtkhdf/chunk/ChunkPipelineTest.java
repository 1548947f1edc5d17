package io.vtkhdf.chunk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.hdf5.write.ChunkTable;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.testing.HangGuard;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of those who wait when a thread of the pipeline ends. */
@HangGuard
class ChunkPipelineTest {

    private static final ChunkEncoder ENCODER = new ChunkEncoder(4, 1, true, false);

    private static final LongConsumer DEAF = bytes -> {};

    @TempDir
    private Path directory;

    private Hdf5Writer create() throws IOException {
        Path path = directory.resolve("a.h5");
        return Hdf5Writer.create(
                path,
                FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                Hdf5Writer.Durability.CACHED);
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

    /** Engines that compress the first so many chunks, and work at any other until they are cancelled. */
    private static final class SlowEngines implements Supplier<ZlibEngine> {
        private final AtomicInteger begun = new AtomicInteger();
        private final int quick;
        private final CountDownLatch busy;

        SlowEngines(int quick, int threads) {
            this.quick = quick;
            this.busy = new CountDownLatch(threads);
        }

        @Override
        public ZlibEngine get() {
            ZlibEngine engine = ZlibEngines.JDK.open();
            CountDownLatch cancelled = new CountDownLatch(1);
            return new ZlibEngine() {
                @Override
                public int deflate(byte[] source, int length, int level, byte[] target) {
                    begun.incrementAndGet();
                    if (source[0] < quick) {
                        return engine.deflate(source, length, level, target);
                    }
                    busy.countDown();
                    await(cancelled);
                    throw new CancellationException();
                }

                @Override
                public void cancel() {
                    cancelled.countDown();
                }

                @Override
                public boolean inflate(byte[] stream, int from, int length, byte[] plain, int size) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void close() {
                    engine.close();
                }
            };
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void submit(ChunkPipeline pipeline, ChunkTable table, int chunk) throws IOException {
        ChunkBuffers buffers = pipeline.acquire(100);
        buffers.data()[0] = (byte) chunk;
        pipeline.submit(buffers, 100, ENCODER, table, chunk);
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
        try (Hdf5Writer file = create();
                ChunkPipeline pipeline = new ChunkPipeline(file, ChunkPipelineTest::noEngine, threads, 1 << 20, DEAF)) {
            assertFailed(OutOfMemoryError.class, pipeline);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 99})
    void fails_when_a_chunk_cannot_be_encoded(int chunk) throws IOException {
        try (Hdf5Writer file = create();
                ChunkPipeline pipeline = new ChunkPipeline(file, failingAfter(chunk), 2, 1 << 20, DEAF)) {
            assertFailed(OutOfMemoryError.class, pipeline);
        }
    }

    @Test
    void fails_when_a_chunk_cannot_be_placed() throws IOException {
        try (Hdf5Writer file = create();
                ChunkPipeline pipeline = new ChunkPipeline(file, ZlibEngines.JDK::open, 2, 1 << 20, DEAF)) {
            submit(pipeline, new ChunkTable(1), 1);
            assertFailed(ArrayIndexOutOfBoundsException.class, pipeline);
        }
    }

    @Test
    void goes_on_when_its_idle_threads_are_interrupted() throws IOException {
        try (Hdf5Writer file = create();
                ChunkPipeline pipeline = new ChunkPipeline(file, ZlibEngines.JDK::open, 3, 1 << 20, DEAF)) {
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

    /** Of the work, not of the time, that closing still costs: no chunk more is compressed, and none to its end. */
    @ParameterizedTest
    @CsvSource({"1, 0", "1, 2", "3, 0", "3, 7"})
    void drops_at_once_what_is_not_compressed_when_it_is_abandoned(int threads, int quick) throws IOException {
        SlowEngines engines = new SlowEngines(quick, threads);
        AtomicLong heard = new AtomicLong();
        ChunkTable table = new ChunkTable(100);
        try (Hdf5Writer file = create();
                ChunkPipeline pipeline = new ChunkPipeline(file, engines, threads, 1 << 20, heard::addAndGet)) {
            int chunks = quick + threads + 1; // One more than are being worked at.
            for (int chunk = 0; chunk < chunks; chunk++) {
                submit(pipeline, table, chunk);
            }
            await(engines.busy);
            pipeline.abandon();
            assertEquals(quick + threads, engines.begun.get());
            assertEquals(100L * quick, heard.get());
            for (int chunk = 0; chunk < chunks; chunk++) {
                assertEquals(chunk < quick, table.address(chunk) >= 0, "chunk " + chunk);
            }
            assertThrows(ChunkPipeline.ClosedException.class, () -> pipeline.acquire(100));
            assertThrows(ChunkPipeline.ClosedException.class, pipeline::drain);
            file.requireHealthy();
        }
    }

    @Test
    void whoever_waits_hears_that_it_is_abandoned() throws Exception {
        SlowEngines engines = new SlowEngines(0, 1);
        try (Hdf5Writer file = create();
                ChunkPipeline pipeline = new ChunkPipeline(file, engines, 1, 1 << 20, DEAF)) {
            FutureTask<Void> waiting = new FutureTask<>(() -> {
                submitAll(pipeline);
                return null;
            });
            new Thread(waiting).start();
            await(engines.busy);
            pipeline.abandon();
            ExecutionException failure = assertThrows(ExecutionException.class, waiting::get);
            assertSame(ChunkPipeline.ClosedException.class, failure.getCause().getClass());
        }
    }

    @Test
    void tells_of_values_when_they_are_written_not_when_they_wait() throws IOException {
        SlowEngines engines = new SlowEngines(3, 1);
        AtomicLong heard = new AtomicLong();
        try (Hdf5Writer file = create();
                ChunkPipeline pipeline = new ChunkPipeline(file, engines, 1, 1 << 20, heard::addAndGet)) {
            ChunkTable table = new ChunkTable(100);
            for (int chunk = 0; chunk < 5; chunk++) {
                ChunkBuffers buffers = pipeline.acquire(100);
                buffers.data()[0] = (byte) chunk;
                pipeline.submit(buffers, 90, ENCODER, table, chunk); // 10 of its bytes are beyond the array.
            }
            await(engines.busy);
            assertEquals(3 * 90, heard.get());
        }
    }
}
