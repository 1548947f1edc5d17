package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.NotYetReadableException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.Content;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.read.StoredLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file shows before it is finished. */
class WriterCommitTest extends WriterFixture {

    private static final WriteOptions ON_DEMAND = WriteOptions.defaults().withCommits(Commits.onDemand());

    @ParameterizedTest
    @ValueSource(
            strings = {"4 3 5", "1 1 1", "5 1 1", "1 5 1", "5 4 1", "1 5 4", "6 1 5", "1 1 6", "4 3 2", "2 1 4099"})
    void shows_exactly_the_slices_that_are_there(String dimensions) throws IOException {
        ImageGeometry image = image(dimensions);
        Random random = new Random(dimensions.hashCode());
        try (ImageDataWriter writer = ImageDataWriter.create(file, image, ON_DEMAND)) {
            writer.commit();
            List<ArrayWriter> arrays = List.of(
                    writer.createPointArray("raw", ScalarType.FLOAT64),
                    writer.createArray(
                            ArraySpec.point("vector", ScalarType.INT16).withComponents(3)),
                    writer.createCellArray("cells", ScalarType.FLOAT32),
                    writer.createArray(ArraySpec.point("slices", ScalarType.FLOAT32), Storage.gzip(1)),
                    writer.createArray(
                            ArraySpec.cell("sums", ScalarType.UINT8),
                            Storage.raw().withChecksum()));
            writer.writeField(FieldArray.of("field"));
            writer.commit();
            assertShown(arrays);
            for (int[] step : steps(arrays, random)) {
                ArrayWriter array = arrays.get(step[0]);
                array.writeSlice(step[1], Content.slice(array, step[1]));
                if (random.nextInt(1 + image.dimensions().z() / 3) == 0) {
                    writer.commit();
                    assertShown(arrays);
                }
            }
            writer.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertTrue(reader.isFinished());
            assertEquals(
                    StoredLayout.Form.CONTIGUOUS,
                    reader.pointArray("raw").storage().form());
        }
    }

