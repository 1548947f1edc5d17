package io.vtkhdf.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.cli.CliRun;
import io.vtkhdf.error.ChangedFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the names of other files in make_parts.py's stand for. */
class PartNamesTest {

    /** So many letters of a name stand for a folder. */
    private static final int LETTERS = 250;

    @TempDir
    private Path directory;

    private Path images;

    @BeforeEach
    void copy() throws IOException {
        images = PartFixtures.copy(Files.createDirectory(directory.resolve("images")));
    }

    /** Puts a folder in the place of letters, with as many slashes behind it as are left. */
    private Path absolute(Path folder) throws IOException {
        Path image = images.resolve("absolute.vtkhdf");
        String path = folder.toString();
        String bytes = Files.readString(image, StandardCharsets.ISO_8859_1);
        String changed = bytes.replace("x".repeat(LETTERS), path + "/".repeat(LETTERS - path.length()));
        Files.writeString(image, changed, StandardCharsets.ISO_8859_1);
        return image;
    }

    @Test
    void whereAnAbsoluteNameHasNothingItsLastOneCounts() throws IOException {
        Path image = absolute(images);
        for (InputReach reach : InputReach.values()) {
            try (ImageDataReader reader = ImageDataReader.open(image, reach)) {
                assertArrayEquals(
                        new int[] {0, 1, 2, 3, 4, 5, 6, 7},
                        reader.pointArray("a").readInts(),
                        reach.name());
            }
        }
    }

    @Test
    void anAbsoluteNameElsewhereIsOutOfReach() throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(absolute(directory))) {
            assertEquals(List.of(), reader.arrays());
            assertTrue(reader.unreadable().get(0).message().contains("--allow-outside"));
        }
    }

    @Test
    void aNameThatEndsAsAFoldersIsNoFile() throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(images.resolve("slash.vtkhdf"))) {
            assertEquals(
                    List.of(new MissingPart("step0.h5/", "d")),
                    reader.pointArray("a").missingParts());
            assertArrayEquals(new float[8], reader.pointArray("a").readFloats());
        }
    }

    @Test
    void aPartThatAppearsWhereALinkLeadsIsNoticed() throws IOException {
        Path part = images.resolve("step0.h5");
        Path moved = Files.move(part, images.resolve("moved.h5"));
        Path link = Files.createSymbolicLink(directory.resolve("link.vtkhdf"), images.resolve("series.vtkhdf"));
        try (ImageDataReader reader = ImageDataReader.open(link)) {
            assertArrayEquals(new float[8], reader.pointArray("a").readFloats());
            reader.requireUnchanged();
            Files.move(moved, part);
            String message = assertThrows(ChangedFileException.class, reader::requireUnchanged)
                    .getMessage();
            assertTrue(message.contains("step0.h5: was changed while it was read: was not there before"), message);
        }
    }

    /** So that what was missing is not what became of the fill values. */
    @Test
    void anOutputMustNotBecomeAMissingPart() throws IOException {
        Path image = images.resolve("field-series.vtkhdf");
        Path part = images.resolve("second.vtkhdf");
        CliRun run = CliRun.of("convert", image, part);
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains("OUTPUT would be found as a part of " + image), run.err());
        assertFalse(Files.exists(part));
        Path master = Files.copy(image, directory.resolve("master.vtkhdf"));
        assertEquals(0, CliRun.of("convert", master, part).exitCode());
    }

    @Test
    void whatIsLeftOutIsToldOnceAndNamedAlike() throws IOException {
        Path image = images.resolve("lost.vtkhdf");
        String text = images.toRealPath().resolve("text.h5") + ": /d: found elements of ";
        String up = "PointData/up: found data in another file, '../up.h5'";
        String info = CliRun.of("info", image).err();
        String validate = CliRun.of("validate", image).out();
        for (String all : List.of(info, validate)) {
            assertTrue(all.contains(text), all);
            assertTrue(all.contains("PointData/soft: found a link that leads nowhere"), all);
            assertTrue(all.contains(up), all);
            assertEquals(1, all.split("data in another file", -1).length - 1, all);
        }
    }
}
