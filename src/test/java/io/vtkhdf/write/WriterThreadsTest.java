package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.testing.HangGuard;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WriterThreadsTest extends WriterFixture {

    @Test
    void writes_the_same_bytes_whatever_the_number_of_threads() throws IOException {
        byte[] expected = null;
        for (int threads : new int[] {1, 2, 7}) {
            Path path = directory.resolve(threads + ".vtkhdf");
            WriteOptions options = WriteOptions.defaults()
                    .withStorage(Storage.gzip(1))
                    .withThreads(threads)
                    .withDeflateEngine(DeflateEngine.JDK) // ISA-L's bytes are not always the same.
                    .withCommits(Commits.onDemand());
            try (ImageDataWriter writer = ImageDataWriter.create(path, ImageGeometry.of(50, 40, 30), options)) {
                ArrayWriter slices = writer.createPointArray("slices", ScalarType.FLOAT32);
                ArrayWriter bricks = writer.createArray(
                        ArraySpec.point("bricks", ScalarType.FLOAT32),
                        Storage.gzip(6).withChunk(ChunkShape.of(16, 16, 8)));
                Random random = new Random(7);
                for (int k = 0; k < 30; k++) {
                    float[] values = new float[2000];
                    IntStream.range(0, 2000).forEach(i -> values[i] = (float) Math.rint(10 * random.nextGaussian()));
                    slices.writeSlice(k, values);
                    bricks.writeSlice(k, values);
                }
                writer.finish();
            }
            byte[] bytes = Files.readAllBytes(path);
            expected = expected == null ? bytes : expected;
            assertArrayEquals(expected, bytes, threads + " threads");
        }
    }

    @Test
    void shows_a_consistent_image_at_each_commit_while_threads_write() throws Exception {
        ImageGeometry image = ImageGeometry.of(16, 8, 400);
        WriteOptions options = WriteOptions.defaults().withInPlace(true).withMemory(50_000);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        int commits = 0;
        try (ImageDataWriter writer = ImageDataWriter.create(file, image, options)) {
            List<ArrayWriter> arrays = List.of(
                    writer.createArray(ArraySpec.point("slices", ScalarType.FLOAT64), Storage.gzip(1)),
                    writer.createArray(
                            ArraySpec.point("bricks", ScalarType.FLOAT64),
                            Storage.gzip(6).withChecksum().withChunk(ChunkShape.of(5, 3, 4))),
                    writer.createArray(
                            ArraySpec.point("one", ScalarType.FLOAT64),
                            Storage.gzip(1).withChunk(ChunkShape.of(16, 8, 400))));
            List<Future<?>> done = new ArrayList<>();
            for (ArrayWriter array : arrays) {
                for (int part = 0; part < 2; part++) {
                    int from = 200 * part;
                    done.add(threads.submit(() -> writeSlices(array, from, from + 200)));
                }
            }
            while (!done.stream().allMatch(Future::isDone)) {
                writer.commit();
                commits++;
                assertCommitted();
            }
            for (Future<?> part : done) {
                part.get();
            }
            writer.finish();
        } finally {
            threads.shutdownNow();
        }
        assertTrue(commits > 0);
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            for (ArrayReader array : reader.arrays()) {
                for (double value : (double[]) array.readSlice(399)) {
                    assertEquals(399, value);
                }
            }
        }
    }

    private static Void writeSlices(ArrayWriter array, int from, int to) throws IOException {
        double[] values = new double[16 * 8];
        for (int slice = from; slice < to; slice++) {
            Arrays.fill(values, slice);
            array.writeSlice(slice, values);
        }
        return null;
    }

    /** Each slice is whole or not there yet, in bricks each part of it. */
    private void assertCommitted() throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            for (ArrayReader array : reader.arrays()) {
                double[] values = (double[]) array.read(Order.X_FASTEST);
                for (int i = 0; i < values.length; i++) {
                    assertTrue(
                            Double.isNaN(values[i]) || values[i] == i / 128,
                            array.spec().name() + " " + values[i]);
                }
            }
        }
    }

    /** What was filled in by half must not be taken for filled in. */
    @Test
    void fails_for_good_when_it_is_interrupted_while_it_fills_in() throws IOException {
        ImageGeometry image = ImageGeometry.of(256, 256, 32);
        WriteOptions options = WriteOptions.defaults()
                .withStorage(Storage.gzip(6).withChunk(ChunkShape.of(16, 16, 32)))
                .withThreads(1)
                .withFillMissing(true);
        try (ImageDataWriter writer = ImageDataWriter.create(file, image, options)) {
            ArrayWriter array = writer.createPointArray("a", ScalarType.FLOAT32);
            for (int k = 0; k < 31; k++) {
                array.writeSlice(k, new float[256 * 256]);
            }
            Thread.currentThread().interrupt();
            assertThrows(IOException.class, writer::finish);
            assertTrue(Thread.interrupted());
            assertMessage(IOException.class, "could not be written", writer::finish);
            writer.abort();
        }
        assertEquals(List.of(), files());
    }

    @Test
    void fails_for_good_when_its_thread_is_interrupted() throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE)) {
            ArrayWriter array = writer.createPointArray("a", ScalarType.INT8);
            ArrayWriter bricks = writer.createArray(
                    ArraySpec.point("b", ScalarType.INT8), Storage.gzip(1).withChunk(ChunkShape.brick()));
            Thread.currentThread().interrupt();

            String message = "image.vtkhdf: could not be written: its thread was interrupted";
            assertMessage(InterruptedIOException.class, message, () -> array.writeSlice(0, new byte[12]));
            assertTrue(Thread.interrupted());

            assertMessage(InterruptedIOException.class, message, () -> array.writeSlice(1, new byte[12]));
            assertMessage(InterruptedIOException.class, message, () -> bricks.writeSlice(1, new byte[12]));
            assertMessage(InterruptedIOException.class, message, () -> writer.createPointArray("c", ScalarType.INT8));
            assertMessage(InterruptedIOException.class, message, writer::finish);
            writer.abort();
        }
        assertEquals(List.of(), files());
    }

    @Test
    void ends_threads_that_wait_when_it_is_aborted() throws Exception {
        WriteOptions options =
                WriteOptions.defaults().withThreads(1).withMemory(1).withStorage(Storage.gzip(9));
        ImageGeometry image = ImageGeometry.of(500, 500, 200);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (ImageDataWriter writer = ImageDataWriter.create(file, image, options)) {
            List<Future<?>> writing = new ArrayList<>();
            for (int part = 0; part < 4; part++) {
                ArrayWriter array = writer.createPointArray("array " + part, ScalarType.FLOAT64);
                writing.add(threads.submit(() -> {
                    for (int slice = 0; slice < 200; slice++) {
                        array.writeSlice(
                                slice, new Random(slice).doubles(250_000).toArray());
                    }
                    return null;
                }));
            }
            Thread.sleep(300);
            writer.abort();
            for (Future<?> thread : writing) {
                Throwable failure = assertThrows(
                                ExecutionException.class, () -> thread.get(HangGuard.MINUTES, TimeUnit.MINUTES))
                        .getCause();
                assertEquals(IllegalStateException.class, failure.getClass(), failure.toString());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(List.of(), files());
    }

    @Test
    void publishes_its_own_file_while_another_writer_comes_and_goes() throws Exception {
        WriteOptions options = WriteOptions.defaults().withOverwrite(true);
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<?> other = threads.submit(() -> {
                while (!done.get()) {
                    startAndGiveUp(options);
                }
                return null;
            });
            for (int published = 0; published < 300; ) {
                if (publish(options)) {
                    published++;
                    try (ImageDataReader reader = ImageDataReader.open(file)) {
                        assertEquals(60, ((byte[]) reader.pointArray("a").read(Order.X_FASTEST)).length);
                    }
                }
            }
            done.set(true);
            other.get();
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
    }

    private void startAndGiveUp(WriteOptions options) throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, options)) {
            writer.abort();
        } catch (IOException e) {
            requireBusy(e);
        }
    }

    /** False if the other writer was at it. */
    private boolean publish(WriteOptions options) throws IOException {
        ImageDataWriter writer;
        try {
            writer = ImageDataWriter.create(file, IMAGE, options);
        } catch (IOException e) {
            requireBusy(e);
            return false;
        }
        try (writer) {
            writeAll(writer.createPointArray("a", ScalarType.INT8));
            writer.finish();
        }
        return true;
    }

    private static void requireBusy(IOException e) {
        assertTrue(e.getMessage().endsWith("another writer is writing it"), e.toString());
    }
}
