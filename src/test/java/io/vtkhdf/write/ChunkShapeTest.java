package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Large slices are cut. */
class ChunkShapeTest {

    private static final long FOUR_MEBIBYTES = 4 * 1024 * 1024;

    /** Written as {@code x, y, bytes of a tuple, x and y of a chunk}. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1, 1",
        "1024, 1024, 4, 1024, 1024", // just 4 MiB
        "1024, 1025, 4, 1024, 513", // two parts
        "1200, 1501, 8, 1200, 376", // 436 rows fit, so 4 parts
        "5000, 5000, 4, 5000, 209", // 209 rows fit, so 24 parts
        "20000, 20000, 1, 20000, 209", // 209 rows fit, so 96 parts
        "4194304, 3, 1, 4194304, 1", // one row fits
        "4194305, 3, 1, 2097153, 1", // not even one
        "3000000, 2, 8, 500000, 1", // 524,288 columns fit, so 6 parts
        "2000000000, 1, 1, 4192873, 1", // 477 parts
        "3, 2, 5000000, 1, 1" // not even one tuple
    })
    void slices_are_cut_into_equal_parts(int x, int y, int tupleSize, int chunkX, int chunkY) {
        assertEquals(new Dimensions(chunkX, chunkY, 1), ChunkShape.slice().within(new Dimensions(x, y, 7), tupleSize));
    }

    @Test
    void parts_are_small_and_few() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            Dimensions slice =
                    new Dimensions(1 << random.nextInt(23), 1 + random.nextInt(1 << random.nextInt(1, 15)), 3);
            int tupleSize = 1 + random.nextInt(72);
            Dimensions part = ChunkShape.slice().within(slice, tupleSize);
            assertTrue(part.count() * tupleSize <= FOUR_MEBIBYTES, () -> slice + " of " + tupleSize + ": " + part);
            long parts = ((slice.x() - 1L) / part.x() + 1) * ((slice.y() - 1L) / part.y() + 1);
            long least = slice.x() * (long) slice.y() * tupleSize / FOUR_MEBIBYTES;
            assertTrue(parts <= 2 * least + 2, () -> slice + " of " + tupleSize + ": " + parts + " parts");
        }
    }

    @Test
    void other_shapes_are_as_they_are_told() {
        Dimensions array = new Dimensions(5000, 5000, 9);
        assertEquals(array, ChunkShape.of(5000, 6000, 10).within(array, 8));
        assertEquals(new Dimensions(5000, 5000, 1), ChunkShape.of(5000, 5000, 1).within(array, 8));
        assertEquals(new Dimensions(32, 32, 9), ChunkShape.brick().within(array, 8));
    }

    /** What was written in earlier versions has chunks of whole slices, and is gone on with in them. */
    @ParameterizedTest
    @EnumSource(Order.class)
    void whole_slices_of_an_interrupted_run_are_gone_on_with(Order order, @TempDir Path directory) throws IOException {
        Path file = directory.resolve("a.vtkhdf");
        ImageGeometry image = ImageGeometry.of(1500, 1100, 3);
        ArraySpec spec = new ArraySpec(Association.POINT, "a", ScalarType.INT32, 1, List.of());
        WriteOptions options = WriteOptions.defaults().withCommits(Commits.onDemand());
        Storage whole = Storage.gzip(1).withChunk(ChunkShape.of(1500, 1100, 1));
        ImageDataWriter first = ImageDataWriter.create(file, image, options);
        first.createArray(spec, whole).writeSlice(1, slice(1, order), order);
        first.commit();
        first.abort();
        try (ImageDataWriter second = ImageDataWriter.create(file, image, options.withResume(true))) {
            ArrayWriter array = second.createArray(spec, Storage.gzip(1));
            assertTrue(array.isWritten(1));
            array.writeSlice(0, slice(0, order), order);
            array.writeSlice(2, slice(2, order), order);
            second.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            ArrayReader array = reader.pointArray("a");
            assertEquals(new Dimensions(1500, 1100, 1), array.storage().chunk().orElseThrow());
            for (int k = 0; k < 3; k++) {
                assertArrayEquals(slice(k, Order.X_FASTEST), (int[]) array.readSlice(k));
            }
        }
    }

    /** Of so many values in a row that a slice is cut along y, or along x, too. */
    @ParameterizedTest
    @CsvSource({"1500, 1100, 1500, 550", "1100, 1500, 1100, 750", "1200007, 2, 600004, 1", "699051, 3, 699051, 1"})
    void parts_of_slices_have_their_values(int x, int y, int chunkX, int chunkY, @TempDir Path directory)
            throws IOException {
        byte[] expected = null;
        for (int threads : new int[] {1, 3}) {
            Path file = directory.resolve(threads + ".vtkhdf");
            WriteOptions options = WriteOptions.defaults()
                    .withStorage(Storage.gzip(1).withChecksum())
                    .withThreads(threads)
                    .withDeflateEngine(DeflateEngine.JDK)
                    .withCommits(Commits.onDemand());
            try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(x, y, 2), options)) {
                ArrayWriter fastest = writer.createPointArray("fastest", ScalarType.INT32);
                ArrayWriter slowest = writer.createPointArray("slowest", ScalarType.INT32);
                ArrayWriter bytes = writer.createPointArray("bytes", ScalarType.INT32);
                for (int k = 0; k < 2; k++) {
                    int[] values = values(x, y, k, Order.X_FASTEST);
                    ByteBuffer big =
                            ByteBuffer.allocateDirect(4 * values.length).order(ByteOrder.BIG_ENDIAN);
                    big.asIntBuffer().put(values);
                    fastest.writeSlice(k, values);
                    slowest.writeSlice(k, values(x, y, k, Order.X_SLOWEST), Order.X_SLOWEST);
                    bytes.writeSlice(k, big);
                }
                writer.finish();
            }
            byte[] written = Files.readAllBytes(file);
            expected = expected == null ? written : expected;
            assertArrayEquals(expected, written, threads + " threads");
            try (ImageDataReader reader = ImageDataReader.open(file)) {
                for (ArrayReader array : reader.arrays()) {
                    assertEquals(
                            new Dimensions(chunkX, chunkY, 1),
                            array.storage().chunk().orElseThrow());
                    for (int k = 0; k < 2; k++) {
                        assertArrayEquals(values(x, y, k, Order.X_FASTEST), (int[]) array.readSlice(k));
                    }
                }
            }
        }
    }

    private static int[] slice(int k, Order order) {
        return values(1500, 1100, k, order);
    }

    private static int[] values(int x, int y, int k, Order order) {
        int[] values = new int[x * y];
        for (int j = 0; j < y; j++) {
            for (int i = 0; i < x; i++) {
                values[order == Order.X_FASTEST ? j * x + i : i * y + j] = i + 7 * j + 1_000_003 * k;
            }
        }
        return values;
    }
}
