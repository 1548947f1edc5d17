package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageDataWriterTest extends WriterFixture {

    @Test
    void refuses_values_that_do_not_fit() throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE)) {
            ArrayWriter array = writer.createPointArray("a", ScalarType.INT16);

            assertArgument("found 13 values, expected 12", () -> array.writeSlice(0, new short[13]));
            assertArgument("found 11 values, expected 12", () -> array.writeSlice(0, new short[11]));
            assertArgument("found int[], expected short[]", () -> array.writeSlice(0, new int[12]));
            assertArgument("found null", () -> array.writeSlice(0, (Object) null));
            assertArgument("found 11 values, expected at least 12", () -> array.writeSlice(0, ByteBuffer.allocate(23)));
            assertArgument("expected some of 0 to 4", () -> array.writeSlice(5, new short[12]));
            assertArgument("expected some of 0 to 4", () -> array.writeSlice(-1, new short[12]));
            assertArgument(
                    "found slices 2 to 2147483648",
                    () -> array.write(new Slab(2, Integer.MAX_VALUE), new short[12], Order.X_FASTEST));

            array.writeSlice(0, new short[12]);
            assertMessage(
                    IllegalStateException.class,
                    "slice 0 was written before",
                    () -> array.writeSlice(0, new short[12]));
            assertMessage(
                    IllegalStateException.class,
                    "slice 0 was written before",
                    () -> array.write(new short[60], Order.X_FASTEST));
            writer.abort();
        }
    }

    @Test
    void refuses_names_that_are_taken_after_vtks_own_replacement() throws IOException {
        try (ImageDataWriter writer =
                ImageDataWriter.create(file, IMAGE, WriteOptions.defaults().withFillMissing(true))) {
            writer.createPointArray("a/b", ScalarType.INT8);
            writer.createCellArray("a/b", ScalarType.INT8);

            assertArgument("there is already an array 'a_b'", () -> writer.createPointArray("a.b", ScalarType.INT8));
            assertArgument("an array needs a name", () -> writer.createPointArray("", ScalarType.INT8));
            assertArgument(
                    "there is no array 'c'",
                    () -> writer.setActive(new ActiveArray(Association.POINT, ArrayRole.SCALARS, "c")));
            assertArgument(
                    "'a.b': the role Vectors is not for arrays of 1 components, expected 3 components",
                    () -> writer.setActive(new ActiveArray(Association.POINT, ArrayRole.VECTORS, "a.b")));
            writer.setActive(new ActiveArray(Association.POINT, ArrayRole.GLOBAL_IDS, "a.b"));
            writer.finish();
        }
        assertEquals(List.of(file), files());
    }

    @Test
    void refuses_slices_and_chunks_that_no_array_can_hold() throws IOException {
        ImageGeometry wide = ImageGeometry.of(1 << 16, 1 << 15, 2);
        try (ImageDataWriter writer = ImageDataWriter.create(file, wide)) {
            assertArgument(
                    "found a slice of 2147483648 x 1 values", () -> writer.createPointArray("a", ScalarType.INT8));
            writer.finish();
        }
        ImageGeometry deep = ImageGeometry.of(1 << 15, 1 << 15, 4);
        try (ImageDataWriter writer =
                ImageDataWriter.create(file, deep, WriteOptions.defaults().withOverwrite(true))) {
            ArraySpec spec = ArraySpec.point("a", ScalarType.FLOAT64);
            Storage large = Storage.gzip(1).withChunk(ChunkShape.of(1 << 15, 1 << 15, 1));
            assertArgument("choose a smaller chunk", () -> writer.createArray(spec, large));
            Storage tiny = Storage.gzip(1).withChunk(ChunkShape.of(1, 1, 1));
            assertArgument("choose a larger chunk", () -> writer.createArray(spec, tiny));
            writer.finish();
        }
    }

    @Test
    void refuses_arrays_that_no_file_can_hold() throws IOException {
        ImageGeometry huge = ImageGeometry.of(1 << 15, 1 << 15, Integer.MAX_VALUE);
        try (ImageDataWriter writer = ImageDataWriter.create(file, huge)) {
            assertArgument("bytes in all", () -> writer.createPointArray("a", ScalarType.FLOAT64));
            writer.finish();
        }
    }

    @Test
    void gathers_bricks_of_slices_in_any_order_within_its_memory() throws IOException {
        WriteOptions options = WriteOptions.defaults().withMemory(100_000);
        ImageGeometry image = ImageGeometry.of(37, 29, 50);
        int slice = 37 * 29;
        Integer[] order = IntStream.range(0, 50).boxed().toArray(Integer[]::new);
        Collections.shuffle(Arrays.asList(order), new Random(3));
        try (ImageDataWriter writer = ImageDataWriter.create(file, image, options)) {
            ArrayWriter array = writer.createArray(
                    ArraySpec.point("a", ScalarType.INT32), Storage.gzip(1).withChunk(ChunkShape.of(8, 8, 16)));
            for (int k : order) {
                array.writeSlice(k, IntStream.range(k * slice, (k + 1) * slice).toArray());
            }
            writer.finish();
        }
        assertEquals(List.of(file), files());
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            int[] expected = IntStream.range(0, 50 * slice).toArray();
            assertArrayEquals(expected, (int[]) reader.pointArray("a").read(Order.X_FASTEST));
        }
    }

    @Test
    void fills_what_is_missing_when_asked() throws IOException {
        WriteOptions options = WriteOptions.defaults().withFillMissing(true);
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, options)) {
            int number = 0;
            for (Storage storage : storages()) {
                number++;
                for (ScalarType type : List.of(ScalarType.UINT8, ScalarType.FLOAT32)) {
                    String name = type + " " + number;
                    ArrayWriter array = writer.createArray(ArraySpec.point(name, type), storage);
                    array.writeSlice(2, type.newArray(12));
                }
            }
            writer.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            for (ArrayReader array : reader.arrays()) {
                Object values = array.read(Order.X_FASTEST);
                for (int i = 0; i < 60; i++) {
                    boolean isWritten = i / 12 == 2;
                    double expected = isWritten || !array.spec().type().isFloating() ? 0 : Double.NaN;
                    assertEquals(
                            expected,
                            array.spec().type().doubleAt(values, i),
                            array.spec().name());
                }
            }
        }
    }

    private static List<Storage> storages() {
        return List.of(
                Storage.raw(),
                Storage.gzip(1),
                Storage.gzip(9).withoutShuffle().withChunk(ChunkShape.of(3, 2, 2)),
                Storage.chunked(ChunkShape.brick()).withChecksum());
    }

    @Test
    void takes_slices_in_c_order_without_a_copy_of_them() throws IOException {
        ImageGeometry image = ImageGeometry.of(131, 67, 5);
        try (ImageDataWriter writer = ImageDataWriter.create(file, image)) {
            for (int components : new int[] {1, 2, 3, 7}) {
                ArraySpec spec =
                        ArraySpec.point("c" + components, ScalarType.FLOAT32).withComponents(components);
                ArrayWriter raw = writer.createArray(spec);
                ArrayWriter gzip = writer.createArray(
                        new ArraySpec(Association.POINT, "z" + components, spec.type(), components),
                        Storage.gzip(1).withChunk(ChunkShape.of(30, 20, 2)));
                float[] values = new float[131 * 67 * 5 * components];
                IntStream.range(0, values.length).forEach(i -> values[i] = i);
                raw.write(values, Order.X_SLOWEST);
                gzip.write(values, Order.X_SLOWEST);
            }
            writer.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            for (ArrayReader array : reader.arrays()) {
                float[] values = (float[]) array.read(Order.X_SLOWEST);
                IntStream.range(0, values.length)
                        .forEach(i -> assertEquals(i, values[i], array.spec().name()));
            }
        }
    }
}
