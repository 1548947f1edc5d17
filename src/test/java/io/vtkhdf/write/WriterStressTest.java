package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many threads at one writer, and at several, whose slices, commits, new arrays, fields and ends come at random. */
class WriterStressTest extends WriterFixture {

    private static final int THREADS = 8;
    private static final int LATE_ARRAYS = 2;

    /** A slab to be written twice, by whichever threads come: once with success, once in vain. */
    private record Task(ArrayWriter array, int first, int count, AtomicInteger successes) {

        void write(Random random) throws IOException {
            int size = array.dimensions().x() * array.dimensions().y();
            int[] values = new int[size * count];
            for (int i = 0; i < count; i++) {
                System.arraycopy(Stress.values(array.spec(), first + i, size), 0, values, i * size, size);
            }
            if (random.nextInt(8) == 0) {
                array.writeMissing(new Slab(first, count), values, Order.X_FASTEST);
                return;
            }
            try {
                array.write(new Slab(first, count), values, Order.X_FASTEST);
                successes.incrementAndGet();
            } catch (IllegalStateException e) {
                if (!e.getMessage().endsWith("was written before")) {
                    throw e;
                }
            }
        }
    }

    @Test
    void writes_each_slice_once() throws Exception {
        Stress.repeat("each slice once", 2, (random, operations) -> {
            List<Callable<Void>> writers = new ArrayList<>();
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                Path path = directory.resolve("image" + i + ".vtkhdf");
                long seed = random.nextLong();
                writers.add(() -> {
                    writeAndRead(path, new Random(seed), operations);
                    return null;
                });
            }
            Stress.run(writers);
        });
    }

    private static void writeAndRead(Path path, Random random, LongAdder operations) throws Exception {
        Queue<Task> slabs = new ConcurrentLinkedQueue<>();
        List<Task> all = Collections.synchronizedList(new ArrayList<>());
        try (ImageDataWriter writer = ImageDataWriter.create(path, geometry(random), options(random))) {
            for (int i = 0; i < 4; i++) {
                slabs.addAll(slabs(create(writer, "early " + i, random), random, all));
            }
            AtomicBoolean complete = new AtomicBoolean();
            List<Callable<Void>> tasks = new ArrayList<>(writing(slabs, complete, random, operations));
            long seed = random.nextLong();
            tasks.add(() -> {
                Random mine = new Random(seed);
                for (int i = 0; i < LATE_ARRAYS; i++) {
                    writer.commit();
                    writer.writeField(FieldArray.of("field " + i, i, i + 1));
                    slabs.addAll(slabs(create(writer, "late " + i, mine), mine, all));
                    writer.setActive(new ActiveArray(Association.POINT, ArrayRole.SCALARS, "late " + i));
                }
                complete.set(true);
                return null;
            });
            Stress.run(tasks);
            writer.finish();
        }
        for (Task slab : all) {
            assertTrue(slab.successes.get() <= 1, slab + " was written twice");
        }
        assertComplete(path);
        Files.delete(path);
    }

    private static List<Callable<Void>> writing(
            Queue<Task> slabs, AtomicBoolean complete, Random random, LongAdder operations) {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            long seed = random.nextLong();
            tasks.add(() -> {
                Random mine = new Random(seed);
                for (boolean last = false; !last; ) {
                    last = complete.get();
                    for (Task slab = slabs.poll(); slab != null; slab = slabs.poll()) {
                        slab.write(mine);
                        operations.increment();
                    }
                    Thread.onSpinWait();
                }
                return null;
            });
        }
        return tasks;
    }

    private static ImageGeometry geometry(Random random) {
        return ImageGeometry.of(random.nextInt(1, 40), random.nextInt(1, 30), random.nextInt(1, 50));
    }

    private static WriteOptions options(Random random) {
        WriteOptions options = WriteOptions.defaults()
                .withOverwrite(true)
                .withThreads(random.nextInt(1, 4))
                .withMemory(List.of(1L, 20_000L, 1L << 24).get(random.nextInt(3)));
        options = random.nextInt(3) == 0 ? options.withInPlace(true) : options;
        return switch (random.nextInt(3)) {
            case 0 -> options.withCommits(Commits.onDemand());
            case 1 -> options.withCommits(Commits.everySlices(random.nextInt(1, 20)));
            default -> options.withCommits(Commits.every(Duration.ofMillis(1)));
        };
    }

    private static ArrayWriter create(ImageDataWriter writer, String name, Random random) throws IOException {
        ChunkShape brick = ChunkShape.of(random.nextInt(1, 20), random.nextInt(1, 20), random.nextInt(1, 20));
        Storage storage = List.of(
                        Storage.raw(),
                        Storage.gzip(1),
                        Storage.gzip(6).withChecksum(),
                        Storage.fast().withChunk(brick))
                .get(random.nextInt(4));
        return writer.createArray(ArraySpec.point(name, ScalarType.INT32), storage);
    }

    /** All slices of an array in slabs, each of them twice, in random order. */
    private static List<Task> slabs(ArrayWriter array, Random random, List<Task> all) {
        List<Task> slabs = new ArrayList<>();
        int depth = array.dimensions().z();
        for (int first = 0, count; first < depth; first += count) {
            count = Math.min(random.nextInt(1, 4), depth - first);
            Task slab = new Task(array, first, count, new AtomicInteger());
            slabs.add(slab);
            slabs.add(slab);
            all.add(slab);
        }
        Collections.shuffle(slabs, random);
        return slabs;
    }

    private static void assertComplete(Path path) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(path)) {
            assertTrue(reader.isFinished());
            assertEquals(4 + LATE_ARRAYS, reader.arrays().size());
            assertEquals(LATE_ARRAYS, reader.fields().size());
            for (ArrayReader array : reader.arrays()) {
                for (int slice = 0; slice < array.dimensions().z(); slice++) {
                    int[] found = (int[]) array.readSlice(slice);
                    int[] expected = Stress.values(array.spec(), slice, found.length);
                    assertArrayEquals(expected, found, array.spec().name() + " slice " + slice);
                }
            }
        }
    }

    /** What may end a file while it is written. */
    private enum End {
        ABORT,
        CLOSE,
        FINISH,
        FINISH_AND_ABORT,
        INTERRUPT
    }

    @Test
    void ends_at_any_moment() throws Exception {
        Stress.repeat("ends at any moment", 2, (random, operations) -> {
            End end = End.values()[random.nextInt(End.values().length)];
            WriteOptions options = options(random);
            boolean resumed = !options.isInPlace() && random.nextBoolean();
            ImageGeometry geometry = geometry(random);
            boolean finished =
                    endInTheMiddle(geometry, resumed ? options.withResume(true) : options, end, random, operations);
            if (finished) {
                assertComplete(geometry);
            } else if (!options.isInPlace()) {
                complete(geometry, options.withResume(true), random); // Where nothing was committed it begins anew.
                assertComplete(geometry);
            }
            Files.deleteIfExists(file);
        });
    }

    /** Whether the file was finished. */
    private boolean endInTheMiddle(
            ImageGeometry geometry, WriteOptions options, End end, Random random, LongAdder operations)
            throws Exception {
        AtomicBoolean finished = new AtomicBoolean();
        ImageDataWriter writer = ImageDataWriter.create(file, geometry, options);
        Queue<Task> slabs = new ConcurrentLinkedQueue<>();
        for (ArrayWriter array : createAll(writer)) {
            slabs.addAll(slabs(array, random, new ArrayList<>()));
        }
        int before = slabs.size() * random.nextInt(3) / 2;
        writeUntilEnded(slabs, before, random, operations);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            long seed = random.nextLong();
            tasks.add(() -> writeUntilEnded(slabs, Integer.MAX_VALUE, new Random(seed), operations));
        }
        tasks.add(() -> untilEnded(writer::commit));
        if (end == End.FINISH || end == End.FINISH_AND_ABORT) {
            tasks.add(() -> untilEnded(() -> {
                writer.finish();
                finished.set(true);
            }));
        }
        List<FutureTask<Void>> started = Stress.start(tasks);
        LockSupport.parkNanos(random.nextInt(3_000_000));
        end(writer, end, started);
        Stress.await(started);
        if (end == End.FINISH || end == End.INTERRUPT) {
            writer.abort();
        }
        if (!options.isInPlace()) {
            assertEquals(finished.get(), Files.exists(file), "published");
        }
        return finished.get();
    }

    private static void end(ImageDataWriter writer, End end, List<FutureTask<Void>> threads) throws IOException {
        switch (end) {
            case ABORT, FINISH_AND_ABORT -> writer.abort();
            case CLOSE -> untilEnded(writer::close);
            case INTERRUPT ->
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("stress-1"))
                        .forEach(Thread::interrupt);
            default -> assertTrue(threads.size() > THREADS);
        }
    }

    private static Void writeUntilEnded(Queue<Task> slabs, int most, Random random, LongAdder operations)
            throws IOException {
        return untilEnded(() -> {
            int done = 0;
            while (done++ < most && !slabs.isEmpty()) {
                Task slab = slabs.poll();
                if (slab != null) {
                    slab.write(random);
                    operations.increment();
                }
            }
        });
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Whoever writes to a file that is ended hears that; of an interruption, that it could not be written. */
    private static Void untilEnded(Step step) throws IOException {
        try {
            step.run();
        } catch (IllegalStateException e) {
            String message = e.getMessage();
            boolean known = message.endsWith("the writer is closed")
                    || message.endsWith("the file is closed")
                    || message.contains("closed without finish()")
                    || message.contains("not all slices were written");
            if (!known) {
                throw e;
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("interrupted")) {
                throw e;
            }
        }
        return null;
    }

    private static List<ArrayWriter> createAll(ImageDataWriter writer) throws IOException {
        return List.of(
                writer.createArray(ArraySpec.point("raw", ScalarType.INT32), Storage.raw()),
                writer.createArray(ArraySpec.point("slices", ScalarType.INT32), Storage.gzip(1)),
                writer.createArray(
                        ArraySpec.point("bricks", ScalarType.INT32),
                        Storage.fast().withChecksum().withChunk(ChunkShape.of(7, 5, 4))));
    }

    private void complete(ImageGeometry geometry, WriteOptions options, Random random) throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, geometry, options)) {
            for (ArrayWriter array : createAll(writer)) {
                for (int slice : array.missingSlices().toArray()) {
                    new Task(array, slice, 1, new AtomicInteger()).write(random);
                }
            }
            writer.finish();
        }
    }

    private void assertComplete(ImageGeometry geometry) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertEquals(3, reader.arrays().size());
            int size = geometry.dimensions().x() * geometry.dimensions().y();
            for (ArrayReader array : reader.arrays()) {
                int[] found = (int[]) array.read(Order.X_FASTEST);
                int[] expected = IntStream.range(0, array.dimensions().z())
                        .flatMap(slice -> Arrays.stream(Stress.values(array.spec(), slice, size)))
                        .toArray();
                assertArrayEquals(expected, found, array.spec().name());
            }
        }
    }
}
