package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.error.AnotherWriterException;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.input.FileFormat;
import io.vtkhdf.legacy.LegacySource;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.testing.HangGuard;
import io.vtkhdf.validate.ImageValidator;
import io.vtkhdf.vti.PvtiSource;
import io.vtkhdf.vti.VtiSource;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Paths of what is no regular file, at every door; files of other file systems; files that somebody has. */
@HangGuard
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no such pipes")
class OddPathsTest {

    private static final ImageGeometry IMAGE = ImageGeometry.of(2, 2, 1);
    private static final byte[] VALUES = {1, 2, 3, 4};

    @TempDir
    Path directory;

    private interface Door {
        void open(Path path) throws IOException;
    }

    private static final Map<String, Door> READING = Map.of(
            "ImageDataReader.open",
            ImageDataReader::open,
            "ImageValidator.validate",
            ImageValidator::validate,
            "ImageValidator.validateDeep",
            ImageValidator::validateDeep,
            "VtiSource.open",
            VtiSource::open,
            "PvtiSource.open",
            PvtiSource::open,
            "LegacySource.open",
            LegacySource::open,
            "FileFormat.of",
            FileFormat::of,
            "ImageSources.open",
            ImageSources::open);

    private Map<Path, String> oddities() throws IOException, InterruptedException {
        Path pipe = pipe("pipe.vtkhdf");
        Path link = Files.createSymbolicLink(directory.resolve("link.vtkhdf"), pipe);
        Path folder = Files.createDirectory(directory.resolve("folder.vtkhdf"));
        String device = "a pipe or a device";
        return Map.of(pipe, device, link, device, Path.of("/dev/zero"), device, folder, "a directory");
    }

    private Path pipe(String name) throws IOException, InterruptedException {
        Path pipe = directory.resolve(name);
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        return pipe;
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoRegularFileIsNotOpened() throws Exception {
        Map<Path, String> oddities = oddities();
        return READING.entrySet().stream()
                .flatMap(door -> oddities.entrySet().stream()
                        .map(odd -> DynamicTest.dynamicTest(
                                door.getKey() + " " + odd.getKey().getFileName(),
                                () -> requireRefused(door.getValue(), odd.getKey(), odd.getValue()))));
    }

    private static void requireRefused(Door door, Path path, String found) {
        FileSystemException refused = assertThrows(FileSystemException.class, () -> door.open(path));
        assertTrue(refused.getMessage().startsWith(path + ": found " + found), refused.getMessage());
    }

    @TestFactory
    Stream<DynamicTest> theUnfinishedFileOfAResumedRunMustBeOne() throws Exception {
        WriteOptions resume = WriteOptions.defaults().withResume(true);
        Path piped = pipe("piped.vtkhdf.part").resolveSibling("piped.vtkhdf");
        Path foldered = directory.resolve("foldered.vtkhdf");
        Files.createDirectory(ImageDataWriter.partOf(foldered));
        return Stream.of(piped, foldered)
                .flatMap(file -> Stream.<Map.Entry<String, Door>>of(
                                Map.entry("create", path -> ImageDataWriter.create(path, IMAGE)),
                                Map.entry("resume", path -> ImageDataWriter.create(path, IMAGE, resume)),
                                Map.entry("requireCreatable", path -> new WritePlan(path, resume).requireCreatable()))
                        .map(door -> DynamicTest.dynamicTest(door.getKey() + " " + file.getFileName(), () -> {
                            FileAlreadyExistsException refused = assertThrows(
                                    FileAlreadyExistsException.class,
                                    () -> door.getValue().open(file));
                            assertEquals(
                                    ImageDataWriter.partOf(file)
                                            + ": is in the way: the output is first written to a file of this name",
                                    refused.getMessage());
                        })));
    }

    @Test
    void aMissingFileIsMissing() {
        for (Door door : READING.values()) {
            assertThrows(java.nio.file.NoSuchFileException.class, () -> door.open(directory.resolve("none.vti")));
        }
    }

    @Test
    void anotherFileSystemIsReadButNotWritten() throws IOException {
        Path file = write(directory.resolve("image.vtkhdf"));
        try (FileSystem zip = FileSystems.newFileSystem(directory.resolve("images.zip"), Map.of("create", "true"))) {
            Path inside = zip.getPath("/image.vtkhdf");
            Files.copy(file, inside);
            try (ImageDataReader reader = ImageDataReader.open(inside)) {
                assertArrayEquals(VALUES, (byte[]) reader.pointArray("values").readSlice(0));
            }
            assertTrue(ImageValidator.validateDeep(inside).isValid());

            WriteOptions options = WriteOptions.defaults();
            for (WriteOptions each : List.of(
                    options, options.withInPlace(true), options.withOverwrite(true), options.withResume(true))) {
                Path other = zip.getPath("/other.vtkhdf");
                String message = "/other.vtkhdf: found a path of the file system 'jar', expected one of the default"
                        + " file system; write the file there and copy it";
                assertRefused(message, () -> ImageDataWriter.create(other, IMAGE, each));
                assertRefused(message, () -> new WritePlan(other, each).requireCreatable());
                assertFalse(Files.exists(other));
                assertFalse(Files.exists(ImageDataWriter.partOf(other)));
            }
        }
    }

    @Test
    void anExistingFileTellsHowItIsReplaced() throws IOException {
        Path file = write(directory.resolve("image.vtkhdf"));
        WriteOptions options = WriteOptions.defaults();
        for (WriteOptions each : List.of(
                options,
                options.withInPlace(true),
                options.withResume(true),
                options.withInPlace(true).withResume(true))) {
            FileAlreadyExistsException refused =
                    assertThrows(FileAlreadyExistsException.class, () -> ImageDataWriter.create(file, IMAGE, each));
            assertEquals(file + ": exists already; WriteOptions.withOverwrite(true) replaces it", refused.getMessage());
        }
        ImageDataWriter.create(file, IMAGE, options.withOverwrite(true)).abort();
    }

    @Test
    void anotherWriterIsCaughtByItsType() throws IOException {
        Path file = directory.resolve("image.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE)) {
            AnotherWriterException refused =
                    assertThrows(AnotherWriterException.class, () -> ImageDataWriter.create(file, IMAGE));
            assertEquals(ImageDataWriter.partOf(file).toString(), refused.getFile());
            assertThrows(
                    AnotherWriterException.class,
                    () -> new WritePlan(file, WriteOptions.defaults()).requireCreatable());
            writer.abort();
        }
        write(file);
    }

    private static Path write(Path file) throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE)) {
            writer.createPointArray("values", ScalarType.UINT8).writeSlice(0, VALUES);
            writer.finish();
        }
        return file;
    }

    private static void assertRefused(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(FileSystemException.class, call).getMessage());
    }
}
