package io.vtkhdf.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** One array of each carrier, written and read without a cast; the n-th value is n. */
class TypedReadingTest {

    private static final Dimensions SIZE = new Dimensions(3, 2, 4);
    private static final int COUNT = 24;

    /** The tuples 1 + 3 (0 + 2 k) and the next, of k = 1 and 2. */
    private static final Region REGION = new Region(1, 0, 1, new Dimensions(2, 1, 2));

    private static final int[] X_FASTEST = {7, 8, 13, 14};
    private static final int[] X_SLOWEST = {7, 13, 8, 14};

    @TempDir
    Path directory;

    private ImageDataReader reader;

    @BeforeEach
    void write() throws IOException {
        byte[] bytes = new byte[COUNT];
        short[] shorts = new short[COUNT];
        for (int i = 0; i < COUNT; i++) {
            bytes[i] = (byte) i;
            shorts[i] = (short) i;
        }
        float[] floats = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            floats[i] = i;
        }
        Path file = directory.resolve("image.vtkhdf");
        Region all = Region.all(SIZE);
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(3, 2, 4))) {
            writer.createPointArray("bytes", ScalarType.UINT8).write(all, bytes);
            writer.createPointArray("shorts", ScalarType.INT16).write(all, shorts, Order.X_FASTEST);
            writer.createPointArray("ints", ScalarType.UINT32)
                    .write(all, IntStream.range(0, COUNT).toArray());
            writer.createPointArray("longs", ScalarType.INT64)
                    .write(all, IntStream.range(0, COUNT).asLongStream().toArray(), Order.X_FASTEST);
            writer.createPointArray("floats", ScalarType.FLOAT32).write(all, floats);
            ArrayWriter doubles = writer.createPointArray("doubles", ScalarType.FLOAT64);
            for (int k = 0; k < 4; k++) {
                doubles.writeSlice(
                        k, IntStream.range(6 * k, 6 * k + 6).asDoubleStream().toArray());
            }
            writer.finish();
        }
        reader = ImageDataReader.open(file);
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
    }

    private static double[] doubles(int... values) {
        return IntStream.of(values).asDoubleStream().toArray();
    }

    @Test
    void slices() throws IOException {
        assertArrayEquals(
                new byte[] {6, 7, 8, 9, 10, 11}, reader.pointArray("bytes").readBytes(1));
        assertArrayEquals(
                new short[] {6, 7, 8, 9, 10, 11}, reader.pointArray("shorts").readShorts(1));
        assertArrayEquals(
                new int[] {6, 7, 8, 9, 10, 11}, reader.pointArray("ints").readInts(1));
        assertArrayEquals(
                new long[] {6, 7, 8, 9, 10, 11}, reader.pointArray("longs").readLongs(1));
        assertArrayEquals(
                new float[] {6, 7, 8, 9, 10, 11}, reader.pointArray("floats").readFloats(1));
        assertArrayEquals(
                doubles(6, 7, 8, 9, 10, 11), reader.pointArray("doubles").readDoubles(1));
    }

    @Test
    void whole_arrays() throws IOException {
        int[] all = IntStream.range(0, COUNT).toArray();
        int[] slowest = new int[COUNT];
        for (int i = 0; i < COUNT; i++) { // [x][y][z]
            slowest[i] = i / 8 + 3 * (i / 4 % 2) + 6 * (i % 4);
        }
        assertArrayEquals(all, reader.pointArray("ints").readInts());
        assertArrayEquals(slowest, reader.pointArray("ints").readInts(Order.X_SLOWEST));
        assertArrayEquals(doubles(all), reader.pointArray("doubles").readDoubles());
        assertArrayEquals(doubles(slowest), reader.pointArray("doubles").readDoubles(Order.X_SLOWEST));
        assertEquals(23, reader.pointArray("bytes").readBytes()[23]);
        assertEquals(20, reader.pointArray("shorts").readShorts(Order.X_SLOWEST)[19]);
        assertEquals(23, reader.pointArray("longs").readLongs()[23]);
        assertEquals(20, reader.pointArray("floats").readFloats(Order.X_SLOWEST)[19]);
    }

    @Test
    void regions_in_both_orders() throws IOException {
        assertArrayEquals(new byte[] {7, 8, 13, 14}, reader.pointArray("bytes").readBytes(REGION));
        assertArrayEquals(new byte[] {7, 13, 8, 14}, reader.pointArray("bytes").readBytes(REGION, Order.X_SLOWEST));
        assertArrayEquals(
                new short[] {7, 8, 13, 14}, reader.pointArray("shorts").readShorts(REGION));
        assertArrayEquals(
                new short[] {7, 13, 8, 14}, reader.pointArray("shorts").readShorts(REGION, Order.X_SLOWEST));
        assertArrayEquals(X_FASTEST, reader.pointArray("ints").readInts(REGION));
        assertArrayEquals(X_SLOWEST, reader.pointArray("ints").readInts(REGION, Order.X_SLOWEST));
        assertArrayEquals(new long[] {7, 8, 13, 14}, reader.pointArray("longs").readLongs(REGION));
        assertArrayEquals(new long[] {7, 13, 8, 14}, reader.pointArray("longs").readLongs(REGION, Order.X_SLOWEST));
        assertArrayEquals(
                new float[] {7, 8, 13, 14}, reader.pointArray("floats").readFloats(REGION));
        assertArrayEquals(
                new float[] {7, 13, 8, 14}, reader.pointArray("floats").readFloats(REGION, Order.X_SLOWEST));
        assertArrayEquals(doubles(X_FASTEST), reader.pointArray("doubles").readDoubles(REGION));
        assertArrayEquals(doubles(X_SLOWEST), reader.pointArray("doubles").readDoubles(REGION, Order.X_SLOWEST));
    }

    @Test
    void into_arrays_of_the_callers() throws IOException {
        byte[] bytes = new byte[6];
        reader.pointArray("bytes").read(REGION, bytes, 1);
        assertArrayEquals(new byte[] {0, 7, 8, 13, 14, 0}, bytes);
        short[] shorts = new short[6];
        reader.pointArray("shorts").read(REGION, shorts, 2, Order.X_SLOWEST);
        assertArrayEquals(new short[] {0, 0, 7, 13, 8, 14}, shorts);
        int[] ints = new int[4];
        reader.pointArray("ints").read(REGION, ints, 0);
        assertArrayEquals(X_FASTEST, ints);
        long[] longs = new long[6];
        reader.pointArray("longs").read(REGION, longs, 1, Order.X_FASTEST);
        assertArrayEquals(new long[] {0, 7, 8, 13, 14, 0}, longs);
        float[] floats = new float[6];
        reader.pointArray("floats").read(REGION, floats, 1, Order.X_SLOWEST);
        assertArrayEquals(new float[] {0, 7, 13, 8, 14, 0}, floats);
        double[] doubles = new double[6];
        reader.pointArray("doubles").read(REGION, doubles, 2);
        assertArrayEquals(doubles(0, 0, 7, 8, 13, 14), doubles);
    }

    @Test
    void generic_forms() throws IOException {
        ArrayReader ints = reader.pointArray("ints");
        assertArrayEquals(new int[] {6, 7, 8, 9, 10, 11}, (int[]) ints.readSlice(1));
        assertArrayEquals(new int[] {1, 4, 7, 10, 13, 16, 19, 22}, (int[]) ints.readSlice(Axis.X, 1));
        assertArrayEquals(new int[] {1, 7, 13, 19, 4, 10, 16, 22}, (int[]) ints.readSlice(Axis.X, 1, Order.X_SLOWEST));
        assertArrayEquals(IntStream.range(12, 24).toArray(), (int[]) ints.read(new Slab(2, 2)));
        assertArrayEquals(X_FASTEST, (int[]) ints.read(REGION));
        assertArrayEquals(IntStream.range(0, 24).toArray(), (int[]) ints.read());
    }

    @Test
    void a_buffers_position_is_advanced_by_what_is_put_and_by_what_is_taken() throws IOException {
        ArrayReader ints = reader.pointArray("ints");
        ByteBuffer buffer = ByteBuffer.allocate(COUNT * 4 + 3).order(ByteOrder.BIG_ENDIAN);
        for (int k = 0; k < 4; k++) {
            ints.read(Region.slab(SIZE, new Slab(k, 1)), buffer);
            assertEquals(24 * (k + 1), buffer.position());
        }
        buffer.rewind();
        Path copy = directory.resolve("copy.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(copy, ImageGeometry.of(3, 2, 4))) {
            ArrayWriter array = writer.createPointArray("a", ScalarType.INT32);
            array.writeSlice(0, buffer);
            assertEquals(24, buffer.position());
            assertThrows(IllegalStateException.class, () -> array.writeSlice(0, buffer));
            assertEquals(24, buffer.position());
            array.writeMissing(new Slab(0, 1), buffer.duplicate());
            array.write(new Slab(1, 2), buffer);
            assertEquals(72, buffer.position());
            array.write(new Region(0, 0, 3, new Dimensions(2, 2, 1)), buffer, Order.X_FASTEST);
            assertEquals(88, buffer.position());
            Region last = new Region(2, 0, 3, new Dimensions(1, 2, 1));
            buffer.limit(95);
            assertRefused("'a': found 1 values, expected at least 2", () -> array.write(last, buffer));
            assertEquals(88, buffer.position());
            array.write(last, buffer.limit(99));
            assertEquals(96, buffer.position());
            writer.finish();
        }
        try (ImageDataReader copied = ImageDataReader.open(copy)) {
            int[] expected = IntStream.range(0, 24).toArray();
            // The fourth slice was given as 2 x 2 and 1 x 2 tuples.
            System.arraycopy(new int[] {18, 19, 22, 20, 21, 23}, 0, expected, 18, 6);
            assertArrayEquals(expected, copied.pointArray("a").readInts(Region.all(SIZE)));
        }
    }

    @Test
    void what_does_not_fit_is_refused_by_name() throws IOException {
        ArrayReader floats = reader.pointArray("floats");
        String message = "'floats': found an array of Float32, whose values do not come as double[] but as float[]: use"
                + " readFloats, or a float[] as the target";
        assertRefused(message, () -> floats.readDoubles(0));
        assertRefused(message, () -> floats.read(REGION, new double[4], 0));
        assertRefused("use readBytes", () -> reader.pointArray("bytes").readShorts(REGION));
        assertRefused("use readLongs", () -> reader.pointArray("longs").readInts(REGION, Order.X_SLOWEST));
        assertRefused(
                "'floats': the region 2 x 1 x 2 at 1, 0, 1 takes 4 values, found an array of 5, to be filled from index"
                        + " 2",
                () -> floats.read(REGION, new float[5], 2));
        assertRefused("from index -1", () -> floats.read(REGION, new float[5], -1));
        assertRefused("from index 2147483647", () -> floats.read(REGION, new float[5], Integer.MAX_VALUE));
    }

    private static void assertRefused(String message, Executable call) {
        String found = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertEquals(true, found.contains(message), found);
    }
}