    /** Each slice of each array, in random order. */
    private static List<int[]> steps(List<ArrayWriter> arrays, Random random) {
        List<int[]> steps = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i++) {
            for (int slice = 0; slice < arrays.get(i).dimensions().z(); slice++) {
                steps.add(new int[] {i, slice});
            }
        }
        Collections.shuffle(steps, random);
        return steps;
    }

    private void assertShown(List<ArrayWriter> arrays) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(ImageDataWriter.partOf(file))) {
            assertFalse(reader.isFinished());
            assertEquals(1, reader.fields().size());
            for (ArrayWriter array : arrays) {
                ArraySpec spec = array.spec();
                ArrayReader shown = reader.array(spec.association(), spec.name());
                int thickness = shown.chunkThickness();
                for (int slice = 0; slice < array.dimensions().z(); slice++) {
                    Object expected = isPartWritten(array, slice / thickness * thickness, thickness)
                            ? Content.slice(array, slice)
                            : Content.fill(array);
                    Content.assertSame(expected, shown.readSlice(slice));
                }
            }
        }
    }

    private static boolean isPartWritten(ArrayWriter array, int first, int slices) {
        int end = Math.min(first + slices, array.dimensions().z());
        return IntStream.range(first, end).allMatch(array::isWritten);
    }

    @Test
    void shows_layers_of_bricks_that_are_complete() throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(7, 5, 9), ON_DEMAND)) {
            ArrayWriter array = writer.createArray(
                    ArraySpec.point("a", ScalarType.FLOAT32), Storage.gzip(1).withChunk(ChunkShape.of(3, 3, 4)));
            for (int slice : new int[] {3, 8, 1, 0, 4, 2, 5}) {
                array.writeSlice(slice, Content.slice(array, slice));
            }
            writer.commit();
            try (ImageDataReader reader = ImageDataReader.open(ImageDataWriter.partOf(file))) {
                for (int slice = 0; slice < 9; slice++) {
                    boolean shown = slice < 4 || slice == 8;
                    Content.assertSame(
                            shown ? Content.slice(array, slice) : Content.fill(array),
                            reader.pointArray("a").readSlice(slice));
                }
            }
            writer.abort();
        }
    }

    @Test
    void commits_after_so_many_slices_of_all_arrays() throws IOException {
        try (ImageDataWriter writer =
                ImageDataWriter.create(file, IMAGE, WriteOptions.defaults().withCommits(Commits.everySlices(3)))) {
            ArrayWriter a = writer.createPointArray("a", ScalarType.INT32);
            ArrayWriter b = writer.createArray(ArraySpec.point("b", ScalarType.INT32), Storage.fast());
            a.writeSlice(0, new int[12]);
            b.writeSlice(0, new int[12]);
            assertEquals(0, arraysShown());
            a.writeSlice(4, Content.slice(a, 4));
            assertEquals(2, arraysShown());
            b.write(new Slab(1, 2), new int[24], Order.X_FASTEST);
            a.writeSlice(1, Content.slice(a, 1));
            Content.assertSame(Content.slice(a, 1), shown("a", 1));
            writer.abort();
        }
    }

    @Test
    void commits_when_the_time_has_come_or_never() throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(
                file, IMAGE, WriteOptions.defaults().withCommits(Commits.every(Duration.ofNanos(1))))) {
            ArrayWriter a = writer.createPointArray("a", ScalarType.INT32);
            for (int slice = 0; slice < 5; slice++) {
                a.writeSlice(slice, Content.slice(a, slice));
                Content.assertSame(Content.slice(a, slice), shown("a", slice));
            }
            writer.abort();
        }
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, ON_DEMAND.withOverwrite(true))) {
            writeAll(writer.createPointArray("a", ScalarType.INT32));
            assertEquals(0, arraysShown());
            writer.abort();
        }
    }

    @Test
    void refuses_intervals_that_are_none() {
        for (Duration time : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> WriteOptions.defaults().withCommits(Commits.every(time)));
        }
        assertThrows(
                IllegalArgumentException.class, () -> WriteOptions.defaults().withCommits(Commits.everySlices(0)));
        WriteOptions.defaults().withCommits(Commits.every(Duration.ofSeconds(Long.MAX_VALUE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "gzip"})
    void leaves_little_behind_however_often_a_commit_is_due(String form) throws IOException {
        Storage storage = form.equals("raw") ? Storage.raw() : Storage.gzip(1).withoutShuffle();
        int slices = 4000;
        byte[] noise = new byte[1000];
        new Random(4).nextBytes(noise);
        long[] sizes = new long[2];
        for (int i = 0; i < 2; i++) {
            WriteOptions options = i == 0 ? ON_DEMAND : ON_DEMAND.withCommits(Commits.everySlices(1));
            Path path = directory.resolve(i + ".vtkhdf");
            try (ImageDataWriter writer =
                    ImageDataWriter.create(path, ImageGeometry.of(100, 10, slices), options.withStorage(storage))) {
                ArrayWriter array = writer.createPointArray("a", ScalarType.UINT8);
                for (int slice = 0; slice < slices; slice++) {
                    array.writeSlice(slice, noise);
                }
                writer.finish();
            }
            sizes[i] = Files.size(path);
        }
        long dead = sizes[1] - sizes[0];
        assertTrue(dead > 500_000 && dead < (1 << 20) + sizes[0] / 32, dead + " bytes of " + sizes[0]);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tells_from_the_start_that_a_file_is_unfinished(boolean inPlace) throws IOException {
        WriteOptions options = inPlace ? ON_DEMAND.withInPlace(true) : ON_DEMAND;
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, options)) {
            try (ImageDataReader reader = ImageDataReader.open(inPlace ? file : ImageDataWriter.partOf(file))) {
                assertFalse(reader.isFinished());
                assertEquals(List.of(), reader.arrays());
            }
            writer.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertTrue(reader.isFinished());
        }
    }

    @Test
    void the_head_is_known_as_ours_from_its_first_byte_on() throws IOException {
        Path part = ImageDataWriter.partOf(file);
        byte[] head = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
        for (int bytes = 0; bytes <= 8; bytes++) {
            Files.write(part, Arrays.copyOf(head, bytes));
            ImageDataWriter.create(file, IMAGE).abort();
            assertFalse(Files.exists(part));
        }
        ImageDataWriter writer = ImageDataWriter.create(file, IMAGE);
        assertArrayEquals(head, java.util.Arrays.copyOf(Files.readAllBytes(part), 8));
        writer.abort();
    }

    @Test
    void less_than_a_commit_is_told_as_such() throws IOException {
        Path part = ImageDataWriter.partOf(file);
        byte[] head = Arrays.copyOf(new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'}, 5000);
        for (int bytes : new int[] {0, 1, 7, 8, 9, 47, 48, 5000}) {
            Files.write(part, Arrays.copyOf(head, bytes));
            assertMessage(
                    NotYetReadableException.class,
                    "found an unfinished output that holds nothing yet",
                    () -> ImageDataReader.open(part));
        }
        Files.writeString(part, "mine");
        assertMessage(CorruptFileException.class, "found no HDF5 signature", () -> ImageDataReader.open(part));
    }

    @Test
    void a_commit_that_failed_by_an_error_is_due_again() {
        CommitSchedule schedule = new CommitSchedule(Commits.everySlices(1));
        assertTrue(schedule.isDue(1, 0, 0));
        assertFalse(schedule.isDue(1, 0, 0)); // Somebody is at it.
        schedule.ended();
        assertTrue(schedule.isDue(1, 0, 0));
        schedule.committed(100, 100);
        schedule.ended();
        assertFalse(schedule.isDue(0, 0, 0));
        assertTrue(schedule.isDue(1, 0, 0));
    }

    /** Those that nobody asks for go on, as far as the data pay for them, also in a run that goes on with a series. */
    @ParameterizedTest
    @ValueSource(ints = {16, 64})
    void commits_of_a_growing_series_go_on(int side) throws IOException {
        WriteOptions options =
                WriteOptions.defaults().withCommits(Commits.everySteps(1)).withResume(true);
        int run = side == 16 ? 4000 : 1500;
        long begun = 0;
        for (int last = run; last <= 2 * run; last += run) {
            ImageSeriesWriter series =
                    ImageSeriesWriter.create(file, ImageGeometry.of(side, side, 1), TimeAxis.growing(), options);
            int commits = 0;
            long shown = begun;
            for (int n = series.times().length; n < last; n++) {
                StepWriter step = series.step(n);
                step.createPointArray("a", ScalarType.FLOAT32).write(new float[side * side], Order.X_FASTEST);
                step.finish();
                long root = root();
                commits += root == shown ? 0 : 1;
                shown = root;
            }
            // A commit takes less than 16 KiB, and a 32nd of the data is for them.
            long paid = (long) run * side * side * Float.BYTES / 32 / (16 << 10);
            assertTrue(commits > paid / 2, commits + " commits, expected " + paid);
            begun = shown;
            series.abort();
        }
    }

    /** The address of the root group. */
    private long root() throws IOException {
        try (SeekableByteChannel part = Files.newByteChannel(ImageDataWriter.partOf(file))) {
            ByteBuffer address = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            part.position(36).read(address);
            return address.getLong(0);
        }
    }

    private int arraysShown() throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(ImageDataWriter.partOf(file))) {
            return reader.arrays().size();
        }
    }

    private Object shown(String array, int slice) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(ImageDataWriter.partOf(file))) {
            return reader.pointArray(array).readSlice(slice);
        }
    }
}
