package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Virtual datasets of random mappings, written by h5py, which tells the values: whole, and region by region. */
@Tag("h5py")
class VirtualSuiteTest {

    private static final int CASES = 400;
    private static final int REGIONS = 12;

    @TempDir
    static Path scratch;

    @BeforeAll
    static void write() throws IOException, InterruptedException {
        Long one = Long.getLong("vtkhdf.seed");
        Tool.run(
                scratch,
                List.of(
                        Tool.python(),
                        Tool.pythonScript("make_virtual.py").toString(),
                        scratch.toString(),
                        one == null ? "0" : one.toString(),
                        one == null ? Integer.toString(CASES) : "1"));
    }

    static LongStream seeds() {
        return Seeds.of(CASES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hasTheValuesThatH5pyReads(long seed) {
        Path folder = scratch.resolve(Long.toString(seed));
        Seeds.run(folder, seed, () -> {
            byte[] values = npyValues(folder.resolve("a.npy"));
            Random random = new Random(seed);
            try (ImageDataReader reader = ImageDataReader.open(folder.resolve("image.vtkhdf"))) {
                ArrayReader array = reader.pointArray("a");
                requireRegion(array, Region.all(array.dimensions()), values);
                for (int i = 0; i < REGIONS; i++) {
                    requireRegion(array, region(array.dimensions(), random), values);
                }
            }
        });
    }

    /** What follows the header of a file of version 1. */
    private static byte[] npyValues(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int header = 10 + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
        return Arrays.copyOfRange(bytes, header, bytes.length);
    }

    private static Region region(Dimensions dimensions, Random random) {
        int[] first = new int[3];
        int[] size = new int[3];
        int[] all = {dimensions.x(), dimensions.y(), dimensions.z()};
        for (int axis = 0; axis < 3; axis++) {
            first[axis] = random.nextInt(all[axis]);
            size[axis] = 1 + random.nextInt(all[axis] - first[axis]);
        }
        return new Region(first[0], first[1], first[2], new Dimensions(size[0], size[1], size[2]));
    }

    private static void requireRegion(ArrayReader array, Region region, byte[] values) throws IOException {
        Dimensions all = array.dimensions();
        Dimensions size = region.size();
        int tuple = array.spec().tupleSize();
        ByteBuffer expected = ByteBuffer.allocate((int) size.count() * tuple);
        ByteBuffer transposed = ByteBuffer.allocate(expected.capacity());
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                for (int x = 0; x < size.x(); x++) {
                    int at = ((region.z() + z) * all.y() + region.y() + y) * all.x() + region.x() + x;
                    expected.put(values, at * tuple, tuple);
                    transposed.put(((x * size.y() + y) * size.z() + z) * tuple, values, at * tuple, tuple);
                }
            }
        }
        assertEquals(expected.flip(), read(array, region, Order.X_FASTEST), () -> "x fastest: " + region);
        assertEquals(transposed, read(array, region, Order.X_SLOWEST), () -> "C order: " + region);
    }

    private static ByteBuffer read(ArrayReader array, Region region, Order order) throws IOException {
        int size = (int) region.size().count() * array.spec().tupleSize();
        ByteBuffer read = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        array.read(region, read, order);
        return read.flip();
    }
}
