package io.vtkhdf.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.vtkhdf.copy.VtkhdfSource;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.source.SlabReader;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.Stress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many threads at one reader, and at two of one file, which may be closed meanwhile. */
class ReaderStressTest {

    private static final int THREADS = 8;
    private static final Dimensions SIZE = new Dimensions(37, 29, 41);

    @TempDir
    private Path directory;

    private Path file;
    private final Map<String, int[]> contents = new HashMap<>();

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("image.vtkhdf");
        Map<String, Storage> storages = Map.of(
                "raw",
                Storage.raw(),
                "slices",
                Storage.gzip(1),
                "bricks",
                Storage.gzip(1).withChecksum().withChunk(ChunkShape.of(8, 16, 5)),
                "one",
                Storage.gzip(1).withoutShuffle().withChunk(ChunkShape.of(SIZE.x(), SIZE.y(), SIZE.z())));
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(SIZE.x(), SIZE.y(), SIZE.z()))) {
            for (Map.Entry<String, Storage> entry : storages.entrySet()) {
                ArraySpec spec = ArraySpec.point(entry.getKey(), ScalarType.INT32);
                int[] values = Stress.values(spec, 0, (int) SIZE.count());
                writer.createArray(spec, entry.getValue()).write(values, Order.X_FASTEST);
                contents.put(entry.getKey(), values);
            }
            writer.finish();
        }
    }

    @Test
    void reads_what_was_written() throws Exception {
        Stress.repeat("reads", 2, (random, operations) -> {
            try (ImageDataReader one = ImageDataReader.open(file);
                    ImageDataReader other = ImageDataReader.open(file)) {
                List<Callable<Void>> tasks = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    ImageDataReader reader = random.nextInt(3) == 0 ? other : one;
                    long seed = random.nextLong();
                    tasks.add(() -> {
                        Random mine = new Random(seed);
                        for (int j = 0; j < 10; j++) {
                            read(reader, mine, operations);
                        }
                        return null;
                    });
                }
                Stress.run(tasks);
            }
        });
    }

    @Test
    void ends_those_who_read_when_it_is_closed_or_interrupted() throws Exception {
        Stress.repeat("reads that are ended", 1, (random, operations) -> {
            ImageDataReader reader = ImageDataReader.open(file);
            AtomicBoolean ended = new AtomicBoolean();
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                long seed = random.nextLong();
                tasks.add(() -> {
                    Random mine = new Random(seed);
                    while (!ended.get()) {
                        readUntilEnded(reader, mine, operations, ended);
                    }
                    return null;
                });
            }
            if (random.nextBoolean()) {
                tasks.add(() -> {
                    Thread.currentThread().interrupt();
                    readUntilEnded(reader, new Random(1), operations, ended);
                    return null;
                });
            }
            List<FutureTask<Void>> started = Stress.start(tasks);
            Thread.sleep(random.nextInt(1, 10));
            reader.close();
            Stress.await(started);
        });
    }

    @Test
    void who_is_interrupted_ends_nobody_else() throws Exception {
        Stress.repeat("reads beside interrupted ones", 1, (random, operations) -> {
            try (ImageDataReader reader = ImageDataReader.open(file)) {
                AtomicBoolean ended = new AtomicBoolean();
                AtomicInteger interrupted = new AtomicInteger();
                List<Callable<Void>> tasks = new ArrayList<>();
                for (int i = 0; i < THREADS / 2; i++) {
                    long seed = random.nextLong();
                    tasks.add(() -> {
                        Random mine = new Random(seed);
                        while (!ended.get()) {
                            readInterrupted(reader, mine, operations, interrupted);
                        }
                        return null;
                    });
                    tasks.add(() -> {
                        Random mine = new Random(seed + 1);
                        for (int reads = 0; reads < 30 || interrupted.get() < 30; reads++) {
                            read(reader, mine, operations);
                        }
                        ended.set(true);
                        return null;
                    });
                }
                Stress.run(tasks);
            }
        });
    }

    private void readInterrupted(ImageDataReader reader, Random random, LongAdder operations, AtomicInteger interrupted)
            throws IOException {
        Thread.currentThread().interrupt();
        try {
            read(reader, random, operations);
        } catch (InterruptedIOException e) {
            interrupted.incrementAndGet();
        } finally {
            Thread.interrupted();
        }
    }

    /** Nothing but an end is an excuse. */
    private void readUntilEnded(ImageDataReader reader, Random random, LongAdder operations, AtomicBoolean ended)
            throws IOException {
        try {
            read(reader, random, operations);
        } catch (IOException e) {
            if (!(e.getCause() instanceof ClosedChannelException)) {
                throw e;
            }
            ended.set(true);
        } catch (IllegalStateException e) {
            if (!e.getMessage().endsWith("the reader is closed")) {
                throw e;
            }
            ended.set(true);
        }
    }

    private void read(ImageDataReader reader, Random random, LongAdder operations) throws IOException {
        List<ArrayReader> arrays = reader.arrays();
        ArrayReader array = arrays.get(random.nextInt(arrays.size()));
        switch (random.nextInt(4)) {
            case 0 -> requireRight(array, Region.all(SIZE), random);
            case 1 -> slabs(reader, array, random);
            case 2 -> {
                Axis axis = Axis.values()[random.nextInt(3)];
                int[] sizes = {SIZE.x(), SIZE.y(), SIZE.z()};
                int first = random.nextInt(sizes[axis.ordinal()]);
                for (int i = first; i < Math.min(first + 10, sizes[axis.ordinal()]); i++) {
                    requireRight(array, Region.slice(SIZE, axis, i), random);
                    operations.increment();
                }
            }
            default -> requireRight(array, region(random), random);
        }
        operations.increment();
    }

    private static Region region(Random random) {
        int x = random.nextInt(SIZE.x());
        int y = random.nextInt(SIZE.y());
        int z = random.nextInt(SIZE.z());
        Dimensions size = new Dimensions(
                random.nextInt(1, SIZE.x() - x + 1),
                random.nextInt(1, SIZE.y() - y + 1),
                random.nextInt(1, SIZE.z() - z + 1));
        return new Region(x, y, z, size);
    }

    private void requireRight(ArrayReader array, Region region, Random random) throws IOException {
        int[] found;
        if (random.nextBoolean()) {
            found = (int[]) array.read(region, Order.X_FASTEST);
        } else {
            ByteBuffer buffer = ByteBuffer.allocate((int) region.size().count() * Integer.BYTES);
            array.read(region, buffer, Order.X_FASTEST);
            found = ints(buffer.flip());
        }
        assertArrayEquals(
                expected(array.spec().name(), region), found, array.spec().name() + " " + region);
    }

    private void slabs(ImageDataReader reader, ArrayReader array, Random random) throws IOException {
        try (SlabReader slabs = new VtkhdfSource(reader).open(array.spec())) {
            for (int z = 0, count; z < SIZE.z(); z += count) {
                count = Math.min(random.nextInt(1, 12), SIZE.z() - z);
                Region region = Region.slab(SIZE, new Slab(z, count));
                ByteBuffer buffer = ByteBuffer.allocate((int) region.size().count() * Integer.BYTES);
                slabs.read(count, buffer);
                assertArrayEquals(expected(array.spec().name(), region), ints(buffer.flip()), "slab " + region);
            }
        }
    }

    private static int[] ints(ByteBuffer buffer) {
        int[] values = new int[buffer.remaining() / Integer.BYTES];
        buffer.asIntBuffer().get(values);
        return values;
    }

    private int[] expected(String name, Region region) {
        int[] all = contents.get(name);
        Dimensions size = region.size();
        int[] values = new int[(int) size.count()];
        for (int z = 0, to = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++, to += size.x()) {
                int from = ((region.z() + z) * SIZE.y() + region.y() + y) * SIZE.x() + region.x();
                System.arraycopy(all, from, values, to, size.x());
            }
        }
        return values;
    }
}
