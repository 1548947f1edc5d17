package io.vtkhdf.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers that go through an array step by step get what random ones get. */
class ReadAheadTest {

    private static final int NX = 37;
    private static final int NY = 29;
    private static final int NZ = 41;
    private static final int[] ALL = IntStream.range(0, NX * NY * NZ).toArray();

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("a.vtkhdf");
        Dimensions dimensions = new Dimensions(NX, NY, NZ);
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(NX, NY, NZ))) {
            for (ChunkShape chunk : List.of(ChunkShape.slice(), ChunkShape.of(8, 8, 8), ChunkShape.of(NX, NY, 4))) {
                String name = "chunk" + chunk.within(dimensions, Integer.BYTES);
                writer.createArray(
                                ArraySpec.point(name, ScalarType.INT32),
                                Storage.fast().withChunk(chunk))
                        .write(ALL, Order.X_FASTEST);
            }
            writer.finish();
        }
    }

    private static int[] expected(Region region) {
        Dimensions size = region.size();
        int[] values = new int[(int) size.count()];
        for (int i = 0; i < values.length; i++) {
            int x = region.x() + i % size.x();
            int y = region.y() + i / size.x() % size.y();
            int z = region.z() + i / size.x() / size.y();
            values[i] = (z * NY + y) * NX + x;
        }
        return values;
    }

    private static void check(ArrayReader array, Region region) throws IOException {
        assertArrayEquals(
                expected(region),
                (int[]) array.read(region, Order.X_FASTEST),
                array.spec().name() + " " + region);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1, 3, 7, 20, -20})
    void slicesAcrossEveryAxis(int step) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            for (ArrayReader array : reader.arrays()) {
                for (Axis axis : Axis.values()) {
                    int count = array.dimensions().along(axis);
                    for (int i = 0; i < count; i++) {
                        check(array, Region.slice(array.dimensions(), axis, Math.floorMod(i * step, count)));
                    }
                }
            }
        }
    }

    @Test
    void slabsThatDoNotEndWithChunks() throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            for (ArrayReader array : reader.arrays()) {
                for (int thickness : new int[] {1, 2, 3, 4, 5, 8, 9, 16, NZ}) {
                    for (int k = 0; k < NZ; k += thickness) {
                        check(array, Region.slab(array.dimensions(), new Slab(k, Math.min(thickness, NZ - k))));
                    }
                }
            }
        }
    }

    @Test
    void severalThreadsWithOneReader() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                ArrayReader array = reader.arrays().get(i % 3);
                Axis axis = Axis.values()[i / 3 % 3];
                readers.add(threads.submit(() -> {
                    for (int k = 0; k < array.dimensions().along(axis); k++) {
                        check(array, Region.slice(array.dimensions(), axis, k));
                    }
                    return null;
                }));
            }
            for (Future<?> done : readers) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aBrokenChunkFailsOnlyWhereItIs() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) channel.size()).order(ByteOrder.LITTLE_ENDIAN);
            channel.read(bytes, 0);
            int chunk = -1;
            for (int slice = 0; slice <= 20; slice++) {
                do {
                    chunk++;
                } while (bytes.getShort(chunk) != 0x0178 || chunk % 8 != 0);
            }
            channel.write(ByteBuffer.wrap(new byte[20]), chunk + 10);
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            ArrayReader array = reader.pointArray("chunk" + new Dimensions(NX, NY, 1));
            for (int round = 0; round < 2; round++) {
                for (int k = 0; k < NZ; k++) {
                    int slice = k;
                    if (k == 20) {
                        assertThrows(CorruptFileException.class, () -> array.readSlice(slice));
                    } else {
                        check(array, Region.slab(array.dimensions(), new Slab(k, 1)));
                    }
                }
            }
        }
    }

    @Test
    void closedInTheMiddle() throws IOException {
        Random random = new Random(3);
        for (int trial = 0; trial < 30; trial++) {
            ArrayReader array;
            try (ImageDataReader reader = ImageDataReader.open(file)) {
                array = reader.arrays().get(trial % 3);
                for (int k = 0; k < 2 + random.nextInt(10); k++) {
                    check(array, Region.slab(array.dimensions(), new Slab(k, 1)));
                }
            }
            assertEquals(
                    "'" + array.spec().name() + "': the reader is closed",
                    assertThrows(IllegalStateException.class, () -> array.readSlice(12))
                            .getMessage());
        }
    }
}
