package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.AnotherWriterException;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.read.Content;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the file gets its name, and what becomes of an earlier one. */
class WriterPublishingTest extends WriterFixture {

    @Test
    void publishes_only_what_is_finished() throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE)) {
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
    void never_replaces_what_another_is_writing_in_place() throws IOException {
        WriteOptions overwrite = WriteOptions.defaults().withOverwrite(true);
        ImageDataWriter late = ImageDataWriter.create(file, IMAGE, overwrite);
        writeAll(late.createPointArray("late", ScalarType.INT8));
        try (ImageDataWriter inPlace = ImageDataWriter.create(file, IMAGE, overwrite.withInPlace(true))) {
            assertMessage(
                    AnotherWriterException.class,
                    "another writer is writing it",
                    () -> new WritePlan(file, overwrite).requireCreatable());
            assertMessage(
                    AnotherWriterException.class,
                    "another writer is writing it; the finished file is " + ImageDataWriter.partOf(file),
                    late::finish);
            assertMessage(
                    AnotherWriterException.class,
                    "another writer is writing it",
                    () -> ImageDataWriter.create(file, IMAGE, overwrite));
            writeAll(inPlace.createPointArray("a", ScalarType.INT8));
            inPlace.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertEquals("a", reader.arrays().get(0).spec().name());
        }
        assertTrue(Files.exists(ImageDataWriter.partOf(file)));
    }

    @Test
    void says_of_a_file_in_place_whether_it_stays() throws IOException {
        ImageDataWriter writer =
                ImageDataWriter.create(file, IMAGE, WriteOptions.defaults().withInPlace(true));
        writer.createPointArray("a", ScalarType.INT8);
        writer.commit();
        assertMessage(IllegalStateException.class, "what there is of it is " + file, writer::close);
        assertEquals(List.of(file), files());
    }

    @Test
    void leaves_nothing_when_slices_are_missing() throws IOException {
        ImageDataWriter writer = ImageDataWriter.create(file, IMAGE);
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
        WriteOptions options = WriteOptions.defaults().withOverwrite(true).withFillMissing(true);

        ArithmeticException thrown = assertThrows(ArithmeticException.class, () -> {
            try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, options)) {
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
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE)) {
            ArrayWriter array = writer.createPointArray("a", ScalarType.INT8);
            array.write(new Slab(0, 4), new byte[48], Order.X_FASTEST);
            assertThrows(IllegalStateException.class, writer::finish);
            array.writeSlice(4, new byte[12]);
            writer.finish();
        }
        assertEquals(List.of(file), files());
    }

    @Test
    void leaves_nothing_when_aborted() throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE)) {
            writeAll(writer.createPointArray("a", ScalarType.INT8));
            writer.abort();
            writer.abort();
        }
        assertEquals(List.of(), files());
    }

    @Test
    void replaces_a_file_only_when_asked_and_only_at_the_end() throws IOException {
        Files.writeString(file, "precious");
        assertThrows(FileAlreadyExistsException.class, () -> ImageDataWriter.create(file, IMAGE));

        WriteOptions overwrite = WriteOptions.defaults().withOverwrite(true);
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, overwrite)) {
            writer.abort();
        }
        assertEquals("precious", Files.readString(file));

        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, overwrite)) {
            writer.finish();
        }
        assertTrue(Files.size(file) > 48);
        assertEquals(List.of(file), files());
    }

    @Test
    void does_not_replace_a_file_that_appeared_meanwhile_and_keeps_both() throws IOException {
        Path finished = directory.resolve("image.vtkhdf.part");
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE)) {
            Files.writeString(file, "precious");

            assertMessage(FileAlreadyExistsException.class, "the finished file is " + finished, writer::finish);
        }
        assertEquals("precious", Files.readString(file));
        ImageDataReader.open(finished).close();
    }

    @Test
    void starts_afresh_where_an_interrupted_run_left_something() throws IOException {
        Files.write(
                directory.resolve("image.vtkhdf.part"),
                new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n', 3, 8, 8});

        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE)) {
            writer.finish();
        }
        ImageDataReader.open(file).close();
        assertEquals(List.of(file), files());
    }

    @Test
    void leaves_a_file_alone_that_has_the_name_of_the_unfinished_one_by_chance() throws IOException {
        Path mine = directory.resolve("image.vtkhdf.part");
        Files.writeString(mine, "mine");

        assertMessage(
                FileAlreadyExistsException.class, mine + ": is in the way", () -> ImageDataWriter.create(file, IMAGE));
        assertEquals("mine", Files.readString(mine));
        assertEquals(List.of(mine), files());
    }

    @Test
    void writes_through_links_whether_they_lead_to_a_file_or_not() throws IOException {
        Path target = Files.createDirectory(directory.resolve("there")).resolve("target.vtkhdf");
        Files.createSymbolicLink(directory.resolve("middle"), Path.of("there/target.vtkhdf"));
        Files.createSymbolicLink(file, Path.of("middle"));

        for (WriteOptions options :
                List.of(WriteOptions.defaults(), WriteOptions.defaults().withOverwrite(true))) {
            try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, options)) {
                writer.finish();
            }
            assertTrue(Files.isSymbolicLink(file));
            ImageDataReader.open(target).close();
        }
        assertMessage(FileAlreadyExistsException.class, file.toString(), () -> ImageDataWriter.create(file, IMAGE));
    }

    @Test
    void refuses_a_folder_that_is_a_file() throws IOException {
        Files.writeString(file, "a file");
        assertMessage(
                IOException.class,
                file + ": is no directory",
                () -> ImageDataWriter.create(file.resolve("a.vtkhdf"), IMAGE, WriteOptions.defaults()));
    }

    @Test
    void refuses_a_link_without_end() throws IOException {
        Files.createSymbolicLink(file, file);

        assertMessage(FileSystemException.class, "leads to itself", () -> ImageDataWriter.create(file, IMAGE));
    }

    @Test
    void refuses_to_replace_a_directory() throws IOException {
        Files.createDirectory(file);
        WriteOptions overwrite = WriteOptions.defaults().withOverwrite(true);

        assertMessage(
                FileAlreadyExistsException.class,
                "is a directory",
                () -> ImageDataWriter.create(file, IMAGE, overwrite));
    }

    @Test
    void keeps_the_last_commit_of_a_file_in_place() throws IOException {
        try (ImageDataWriter writer =
                ImageDataWriter.create(file, IMAGE, WriteOptions.defaults().withInPlace(true))) {
            writeAll(writer.createPointArray("a", ScalarType.INT8));
            writer.commit();
            writer.createPointArray("b", ScalarType.INT8);
            writer.abort();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertEquals(
                    List.of("a"),
                    reader.arrays().stream().map(array -> array.spec().name()).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_was_committed_survives_an_exception(boolean inPlace) throws IOException {
        WriteOptions options = WriteOptions.defaults().withCommits(Commits.everySlices(2));
        WriteOptions chosen = inPlace ? options.withInPlace(true) : options;
        Path written = inPlace ? file : ImageDataWriter.partOf(file);
        assertThrows(ArithmeticException.class, () -> {
            try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, chosen)) {
                ArrayWriter array = writer.createPointArray("a", ScalarType.INT32);
                for (int slice = 0; slice < 3; slice++) {
                    array.writeSlice(slice, Content.slice(array, slice));
                }
                throw new ArithmeticException("computing slice 3");
            }
        });
        assertEquals(List.of(written), files());
        try (ImageDataReader reader = ImageDataReader.open(written)) {
            assertFalse(reader.isFinished());
        }
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, chosen.withResume(true))) {
            ArrayWriter array = writer.createPointArray("a", ScalarType.INT32);
            assertArrayEquals(new int[] {2, 3, 4}, array.missingSlices().toArray());
            writer.abort();
        }
    }

    @Test
    void says_where_the_committed_part_is() throws IOException {
        ImageDataWriter writer = ImageDataWriter.create(file, IMAGE);
        writer.createPointArray("a", ScalarType.INT8);
        writer.commit();
        assertMessage(
                IllegalStateException.class, "what there is of it is " + ImageDataWriter.partOf(file), writer::close);
    }

    @Test
    void a_finished_file_stays_though_its_name_cannot_be_had() throws IOException {
        WriteOptions overwrite = WriteOptions.defaults().withOverwrite(true);
        Path part = ImageDataWriter.partOf(file);
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, overwrite)) {
            writeAll(writer.createPointArray("a", ScalarType.INT8));
            Files.createDirectories(file.resolve("in the way"));
            assertMessage(IOException.class, "the finished file is " + part, writer::finish);
        }
        try (ImageDataReader reader = ImageDataReader.open(part)) {
            assertTrue(reader.isFinished());
        }
    }

    /** Two that lead to the same file by other names: of its folder, of a link to it, of itself. */
    @ParameterizedTest
    @ValueSource(strings = {"folder", "file", "hard"})
    void keeps_two_writers_apart_by_whatever_names(String kind) throws IOException {
        Path folder = Files.createDirectory(directory.resolve("real"));
        file = folder.resolve("image.vtkhdf");
        WriteOptions inPlace = WriteOptions.defaults().withInPlace(true);
        for (WriteOptions options : List.of(WriteOptions.defaults(), inPlace)) {
            Path other = directory.resolve("other.vtkhdf");
            try (ImageDataWriter first = ImageDataWriter.create(file, IMAGE, options)) {
                if (kind.equals("folder")) {
                    other = Files.createSymbolicLink(directory.resolve("link"), folder)
                            .resolve(file.getFileName());
                } else if (kind.equals("file")) {
                    Files.createSymbolicLink(other, file);
                } else if (options.isInPlace()) {
                    Files.createLink(other, file);
                } else {
                    Files.createLink(ImageDataWriter.partOf(other), ImageDataWriter.partOf(file));
                }
                for (WriteOptions second : List.of(options, options.withResume(true), options.withOverwrite(true))) {
                    Path name = other;
                    assertMessage(
                            IOException.class,
                            "another writer is writing it",
                            () -> ImageDataWriter.create(name, IMAGE, second.withOverwrite(true)));
                    assertMessage(
                            IOException.class,
                            "another writer is writing it",
                            () -> new WritePlan(name, second.withOverwrite(true)).requireCreatable());
                }
                writeAll(first.createPointArray("a", ScalarType.INT8));
                first.finish();
            }
            ImageDataReader.open(file).close();
            Files.delete(file);
            Files.deleteIfExists(directory.resolve("link"));
            Files.deleteIfExists(other);
            Files.deleteIfExists(ImageDataWriter.partOf(other));
        }
    }

    @Test
    void keeps_two_writers_apart() throws IOException {
        try (ImageDataWriter first = ImageDataWriter.create(file, IMAGE)) {
            writeAll(first.createPointArray("a", ScalarType.INT8));
            assertMessage(IOException.class, "another writer is writing it", () -> ImageDataWriter.create(file, IMAGE));
            first.finish();
        }
        assertEquals(List.of(file), files());
    }

    @Test
    void needs_a_folder_that_exists() {
        Path nowhere = directory.resolve("none").resolve("image.vtkhdf");

        assertThrows(NoSuchFileException.class, () -> ImageDataWriter.create(nowhere, IMAGE));
    }

    @Test
    void a_link_in_the_place_of_the_unfinished_file_is_not_followed() throws IOException {
        Path precious = Files.writeString(directory.resolve("precious"), "");
        Path part = Files.createSymbolicLink(ImageDataWriter.partOf(file), precious);
        for (int i = 0; i < 2; i++) {
            assertMessage(
                    FileAlreadyExistsException.class,
                    part + ": is in the way",
                    () -> ImageDataWriter.create(file, IMAGE));
            assertTrue(Files.isSymbolicLink(part));
            assertTrue(Files.notExists(file));
            Files.deleteIfExists(precious); // Then it is a link that leads nowhere.
        }
    }
}
