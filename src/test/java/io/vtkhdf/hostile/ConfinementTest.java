package io.vtkhdf.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.cli.CliRun;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file names is opened in its folder only, and what it is called does not reach the terminal as it is. */
class ConfinementTest {

    /** Starts a terminal's commands, in 7 and in 8 bits, and turns text around. */
    private static final String EVIL = "a\u001b[2J\u009b2J\u202eb\nvtkhdf: c\u2028\u007f";

    @TempDir
    private Path directory;

    @Test
    void dataInOtherFilesAreLeftOut() throws IOException {
        assertReads("elsewhere", List.of("committed"));
        assertLeftOut("elsewhere", "external", "virtual");
    }

    @ParameterizedTest
    @ValueSource(strings = {"links", "links-old"})
    void linksThatLeadNowhereAreLeftOut(String seed) throws IOException {
        assertReads(seed, List.of("a", "hard", "relative", "soft"));
        assertLeftOut(seed, "outside");
    }

    /** A group that a link takes from other.h5. */
    @Test
    void groupsInOtherFilesAreReadFromTheFolder() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("folder"));
        Path file = Files.copy(seed("outside"), folder.resolve("outside.h5"));
        assertThrows(CorruptFileException.class, () -> ImageDataReader.open(file));
        Path elsewhere = Files.copy(seed("compact"), directory.resolve("elsewhere.h5"));
        Path other = Files.createSymbolicLink(folder.resolve("other.h5"), elsewhere);
        String message = assertThrows(UnsupportedFileException.class, () -> ImageDataReader.open(file))
                .getMessage();
        assertTrue(message.contains("/VTKHDF/PointData: found data in another file, 'other.h5'"), message);
        assertTrue(message.contains("--allow-outside"), message);
        Files.delete(other);
        Files.copy(elsewhere, other);
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertEquals(1, reader.arrays().size());
        }
    }

    private static Path seed(String name) throws IOException {
        return Seeds.of(InputKind.VTKHDF).stream()
                .filter(file -> file.endsWith(name + ".h5"))
                .findFirst()
                .orElseThrow();
    }

    private void assertReads(String seed, List<String> names) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(copy(seed))) {
            assertEquals(
                    names,
                    reader.arrays().stream()
                            .map(ArrayReader::spec)
                            .map(spec -> spec.name())
                            .toList());
        }
    }

    private Path copy(String seed) throws IOException {
        Path copy = directory.resolve(seed + ".h5");
        return Files.exists(copy) ? copy : Files.copy(seed(seed), copy);
    }

    private void assertLeftOut(String seed, String... names) throws IOException {
        CliRun run = CliRun.of("info", copy(seed));
        assertEquals(0, run.exitCode(), run.err());
        for (String name : names) {
            assertTrue(run.err().contains("left out: " + copy(seed) + ": /VTKHDF/PointData/" + name + ": "), run.err());
        }
    }

    @Test
    void namesCommandNoTerminal() throws IOException {
        Path file = directory.resolve("evil.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(2, 1, 1))) {
            ArrayWriter array = writer.createPointArray(EVIL, ScalarType.INT8);
            array.writeSlice(0, new byte[2]);
            writer.writeField(FieldArray.ofStrings("f" + EVIL, List.of(EVIL)));
            writer.finish();
        }
        assertTrue(CliRun.of("info", file).out().contains("a\\u001b[2J\\u009b2J\\u202eb\\u000a"));
        Path other = directory.resolve("plain.vtkhdf");
        ImageDataWriter.create(other, ImageGeometry.of(2, 1, 1)).finish();
        for (Object[] command : new Object[][] {
            {"info", file},
            {"info", "--json", "--stats", file},
            {"validate", file},
            {"validate", "--json", file},
            {"diff", file, other},
            {"diff", "--json", file, other},
            {"slice", file, "--array", "none", "--axis", "z", "--index", "0"},
            {"slice", file, "--array", EVIL, "--axis", "z", "--index", "9"},
            {"convert", file, directory.resolve("out.vti")},
            {"convert", file, directory.resolve("out2.vtkhdf"), "--array", "none"},
            {"convert", file, directory.resolve("out3.vtkhdf"), "--dry-run"}
        }) {
            CliRun run = CliRun.of(command);
            String text = run.out() + run.err();
            assertTrue(
                    text.replace("\n", "")
                            .chars()
                            .noneMatch(c -> Character.isISOControl(c) || c == 0x202e || c == 0x2028),
                    () -> List.of(command) + ": " + text);
            assertTrue(text.lines().noneMatch(line -> line.startsWith("vtkhdf: c")), text);
        }
    }
}
