package io.vtkhdf.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.cli.CliRun;
import io.vtkhdf.error.ChangedFileException;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.image.UnreadableArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Arrays, and a whole image, in another file that a link leads to, of make_parts.py. */
@Timeout(60)
class ExternalLinkTest {

    @TempDir
    private Path directory;

    private Path image;

    @BeforeEach
    void copy() throws IOException {
        image = PartFixtures.copy(directory).resolve("links.vtkhdf");
    }

    private static int[] from(int first) {
        return IntStream.range(first, first + 8).toArray();
    }

    @Test
    void areReadInTheirFolder() throws IOException {
        for (Path file : List.of(image, directory.resolve("whole.vtkhdf"))) {
            try (ImageDataReader reader = ImageDataReader.open(file)) {
                for (String name : List.of("d", "soft", "virtual")) {
                    assertArrayEquals(from(0), reader.pointArray(name).readInts(), name);
                }
                assertArrayEquals(from(100), reader.pointArray("on").readInts());
                assertArrayEquals(from(100), reader.pointArray("own").readInts());
                assertTrue(reader.otherFiles().contains(directory.toRealPath().resolve("linked.h5")));
                assertEquals(
                        List.of("circle", "nothing", "nowhere"),
                        reader.unreadable().stream().map(UnreadableArray::name).toList());
            }
        }
    }

    @Test
    void whatIsNotThereIsTold() throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(image)) {
            String message = assertThrows(CorruptFileException.class, () -> reader.pointArray("nowhere"))
                    .getMessage();
            assertEquals(
                    image + ": /VTKHDF/PointData/nowhere: found a link to 'no.h5:/d', which is not there, expected the"
                            + " file, with that object",
                    message);
        }
        CliRun info = CliRun.of("info", image);
        assertEquals(0, info.exitCode());
        assertTrue(info.err().contains("left out: " + image + ": /VTKHDF/PointData/nothing: found a link to"));
        CliRun validate = CliRun.of("validate", image);
        assertEquals(1, validate.exitCode());
        assertTrue(validate.out().contains("error: /VTKHDF/PointData/nowhere: found a link to 'no.h5:/d'"));
    }

    @Test
    void changesOfTheOtherFileAreNoticed() throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(image)) {
            reader.requireUnchanged();
            Files.write(directory.resolve("linked.h5"), new byte[1], java.nio.file.StandardOpenOption.APPEND);
            assertThrows(ChangedFileException.class, reader::requireUnchanged);
        }
    }

    @Test
    void bytesWithoutAFolderHaveNone() throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(ByteSource.of(image))) {
            assertEquals(1, reader.arrays().size());
            assertTrue(reader.unreadable().get(0).message().contains("open it by its path"));
        }
    }

    @Test
    void convertsToOneFile() throws IOException {
        Path output = directory.resolve("own.vtkhdf");
        CliRun convert = CliRun.of("convert", image, output, "--array", "d", "--array", "on");
        assertEquals(0, convert.exitCode(), convert.err());
        Files.delete(directory.resolve("linked.h5"));
        try (ImageDataReader reader = ImageDataReader.open(output)) {
            assertArrayEquals(from(0), reader.pointArray("d").readInts());
            assertArrayEquals(from(100), reader.pointArray("on").readInts());
        }
    }
}
