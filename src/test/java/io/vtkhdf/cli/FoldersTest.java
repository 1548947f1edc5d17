package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders of images, and many files at a time. */
class FoldersTest {

    @TempDir
    private Path directory;

    private Path tree;
    private Path outputs;

    @BeforeEach
    void makeTree() throws IOException {
        tree = directory.resolve("tree");
        outputs = tree.resolve("out");
        Files.createDirectories(tree.resolve("a").resolve("b"));
        Files.createDirectories(tree.resolve(".hidden"));
        VtiFiles.small(tree.resolve("scan.vti"));
        VtiFiles.small(tree.resolve("a").resolve("scan.vti"));
        VtiFiles.small(tree.resolve("a").resolve("b").resolve("step0.vti"));
        VtiFiles.small(tree.resolve("a").resolve("b").resolve("step1.vti"));
        VtiFiles.small(tree.resolve(".hidden").resolve("scan.vti"));
        Files.writeString(tree.resolve("a").resolve("notes.txt"), "no image");
        Files.writeString(
                tree.resolve("a").resolve("b").resolve("run.pvd"),
                "<VTKFile type=\"Collection\" version=\"0.1\"><Collection><DataSet timestep=\"0\" file=\"step0.vti\"/>"
                        + "<DataSet timestep=\"1\" file=\"step1.vti\"/></Collection></VTKFile>");
    }

