package io.vtkhdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class VtkhdfWriterTest {

    private static final ImageGeometry IMAGE = ImageGeometry.of(4, 3, 5);

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("image.vtkhdf");
    }

    @Test
    void publishes_only_what_is_finished() throws IOException {
        try (VtkhdfWriter writer = VtkhdfWriter.create(file, IMAGE)) {
            writeAll(writer.createPointArray("a", ScalarType.INT32));
            assertFalse(Files.exists(file));

            writer.finish();

            assertEquals(List.of(file), files());
            assertThrows(IllegalStateException.class, writer::finish);
            assertThrows(IllegalStateException.class, () -> writer.createPointArray("b", ScalarType.INT8));
        }
        assertEquals(List.of(file), files());
    }

    @Test
    void leaves_nothing_when_slices_are_missing() throws IOException {
        VtkhdfWriter writer = VtkhdfWriter.create(file, IMAGE);
        ArrayWriter array = writer.createPointArray("a", ScalarType.INT8);
        array.writeSlice(0, new byte[12]);
        array.writeSlice(3, new byte[12]);

        assertMessage(IllegalStateException.class, "'a' lacks 3 of 5 slices, the first is 1", writer::finish);
        array.writeSlice(1, new byte[12]);
        assertMessage(IllegalStateException.class, "'a' lacks 2 of 5 slices, the first is 2", writer::finish);
        assertMessage(IllegalStateException.class, "closed without finish()", writer::close);

        assertEquals(List.of(), files());
        assertThrows(IllegalStateException.class, () -> array.writeSlice(2, new byte[12]));
        writer.close();
    }

    @Test
    void never_replaces_a_file_by_what_an_exception_left_of_it() throws IOException {
        Files.writeString(file, "precious");
        WriteOptions options = WriteOptions.defaults().overwrite().fillMissing();

        ArithmeticException thrown = assertThrows(ArithmeticException.class, () -> {
            try (VtkhdfWriter writer = VtkhdfWriter.create(file, IMAGE, options)) {
                writeAll(writer.createPointArray("a", ScalarType.INT8));
                throw new ArithmeticException("computing b");
            }
        });

        assertEquals("computing b", thrown.getMessage());
        assertEquals("precious", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void can_still_be_finished_when_the_missing_slices_have_come() throws IOException {
        try (VtkhdfWriter writer = VtkhdfWriter.create(file, IMAGE)) {
            ArrayWriter array = writer.createPointArray("a", ScalarType.INT8);
            array.writeSlab(0, 4, new byte[48], Order.X_FASTEST);
            assertThrows(IllegalStateException.class, writer::finish);
            array.writeSlice(4, new byte[12]);
            writer.finish();
        }
        assertEquals(List.of(file), files());
    }

    @Test
    void leaves_nothing_when_aborted() throws IOException {
        try (VtkhdfWriter writer = VtkhdfWriter.create(file, IMAGE)) {
            writeAll(writer.createPointArray("a", ScalarType.INT8));
            writer.abort();
            writer.abort();
        }
        assertEquals(List.of(), files());
    }

    @Test
    void replaces_a_file_only_when_asked_and_only_at_the_end() throws IOException {
        Files.writeString(file, "precious");
        assertThrows(FileAlreadyExistsException.class, () -> VtkhdfWriter.create(file, IMAGE));

        WriteOptions overwrite = WriteOptions.defaults().overwrite();
        try (VtkhdfWriter writer = VtkhdfWriter.create(file, IMAGE, overwrite)) {
            writer.abort();
        }
        assertEquals("precious", Files.readString(file));

        try (VtkhdfWriter writer = VtkhdfWriter.create(file, IMAGE, overwrite)) {
            writer.finish();
        }
        assertTrue(Files.size(file) > 48);
        assertEquals(List.of(file), files());
    }

    @Test
    void does_not_replace_a_file_that_appeared_meanwhile_and_keeps_both() throws IOException {
        Path finished = directory.resolve("image.vtkhdf.part");
        try (VtkhdfWriter writer = VtkhdfWriter.create(file, IMAGE)) {
            Files.writeString(file, "precious");

            assertMessage(FileAlreadyExistsException.class, "the finished file is " + finished, writer::finish);
        }
        assertEquals("precious", Files.readString(file));
        VtkhdfReader.open(finished).close();
    }

    @Test
    void starts_afresh_where_an_interrupted_run_left_something() throws IOException {
        Files.writeString(directory.resolve("image.vtkhdf.part"), "half");

        try (VtkhdfWriter writer = VtkhdfWriter.create(file, IMAGE)) {
            writer.finish();
        }
        VtkhdfReader.open(file).close();
        assertEquals(List.of(file), files());
    }

    @Test
    void refuses_to_replace_a_directory() throws IOException {
        Files.createDirectory(file);
        WriteOptions overwrite = WriteOptions.defaults().overwrite();

        assertMessage(
                FileAlreadyExistsException.class, "is a directory", () -> VtkhdfWriter.create(file, IMAGE, overwrite));
    }

    @Test
    void keeps_the_last_commit_of_a_file_in_place() throws IOException {
        try (VtkhdfWriter writer =
                VtkhdfWriter.create(file, IMAGE, WriteOptions.defaults().inPlace())) {
            writeAll(writer.createPointArray("a", ScalarType.INT8));
            writer.commit();
            writer.createPointArray("b", ScalarType.INT8);
            writer.abort();
        }
        try (VtkhdfReader reader = VtkhdfReader.open(file)) {
            assertEquals(
                    List.of("a"),
                    reader.arrays().stream().map(array -> array.spec().name()).toList());
        }
    }

    @Test
    void keeps_two_writers_apart() throws IOException {
        try (VtkhdfWriter first = VtkhdfWriter.create(file, IMAGE)) {
            writeAll(first.createPointArray("a", ScalarType.INT8));
            assertMessage(IOException.class, "another writer is writing it", () -> VtkhdfWriter.create(file, IMAGE));
            first.finish();
        }
        assertEquals(List.of(file), files());
    }

    @Test
    void needs_a_folder_that_exists() {
        Path nowhere = directory.resolve("none").resolve("image.vtkhdf");

        assertThrows(NoSuchFileException.class, () -> VtkhdfWriter.create(nowhere, IMAGE));
    }

    @Test
    void refuses_values_that_do_not_fit() throws IOException {
        try (VtkhdfWriter writer = VtkhdfWriter.create(file, IMAGE)) {
            ArrayWriter array = writer.createPointArray("a", ScalarType.INT16);

            assertArgument("found 13 values, expected 12", () -> array.writeSlice(0, new short[13]));
            assertArgument("found 11 values, expected 12", () -> array.writeSlice(0, new short[11]));
            assertArgument("found int[], expected short[]", () -> array.writeSlice(0, new int[12]));
            assertArgument("found null", () -> array.writeSlice(0, null));
            assertArgument("found 23 bytes", () -> array.writeSlice(0, ByteBuffer.allocate(23)));
            assertArgument("expected some of 0 to 4", () -> array.writeSlice(5, new short[12]));
            assertArgument("expected some of 0 to 4", () -> array.writeSlice(-1, new short[12]));
            assertArgument(
                    "found slices 2 to 2147483648",
                    () -> array.writeSlab(2, Integer.MAX_VALUE, new short[12], Order.X_FASTEST));

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
        try (VtkhdfWriter writer =
                VtkhdfWriter.create(file, IMAGE, WriteOptions.defaults().fillMissing())) {
            writer.createPointArray("a/b", ScalarType.INT8);
            writer.createCellArray("a/b", ScalarType.INT8);

            assertArgument("there is already an array 'a_b'", () -> writer.createPointArray("a.b", ScalarType.INT8));
            assertArgument("an array needs a name", () -> writer.createPointArray("", ScalarType.INT8));
            assertArgument(
                    "there is no array 'c'",
                    () -> writer.setActive(new ActiveArray(Association.POINT, ActiveAttribute.SCALARS, "c")));
            writer.finish();
        }
        assertEquals(List.of(file), files());
    }

    @Test
    void refuses_slices_and_chunks_that_no_array_can_hold() throws IOException {
        ImageGeometry wide = ImageGeometry.of(1 << 16, 1 << 15, 2);
        try (VtkhdfWriter writer = VtkhdfWriter.create(file, wide)) {
            assertArgument("found 2147483648 values in a slice", () -> writer.createPointArray("a", ScalarType.INT8));
            writer.finish();
        }
        ImageGeometry deep = ImageGeometry.of(1 << 15, 1 << 15, 4);
        try (VtkhdfWriter writer =
                VtkhdfWriter.create(file, deep, WriteOptions.defaults().overwrite())) {
            ArraySpec spec = ArraySpec.point("a", ScalarType.FLOAT64);
            assertArgument("choose a smaller chunk", () -> writer.createArray(spec, Storage.gzip(1)));
            Storage tiny = Storage.gzip(1).withChunk(ChunkShape.of(1, 1, 1));
            assertArgument("choose a larger chunk", () -> writer.createArray(spec, tiny));
            writer.finish();
        }
    }

    @Test
    void refuses_arrays_that_no_file_can_hold() throws IOException {
        ImageGeometry huge = ImageGeometry.of(1 << 15, 1 << 15, Integer.MAX_VALUE);
        try (VtkhdfWriter writer = VtkhdfWriter.create(file, huge)) {
            assertArgument("bytes in all", () -> writer.createPointArray("a", ScalarType.FLOAT64));
            writer.finish();
        }
    }

    @Test
    void writes_the_same_bytes_whatever_the_number_of_threads() throws IOException {
        byte[] expected = null;
        for (int threads : new int[] {1, 2, 7}) {
            Path path = directory.resolve(threads + ".vtkhdf");
            WriteOptions options =
                    WriteOptions.defaults().storage(Storage.gzip(1)).threads(threads);
            try (VtkhdfWriter writer = VtkhdfWriter.create(path, ImageGeometry.of(50, 40, 30), options)) {
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
    void gathers_bricks_of_slices_in_any_order_within_its_memory() throws IOException {
        WriteOptions options = WriteOptions.defaults().memory(100_000);
        ImageGeometry image = ImageGeometry.of(37, 29, 50);
        int slice = 37 * 29;
        Integer[] order = IntStream.range(0, 50).boxed().toArray(Integer[]::new);
        Collections.shuffle(Arrays.asList(order), new Random(3));
        try (VtkhdfWriter writer = VtkhdfWriter.create(file, image, options)) {
            ArrayWriter array = writer.createArray(
                    ArraySpec.point("a", ScalarType.INT32), Storage.gzip(1).withChunk(ChunkShape.of(8, 8, 16)));
            for (int k : order) {
                array.writeSlice(k, IntStream.range(k * slice, (k + 1) * slice).toArray());
            }
            writer.finish();
        }
        assertEquals(List.of(file), files());
        try (VtkhdfReader reader = VtkhdfReader.open(file)) {
            int[] expected = IntStream.range(0, 50 * slice).toArray();
            assertArrayEquals(expected, (int[]) reader.pointArray("a").read(Order.X_FASTEST));
        }
    }

    @Test
    void fills_what_is_missing_when_asked() throws IOException {
        WriteOptions options = WriteOptions.defaults().fillMissing();
        try (VtkhdfWriter writer = VtkhdfWriter.create(file, IMAGE, options)) {
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
        try (VtkhdfReader reader = VtkhdfReader.open(file)) {
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
    void shows_a_consistent_image_at_each_commit_while_threads_write() throws Exception {
        ImageGeometry image = ImageGeometry.of(16, 8, 400);
        WriteOptions options = WriteOptions.defaults().inPlace().memory(50_000);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        int commits = 0;
        try (VtkhdfWriter writer = VtkhdfWriter.create(file, image, options)) {
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
        try (VtkhdfReader reader = VtkhdfReader.open(file)) {
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
        try (VtkhdfReader reader = VtkhdfReader.open(file)) {
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

    @Test
    void fails_for_good_when_its_thread_is_interrupted() throws IOException {
        try (VtkhdfWriter writer = VtkhdfWriter.create(file, IMAGE)) {
            ArrayWriter array = writer.createPointArray("a", ScalarType.INT8);
            ArrayWriter bricks = writer.createArray(
                    ArraySpec.point("b", ScalarType.INT8), Storage.gzip(1).withChunk(ChunkShape.brick()));
            Thread.currentThread().interrupt();

            String message = "image.vtkhdf: could not be written: its thread was interrupted";
            assertMessage(IOException.class, message, () -> array.writeSlice(0, new byte[12]));
            assertTrue(Thread.interrupted());

            assertMessage(IOException.class, message, () -> array.writeSlice(1, new byte[12]));
            assertMessage(IOException.class, message, () -> bricks.writeSlice(1, new byte[12]));
            assertMessage(IOException.class, message, () -> writer.createPointArray("c", ScalarType.INT8));
            assertMessage(IOException.class, message, writer::finish);
            writer.abort();
        }
        assertEquals(List.of(), files());
    }

    @Test
    void ends_threads_that_wait_when_it_is_aborted() throws Exception {
        WriteOptions options = WriteOptions.defaults().threads(1).memory(1).storage(Storage.gzip(9));
        ImageGeometry image = ImageGeometry.of(500, 500, 200);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (VtkhdfWriter writer = VtkhdfWriter.create(file, image, options)) {
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
                Throwable failure = assertThrows(ExecutionException.class, () -> thread.get(10, TimeUnit.SECONDS))
                        .getCause();
                assertEquals(IllegalStateException.class, failure.getClass(), failure.toString());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(List.of(), files());
    }

    @Test
    void takes_slices_in_c_order_without_a_copy_of_them() throws IOException {
        ImageGeometry image = ImageGeometry.of(131, 67, 5);
        try (VtkhdfWriter writer = VtkhdfWriter.create(file, image)) {
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
        try (VtkhdfReader reader = VtkhdfReader.open(file)) {
            for (ArrayReader array : reader.arrays()) {
                float[] values = (float[]) array.read(Order.X_SLOWEST);
                IntStream.range(0, values.length)
                        .forEach(i -> assertEquals(i, values[i], array.spec().name()));
            }
        }
    }

    private static void assertArgument(String message, Executable call) {
        assertMessage(IllegalArgumentException.class, message, call);
    }

    private static <T extends Throwable> void assertMessage(Class<T> type, String message, Executable call) {
        String found = assertThrows(type, call).getMessage();
        assertTrue(found.contains(message), found);
    }

    private static void writeAll(ArrayWriter array) throws IOException {
        for (int k = 0; k < array.dimensions().z(); k++) {
            array.writeSlice(
                    k,
                    array.spec()
                            .type()
                            .newArray(
                                    array.dimensions().x() * array.dimensions().y()));
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> list = Files.list(directory)) {
            return list.toList();
        }
    }
}
