package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Names;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.Content;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Going on with what an interrupted run has left; copying the unfinished file while it is written is as good as a kill.
 */
class WriterResumeTest extends WriterFixture {

    private static final WriteOptions ON_DEMAND = WriteOptions.defaults().withCommits(Commits.onDemand());
    private static final WriteOptions RESUME = ON_DEMAND.withResume(true);

    private static final List<ArraySpec> SPECS = List.of(
            ArraySpec.point("raw", ScalarType.FLOAT64),
            ArraySpec.point("vec/tor", ScalarType.INT16).withComponents(2).withComponentNames(List.of("u", "ü")),
            ArraySpec.cell("raw", ScalarType.INT32),
            ArraySpec.point("slices", ScalarType.FLOAT32),
            ArraySpec.point("bricks", ScalarType.FLOAT32),
            ArraySpec.cell("checked", ScalarType.UINT8));

    private static final List<Storage> STORAGES = List.of(
            Storage.raw(),
            Storage.raw(),
            Storage.raw(),
            Storage.gzip(1),
            Storage.gzip(6).withoutShuffle().withChunk(ChunkShape.of(3, 2, 2)),
            Storage.chunked(ChunkShape.of(2, 2, 3)).withChecksum());

    private static List<ArrayWriter> create(ImageDataWriter writer) throws IOException {
        List<ArrayWriter> arrays = new ArrayList<>();
        for (int i = 0; i < SPECS.size(); i++) {
            arrays.add(writer.createArray(SPECS.get(i), STORAGES.get(i)));
        }
        return arrays;
    }