    private Set<String> written() throws IOException {
        try (Stream<Path> files = Files.walk(outputs)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> outputs.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private CliRun convert(Object... options) {
        return CliRun.of(
                Stream.concat(Stream.of("convert", tree, "--recursive", "--output-dir", outputs), Stream.of(options))
                        .toArray());
    }

    private static void touch(Path file) throws IOException {
        Files.setLastModifiedTime(
                file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + 3_600_000));
    }

    @Test
    void theTreeIsKeptAndWhatIsUpToDateIsPassedOver() throws IOException {
        CliRun first = convert();
        assertEquals(0, first.exitCode(), first.err());
        assertEquals(Set.of("scan.vtkhdf", "a/scan.vtkhdf", "a/b/run.vtkhdf"), written());
        CliRun again = convert();
        assertEquals(0, again.exitCode(), again.err());
        assertTrue(again.err().contains("3 files complete already"), again.err());

        touch(tree.resolve("scan.vti"));
        CliRun older = convert();
        assertEquals(3, older.exitCode());
        assertTrue(older.err().contains("2 files complete already, 1 failed"), older.err());
        CliRun update = convert("--update");
        assertEquals(0, update.exitCode(), update.err());
        assertTrue(update.err().contains("1 file converted, 2 complete already"), update.err());
    }

    /** One picture beside an image is a picture of it, and no volume. */
    @Test
    void aFolderOfPicturesIsOneImage() throws IOException {
        Path slices = Files.createDirectories(tree.resolve("slices"));
        for (int i = 0; i < 3; i++) {
            BufferedImage slice = new BufferedImage(5, 4, BufferedImage.TYPE_BYTE_GRAY);
            slice.getRaster().setSample(2, 1, 0, 100 + i);
            ImageIO.write(slice, "png", slices.resolve(i + ".png").toFile());
        }
        Files.copy(slices.resolve("0.png"), tree.resolve("a").resolve("shot.png"));
        assertEquals(0, convert().exitCode());
        assertEquals(Set.of("scan.vtkhdf", "a/scan.vtkhdf", "a/b/run.vtkhdf", "slices.vtkhdf"), written());
        String csv = CliRun.of(
                        "slice", outputs.resolve("slices.vtkhdf"), "--array", "values", "--axis", "z", "--index", 2)
                .out();
        assertEquals("0,0,102,0,0", csv.lines().toList().get(1), csv);
        CliRun alone = CliRun.of("info", "--recursive", slices);
        assertTrue(alone.out().startsWith(slices + ": 5 x 4 x 3 points"), alone.out());
    }

    /** Nor is an output current that has another shape. */
    @Test
    void anotherShapeIsNotUpToDate() throws IOException {
        assertEquals(0, convert().exitCode());
        CliRun other = convert("--update", "--type", "float64");
        assertEquals(0, other.exitCode(), other.err());
        assertTrue(other.err().contains("3 files converted"), other.err());
    }

    @Test
    void aFolderWithoutTheOptionIsNamed() {
        CliRun run = CliRun.of("convert", tree, "--output-dir", outputs);
        assertEquals(3, run.exitCode());
        assertTrue(run.err().contains("; with --recursive the command line takes all images in it"), run.err());
        CliRun single = CliRun.of("convert", "--recursive", tree, directory.resolve("out.vtkhdf"));
        assertEquals(2, single.exitCode());
        assertTrue(single.err().contains("--output-dir"), single.err());
    }

    /** Also where it is named from the running folder, as its parts are found from the root. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachFileIsReplacedByItsCompressedSelf(boolean isRelative) throws IOException {
        assertEquals(0, convert().exitCode());
        Path named = isRelative ? Path.of("").toAbsolutePath().relativize(outputs) : outputs;
        CliRun run = CliRun.of("convert", named, "--recursive", "--replace", "--compress", "gzip:9");
        assertEquals(0, run.exitCode(), run.err());
        for (String name : written()) {
            Path file = outputs.resolve(name);
            assertTrue(CliRun.of("info", file).out().contains("deflate"), name);
            assertFalse(name.endsWith(".part"));
            assertEquals(0, CliRun.of("validate", "--deep", file).exitCode());
        }
        assertEquals(
                0,
                CliRun.of("diff", tree.resolve("scan.vti"), outputs.resolve("scan.vtkhdf"))
                        .exitCode());
    }

    /** And stays whole if it cannot be replaced. */
    @Test
    void aFileIsNotReplacedByWhatFails() throws IOException {
        assertEquals(0, convert().exitCode());
        Path file = outputs.resolve("scan.vtkhdf");
        byte[] before = Files.readAllBytes(file);
        CliRun run = CliRun.of("convert", file, "--replace", "--array", "none");
        assertEquals(3, run.exitCode());
        assertEquals(ByteBuffer.wrap(before), ByteBuffer.wrap(Files.readAllBytes(file)));
    }

    @Test
    void infoAndValidateTakeALineEach() throws IOException {
        assertEquals(0, convert().exitCode());
        CliRun info = CliRun.of("info", tree, "--recursive");
        assertEquals(0, info.exitCode(), info.err());
        List<String> lines = info.out().lines().toList();
        assertEquals(6, lines.size(), info.out());
        assertTrue(
                lines.get(0).startsWith(tree.resolve("a").resolve("b").resolve("run.pvd") + ": 2 steps, "), info.out());
        assertTrue(lines.stream().allMatch(line -> line.contains(" points; ")), info.out());

        CliRun json = CliRun.of("info", "--json", tree.resolve("scan.vti"), outputs.resolve("scan.vtkhdf"));
        JsonNode all = new ObjectMapper().readTree(json.out());
        assertEquals(2, all.size());
        assertEquals(
                outputs.resolve("scan.vtkhdf").toString(),
                all.get(1).get("file").asText());

        CliRun valid = CliRun.of("validate", outputs, "--recursive");
        assertEquals(0, valid.exitCode(), valid.out());
        assertEquals(
                3,
                valid.out()
                        .lines()
                        .filter(line -> line.contains(": valid, read by VTK "))
                        .count());
    }

    @Test
    void oneThatFailsDoesNotEndTheOthers() throws IOException {
        assertEquals(0, convert().exitCode());
        Path missing = tree.resolve("missing.vtkhdf");
        Path good = outputs.resolve("scan.vtkhdf");
        CliRun info = CliRun.of("info", missing, good);
        assertEquals(3, info.exitCode());
        assertEquals(1, info.out().lines().count());
        assertTrue(info.err().contains("missing.vtkhdf: no such file"), info.err());
        CliRun valid = CliRun.of("validate", tree.resolve("scan.vti"), good);
        assertEquals(4, valid.exitCode());
        assertEquals(1, valid.out().lines().count());
        CliRun json = CliRun.of("validate", "--json", missing, good);
        assertEquals(3, json.exitCode());
        assertEquals(1, new ObjectMapper().readTree(json.out()).size());
    }
}