    private static void write(ArrayWriter array, int slice) throws IOException {
        array.writeSlice(slice, Content.slice(array, slice));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4 3 5", "1 1 1", "7 1 1", "1 7 1", "5 4 1", "1 5 4", "6 1 5", "1 1 6", "5 4 9", "2 1 4099"})
    void completes_what_was_killed_at_any_time(String dimensions) throws IOException {
        ImageGeometry image = image(dimensions).withOrigin(1, -0.0, 3).withSpacing(0.1, 1, 1);
        Random random = new Random(dimensions.hashCode());
        Path part = ImageDataWriter.partOf(file);
        try (ImageDataWriter writer = ImageDataWriter.create(file, image, ON_DEMAND)) {
            List<ArrayWriter> arrays = create(writer);
            writer.writeField(FieldArray.of("numbers", 1.5, -2).withComponentNames(List.of()));
            writer.writeField(FieldArray.ofStrings("words", List.of("a", "", "ü")));
            writer.setActive(new ActiveArray(Association.POINT, ArrayRole.TCOORDS, "vec/tor"));
            List<List<Integer>> committed = written(arrays);
            boolean any = false;
            int runs = image.dimensions().z() > 100 ? 2 : 8;
            for (int run = 0; run < runs; run++) {
                for (ArrayWriter array : arrays) {
                    int[] missing = array.missingSlices().toArray();
                    for (int slice : missing) {
                        if (random.nextInt(4) == 0) {
                            write(array, slice);
                        }
                    }
                }
                if (run % 2 == 1) {
                    writer.commit();
                    committed = written(arrays);
                    any = true;
                }
                killed(part, image, any ? committed : null, random);
            }
            writer.abort();
        }
    }

    /** The slices that are there, of each array. */
    private static List<List<Integer>> written(List<ArrayWriter> arrays) {
        return arrays.stream()
                .map(array -> IntStream.range(0, array.dimensions().z())
                        .filter(array::isWritten)
                        .boxed()
                        .toList())
                .toList();
    }

    /** Goes on with a copy, which is killed once more, to its end. */
    private void killed(Path part, ImageGeometry image, List<List<Integer>> committed, Random random)
            throws IOException {
        Path folder = Files.createTempDirectory(directory, "resumed");
        Path copy = folder.resolve("image.vtkhdf");
        Files.copy(part, ImageDataWriter.partOf(copy));
        // What was behind the last commit when it was killed.
        Files.write(ImageDataWriter.partOf(copy), new byte[random.nextInt(5000)], StandardOpenOption.APPEND);
        Path again = folder.resolve("again.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(copy, image, RESUME)) {
            List<ArrayWriter> arrays = create(writer);
            if (committed != null) {
                assertNothingIsLost(committed, arrays);
            }
            for (ArrayWriter array : arrays) {
                array.missingSlices().limit(3).forEach(slice -> unchecked(() -> write(array, slice)));
            }
            writer.commit();
            Files.copy(ImageDataWriter.partOf(copy), ImageDataWriter.partOf(again));
            finish(writer, arrays);
        }
        assertWhole(copy, image, committed != null);
        try (ImageDataWriter writer = ImageDataWriter.create(again, image, RESUME)) {
            finish(writer, create(writer));
        }
        assertWhole(again, image, committed != null);
    }

    /** Of chunks of several slices, all must have been there. */
    private static void assertNothingIsLost(List<List<Integer>> committed, List<ArrayWriter> arrays) {
        for (int i = 0; i < arrays.size(); i++) {
            ArrayWriter array = arrays.get(i);
            int all = array.dimensions().z();
            Dimensions chunk = STORAGES.get(i)
                    .chunkOf(array.spec(), array.dimensions())
                    .orElse(new Dimensions(1, 1, all > 4096 ? 2 : 1));
            for (int slice = 0; slice < all; slice++) {
                int first = slice / chunk.z() * chunk.z();
                boolean expected = committed
                        .get(i)
                        .containsAll(IntStream.range(first, Math.min(first + chunk.z(), all))
                                .boxed()
                                .toList());
                assertEquals(expected, array.isWritten(slice), array.spec() + " " + slice);
            }
        }
    }

    private static void finish(ImageDataWriter writer, List<ArrayWriter> arrays) throws IOException {
        for (ArrayWriter array : arrays) {
            for (int slice : array.missingSlices().toArray()) {
                write(array, slice);
            }
        }
        writer.finish();
    }

    private static void assertWhole(Path path, ImageGeometry image, boolean hasFields) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(path)) {
            assertTrue(reader.isFinished());
            assertEquals(image, reader.geometry());
            assertEquals(SPECS.size(), reader.arrays().size());
            for (int i = 0; i < SPECS.size(); i++) {
                ArraySpec spec = SPECS.get(i);
                ArrayReader array = reader.array(spec.association(), Names.stored(spec.name()));
                assertEquals(spec.type(), array.spec().type());
                assertEquals(spec.componentNames(), array.spec().componentNames());
                assertEquals(
                        STORAGES.get(i).chunkOf(array.spec(), array.dimensions()),
                        array.storage().chunk());
                for (int slice = 0; slice < array.dimensions().z(); slice++) {
                    Content.assertSame(Content.slice(spec, array.dimensions(), slice), array.readSlice(slice));
                }
            }
            if (hasFields) {
                assertArrayEquals(new double[] {1.5, -2}, (double[])
                        reader.fields().get(0).asNumbers().values());
                assertEquals(
                        List.of("a", "", "ü"),
                        reader.fields().get(1).asStrings().values());
                assertEquals(
                        List.of(new ActiveArray(Association.POINT, ArrayRole.TCOORDS, "vec_tor")),
                        reader.activeArrays());
            }
        }
    }

    @Test
    void begins_anew_where_there_is_nothing_or_less_than_a_commit() throws IOException {
        Path part = ImageDataWriter.partOf(file);
        byte[] head = Arrays.copyOf(new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'}, 500);
        for (int length : new int[] {-1, 0, 1, 7, 8, 9, 47, 48, 49, 500}) {
            if (length >= 0) {
                Files.write(part, Arrays.copyOf(head, length));
            }
            try (ImageDataWriter writer = ImageDataWriter.create(
                    file, IMAGE, ON_DEMAND.withResume(true).withOverwrite(true))) {
                finish(writer, create(writer));
            }
            assertWhole(file, IMAGE, false);
            assertEquals(List.of(file), files());
        }
    }

    @Test
    void giving_up_commits_and_keeps_what_there_is() throws IOException {
        Path part = ImageDataWriter.partOf(file);
        ImageDataWriter closed = ImageDataWriter.create(file, IMAGE, RESUME);
        write(closed.createPointArray("a", ScalarType.INT32), 1);
        assertMessage(IllegalStateException.class, "what there is of it is " + part, closed::close);

        ImageDataWriter aborted = ImageDataWriter.create(file, IMAGE, RESUME);
        ArrayWriter array = aborted.createPointArray("a", ScalarType.INT32);
        assertArrayEquals(new int[] {0, 2, 3, 4}, array.missingSlices().toArray());
        write(array, 3);
        aborted.abort();
        aborted.abort();

        ImageDataWriter refused = ImageDataWriter.create(file, IMAGE, RESUME);
        assertMessage(IllegalStateException.class, "'a' lacks 3 of 5 slices, the first is 0", refused::finish);
        refused.abort();
        assertEquals(List.of(part), files());
    }

    @Test
    void what_was_made_from_something_else_is_not_gone_on_with() throws IOException {
        ImageDataWriter killed = ImageDataWriter.create(file, IMAGE, RESUME.withSource("a.vti of ü"));
        write(killed.createPointArray("a", ScalarType.INT32), 1);
        killed.abort();
        assertArgument(
                "found it to be made from a.vti of ü, expected b.vti to go on with it; delete it",
                () -> ImageDataWriter.create(file, IMAGE, RESUME.withSource("b.vti")));
        ImageDataWriter.create(file, IMAGE, RESUME).abort();
        assertArgument("b.vti", () -> ImageDataWriter.create(file, IMAGE, RESUME.withSource("b.vti")));
        try (ImageDataWriter writer = ImageDataWriter.create(
                file, IMAGE, RESUME.withSource("a.vti of ü").withFillMissing(true))) {
            writer.finish();
        }
        assertFalse(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8).endsWith("a.vti of ü"));
        assertArgument("source: found a NUL", () -> RESUME.withSource("a\0b"));
        assertArgument("half a surrogate pair", () -> RESUME.withSource("a\ud800"));
        assertArgument("found a source of 0", () -> RESUME.withSource(""));
        assertArgument("found a source of 1001", () -> RESUME.withSource("x".repeat(1001)));
    }

    @Test
    void only_what_is_missing_of_a_slab_is_written_if_so_asked() throws IOException {
        ImageDataWriter killed = ImageDataWriter.create(file, IMAGE, RESUME);
        ArrayWriter first = killed.createPointArray("a", ScalarType.INT32);
        write(first, 1);
        write(first, 3);
        killed.abort();
        int[] others = new int[60];
        Arrays.fill(others, -1);
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, RESUME)) {
            ArrayWriter array = writer.createPointArray("a", ScalarType.INT32);
            assertMessage(
                    IllegalStateException.class, "slice 1 was written", () -> array.write(others, Order.X_FASTEST));
            assertEquals(3, array.missingSlices().count());
            array.writeMissing(new Slab(1, 3), new int[36], Order.X_SLOWEST);
            array.writeMissing(new Slab(0, 5), others, Order.X_FASTEST);
            array.writeMissing(new Slab(0, 5), new int[60], Order.X_FASTEST);
            assertArgument(
                    "found slices 4 to 5", () -> array.writeMissing(new Slab(4, 2), new int[24], Order.X_FASTEST));
            writer.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            ArrayReader array = reader.pointArray("a");
            for (int slice : new int[] {1, 3}) {
                Content.assertSame(Content.slice(first, slice), array.readSlice(slice));
            }
            for (int slice : new int[] {0, 4}) {
                Content.assertSame(Arrays.copyOf(others, 12), array.readSlice(slice));
            }
            Content.assertSame(new int[12], array.readSlice(2));
        }
    }

    @Test
    void another_writer_is_kept_off() throws IOException {
        ImageDataWriter first = ImageDataWriter.create(file, IMAGE, RESUME);
        write(first.createPointArray("a", ScalarType.INT32), 1);
        first.commit();
        assertMessage(
                IOException.class, "another writer is writing it", () -> ImageDataWriter.create(file, IMAGE, RESUME));
        first.abort();
        ImageDataWriter second = ImageDataWriter.create(file, IMAGE, RESUME);
        assertMessage(
                IOException.class, "another writer is writing it", () -> ImageDataWriter.create(file, IMAGE, RESUME));
        assertTrue(second.createPointArray("a", ScalarType.INT32).isWritten(1));
        second.abort();
    }

    @Test
    void without_the_option_what_has_slices_is_replaced_only_if_asked_for() throws IOException {
        ImageDataWriter killed = ImageDataWriter.create(file, IMAGE, RESUME);
        write(killed.createPointArray("a", ScalarType.INT32), 1);
        killed.abort();
        Path part = ImageDataWriter.partOf(file);
        byte[] before = Files.readAllBytes(part);

        String refusal = part
                + ": is an unfinished file with 1 of 5 slices: withResume(true) goes on with it, withOverwrite(true) replaces it";
        assertMessage(FileAlreadyExistsException.class, refusal, () -> ImageDataWriter.create(file, IMAGE, ON_DEMAND));
        assertMessage(
                FileAlreadyExistsException.class, refusal, () -> new WritePlan(file, ON_DEMAND).requireCreatable());
        assertArrayEquals(before, Files.readAllBytes(part));

        new WritePlan(file, ON_DEMAND.withOverwrite(true)).requireCreatable();
        ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, ON_DEMAND.withOverwrite(true));
        assertEquals(
                5,
                writer.createPointArray("a", ScalarType.INT32).missingSlices().count());
        writer.abort();
        assertEquals(List.of(), files());
    }

    /** Nothing is lost with it. */
    @Test
    void what_has_no_slices_is_replaced() throws IOException {
        ImageDataWriter killed = ImageDataWriter.create(file, IMAGE, RESUME);
        killed.createPointArray("a", ScalarType.INT32);
        killed.abort();
        new WritePlan(file, ON_DEMAND).requireCreatable();
        ImageDataWriter.create(file, IMAGE, ON_DEMAND).abort();
        assertEquals(List.of(), files());
    }

    @Test
    void a_part_that_is_complete_needs_only_its_name() throws IOException {
        Path part = ImageDataWriter.partOf(file);
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, ON_DEMAND)) {
            List<ArrayWriter> arrays = create(writer);
            Files.writeString(file, "in the way");
            assertThrows(FileAlreadyExistsException.class, () -> finish(writer, arrays));
        }
        Files.delete(file);
        byte[] complete = Files.readAllBytes(part);
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, RESUME)) {
            for (ArrayWriter array : create(writer)) {
                assertEquals(0, array.missingSlices().count());
                assertThrows(IllegalStateException.class, () -> write(array, 0));
            }
            assertThrows(IllegalArgumentException.class, () -> create(writer));
            writer.finish();
        }
        assertWhole(file, IMAGE, false);
        assertTrue(Files.size(file) < complete.length + 10_000);

        Files.move(file, part);
        ImageDataWriter.create(file, IMAGE, RESUME).finish();
        assertWhole(file, IMAGE, false);
    }

    @Test
    void fields_and_roles_that_are_given_again_replace_the_earlier_ones() throws IOException {
        ImageDataWriter killed = ImageDataWriter.create(file, IMAGE, RESUME);
        writeAll(killed.createPointArray("a", ScalarType.INT32));
        writeAll(killed.createPointArray("b", ScalarType.INT32));
        killed.setActive(new ActiveArray(Association.POINT, ArrayRole.SCALARS, "a"));
        killed.writeField(FieldArray.of("kept", 1));
        killed.writeField(FieldArray.of("f.g", 2));
        killed.writeField(FieldArray.of("empty", new double[0]));
        killed.abort();

        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, RESUME)) {
            writer.writeField(FieldArray.ofStrings("f.g", List.of("new")));
            assertArgument("already", () -> writer.writeField(FieldArray.of("f_g", 3)));
            writer.setActive(new ActiveArray(Association.POINT, ArrayRole.SCALARS, "b"));
            writer.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertEquals(
                    List.of("empty", "f_g", "kept"),
                    reader.fields().stream().map(FieldArray::name).toList());
            assertEquals(List.of("new"), reader.fields().get(1).asStrings().values());
            assertArrayEquals(new int[] {1}, reader.fields().get(2).asNumbers().values(int[].class));
            assertEquals(List.of(new ActiveArray(Association.POINT, ArrayRole.SCALARS, "b")), reader.activeArrays());
        }
    }

    @Test
    void fields_that_are_there_already_are_not_written_again() throws IOException {
        FieldArray numbers = FieldArray.of("num/bers", new double[100_000]);
        FieldArray words = FieldArray.ofStrings("words", List.of("ü", "", "w".repeat(500_000)));
        long[] sizes = new long[4];
        for (int run = 0; run < sizes.length; run++) {
            try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, RESUME)) {
                writer.writeField(numbers);
                writer.writeField(words);
                assertArgument("already", () -> writer.writeField(words));
                writer.abort();
            }
            sizes[run] = Files.size(ImageDataWriter.partOf(file));
        }
        assertTrue(sizes[3] < sizes[0] + 20_000, Arrays.toString(sizes));
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, RESUME)) {
            writer.writeField(FieldArray.of("num/bers", -0.0).withComponentNames(List.of("c")));
            writer.writeField(words);
            writer.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            FieldArray changed = reader.fields().get(0);
            assertArrayEquals(new double[] {-0.0}, changed.asNumbers().values(double[].class));
            assertEquals(List.of("c"), changed.componentNames());
            assertEquals(
                    words.asStrings().values(),
                    reader.fields().get(1).asStrings().values());
        }
    }

    @Test
    void tells_what_was_left_of_a_file() throws IOException {
        assertEquals(Optional.empty(), new WritePlan(file, ON_DEMAND).leftover().map(Leftover::toString));
        try (ImageDataWriter killed = ImageDataWriter.create(file, IMAGE, ON_DEMAND)) {
            assertEquals(
                    Optional.empty(), new WritePlan(file, ON_DEMAND).leftover().map(Leftover::toString));
            writeAll(killed.createPointArray("a", ScalarType.INT8));
            write(killed.createCellArray("a", ScalarType.INT8), 2);
            killed.commit();
            killed.abort();
        }
        String expected = "an unfinished file with 6 of 9 slices";
        assertEquals(
                Optional.of(expected), new WritePlan(file, RESUME).leftover().map(Leftover::toString));
        assertEquals(
                Optional.empty(),
                new WritePlan(file, RESUME.withInPlace(true)).leftover().map(Leftover::toString));
        Path part = ImageDataWriter.partOf(file);
        Files.copy(part, file);
        assertEquals(
                Optional.of(expected),
                new WritePlan(file, ON_DEMAND.withInPlace(true)).leftover().map(Leftover::toString));
        try (ImageDataWriter writer =
                ImageDataWriter.create(file, IMAGE, RESUME.withInPlace(true).withFillMissing(true))) {
            writer.finish();
        }
        assertEquals(
                Optional.empty(),
                new WritePlan(file, ON_DEMAND.withInPlace(true)).leftover().map(Leftover::toString));
        Files.move(file, part, StandardCopyOption.REPLACE_EXISTING);
        assertEquals(
                Optional.of("a complete file that only lacks its name"),
                new WritePlan(file, ON_DEMAND).leftover().map(Leftover::toString));
        Files.writeString(part, "no HDF5");
        assertEquals(Optional.empty(), new WritePlan(file, ON_DEMAND).leftover().map(Leftover::toString));
    }

    @Test
    void refuses_another_image_or_array_and_names_both() throws IOException {
        ImageDataWriter killed = ImageDataWriter.create(file, IMAGE, RESUME);
        writeAll(killed.createArray(ArraySpec.point("a", ScalarType.INT32), Storage.gzip(2)));
        writeAll(killed.createPointArray("raw", ScalarType.INT32));
        killed.commit(); // What waits to be compressed would be dropped.
        killed.abort();
        Path part = ImageDataWriter.partOf(file);
        byte[] before = Files.readAllBytes(part);

        assertArgument(
                "to go on with it; delete it, or overwrite it, to begin anew",
                () -> ImageDataWriter.create(file, IMAGE.withSpacing(1, 2, 1), RESUME));
        assertArgument(
                part + ": found an image of 4 x 3 x 5 points, expected an image of 4 x 3 x 4 points to go on with it",
                () -> ImageDataWriter.create(file, ImageGeometry.of(4, 3, 4), RESUME));
        assertArrayEquals(before, Files.readAllBytes(part));
        ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, RESUME);
        ArraySpec spec = ArraySpec.point("a", ScalarType.INT32);
        assertArgument(
                part + ": PointData/a: found Int32 of 1 component, expected Float32 of 1 component to go on with it",
                () -> writer.createPointArray("a", ScalarType.FLOAT32));
        for (Storage other : List.of(
                Storage.raw(),
                Storage.gzip(1),
                Storage.gzip(2).withoutShuffle(),
                Storage.gzip(2).withChecksum(),
                Storage.gzip(2).withChunk(ChunkShape.of(4, 3, 2)))) {
            assertArgument("PointData/a: found chunks of 4 x 3 x 1, ", () -> writer.createArray(spec, other));
        }
        assertArgument(
                "expected Int32 of 2 components", () -> writer.createArray(spec.withComponents(2), Storage.gzip(2)));
        assertArgument(
                "PointData/raw: found raw",
                () -> writer.createArray(ArraySpec.point("raw", ScalarType.INT32), Storage.fast()));
        writer.createArray(spec, Storage.gzip(2).withChunk(ChunkShape.of(9, 9, 1)));
        writer.finish();
    }

    @Test
    void a_file_in_place_is_gone_on_with_if_it_is_unfinished() throws IOException {
        ImageDataWriter killed = ImageDataWriter.create(file, IMAGE, RESUME.withInPlace(true));
        Files.copy(file, directory.resolve("begun"));
        for (ArrayWriter array : create(killed)) {
            write(array, 0);
        }
        killed.abort();
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, RESUME.withInPlace(true))) {
            finish(writer, create(writer));
        }
        assertWhole(file, IMAGE, false);
        assertThrows(
                FileAlreadyExistsException.class, () -> ImageDataWriter.create(file, IMAGE, RESUME.withInPlace(true)));
        assertWhole(file, IMAGE, false);
        assertThrows(
                FileAlreadyExistsException.class,
                () -> ImageDataWriter.create(file, IMAGE, ON_DEMAND.withInPlace(true)));

        ImageDataWriter anew =
                ImageDataWriter.create(file, IMAGE, RESUME.withInPlace(true).withOverwrite(true));
        assertEquals(
                4, anew.createCellArray("raw", ScalarType.INT32).missingSlices().count());
        anew.abort();

        Files.move(directory.resolve("begun"), file, StandardCopyOption.REPLACE_EXISTING);
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, RESUME.withInPlace(true))) {
            finish(writer, create(writer));
        }
        assertWhole(file, IMAGE, false);
        Files.writeString(file, "precious");
        assertThrows(
                FileAlreadyExistsException.class, () -> ImageDataWriter.create(file, IMAGE, RESUME.withInPlace(true)));
        assertEquals("precious", Files.readString(file));
    }

    @Test
    void missing_slices_are_filled_even_where_the_killed_run_has_written() throws IOException {
        ImageDataWriter killed = ImageDataWriter.create(file, IMAGE, ON_DEMAND);
        ArrayWriter first = killed.createPointArray("a", ScalarType.INT32);
        write(first, 1);
        killed.commit();
        write(first, 2);
        killed.abort();

        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, RESUME.withFillMissing(true))) {
            ArrayWriter array = writer.createPointArray("a", ScalarType.INT32);
            assertFalse(array.isWritten(2));
            assertArgument("found slice 5, expected one of 0 to 4", () -> array.isWritten(5));
            assertArgument("found slice -1", () -> array.isWritten(-1));
            writer.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            Content.assertSame(Content.slice(first, 1), reader.pointArray("a").readSlice(1));
            Content.assertSame(new int[12], reader.pointArray("a").readSlice(2));
        }
    }

    @Test
    void a_damaged_file_is_an_error_that_says_what_to_do_or_no_worse_than_before() throws IOException {
        ImageDataWriter killed = ImageDataWriter.create(file, IMAGE, RESUME);
        for (ArrayWriter array : create(killed)) {
            write(array, 0);
            write(array, 1);
        }
        killed.writeField(FieldArray.ofStrings("s", List.of("a", "b")));
        killed.abort();
        Path part = ImageDataWriter.partOf(file);
        byte[] whole = Files.readAllBytes(part);
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 600; i++) {
            byte[] damaged = i % 5 == 0 ? Arrays.copyOf(whole, 48 + random.nextInt(whole.length - 48)) : whole.clone();
            if (i % 5 > 0) {
                int at = i % 2 == 0 ? random.nextInt(whole.length) : whole.length - 1 - random.nextInt(4000);
                damaged[Math.max(at, 8)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(part, damaged);
            try {
                ImageDataWriter.create(file, IMAGE, RESUME).abort();
            } catch (CorruptFileException | UnsupportedFileException e) {
                assertTrue(e.getMessage().startsWith(part + ": "), e.getMessage());
                assertTrue(e.getMessage().endsWith("delete it, or overwrite it, to begin anew"), e.getMessage());
                assertArrayEquals(damaged, Files.readAllBytes(part));
                refused++;
            }
        }
        assertTrue(refused > 120, refused + " refused");
    }

    @Test
    void refuses_a_file_of_somebody_else() throws IOException {
        try (var golden = getClass().getResourceAsStream("/hdf5/layouts-v110.h5")) {
            Files.copy(golden, ImageDataWriter.partOf(file));
        }
        assertMessage(
                UnsupportedFileException.class, "to begin anew", () -> ImageDataWriter.create(file, IMAGE, RESUME));
        assertEquals(1, files().size());
    }

    private interface Action {
        void run() throws IOException;
    }

    private static void unchecked(Action action) {
        try {
            action.run();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
