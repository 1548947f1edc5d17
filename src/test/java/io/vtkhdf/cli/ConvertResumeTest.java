package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.copy.Converter;
import io.vtkhdf.copy.VtkhdfTarget;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.testing.HangGuard;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@HangGuard
class ConvertResumeTest {

    @TempDir
    private Path directory;

    private Path input;
    private Path output;
    private Path part;

    @BeforeEach
    void prepare() throws IOException {
        input = VtiFiles.small(directory.resolve("in.vti"));
        output = directory.resolve("out.vtkhdf");
        part = directory.resolve("out.vtkhdf.part");
    }

    private void kill(String storage) throws IOException, InterruptedException {
        List<String> command = Spawned.command(List.of(), input, output, storage);
        command.set(command.indexOf(Main.class.getName()), StuckConversion.class.getName());
        Process process = new ProcessBuilder(command).start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("stuck", said.readLine());
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertTrue(Files.exists(part));
    }

    @Test
    void passesOverWhatIsComplete() throws IOException {
        assertEquals(0, CliRun.of("convert", input, output, "--resume").exitCode());
        byte[] complete = Files.readAllBytes(output);
        CliRun again = CliRun.of("convert", input, output, "--resume", "--compress=fast");
        assertEquals(0, again.exitCode(), again.err());
        assertTrue(again.err().contains(output + ": complete already"), again.err());
        assertArrayEquals(complete, Files.readAllBytes(output));
        CliRun preview = CliRun.of("convert", input, output, "--resume", "--dry-run");
        assertTrue(preview.out().contains(output + ": complete already"), preview.out());
        assertEquals(3, CliRun.of("convert", input, output).exitCode());
    }

    /** As of two components no vectors become. */
    @Test
    void passesOverWhatIsCompleteWithoutARoleThatDidNotSuit() throws IOException {
        String text = Files.readString(input);
        Files.writeString(input, text.replace("<PointData Scalars=\"p\"", "<PointData Scalars=\"p\" Vectors=\"v\""));
        CliRun first = CliRun.of("convert", input, output);
        assertTrue(first.err().contains("'v' is no longer the active Vectors"), first.err());
        CliRun again = CliRun.of("convert", input, output, "--resume");
        assertEquals(0, again.exitCode(), again.err());
        assertTrue(again.err().contains(output + ": complete already"), again.err());
    }

    /** All of these are newer than their inputs and finished. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Spacing=\"1 2 3\" | Spacing=\"1 4 3\" | spacing found (1.0, 2.0, 3.0), expected (1.0, 4.0, 3.0)",
                "Origin=\"0 0 0\" | Origin=\"1 0 0\" | origin found (5.0, 0.0, -3.0), expected (6.0, 0.0, -3.0)",
                "type=\"Int16\" Name=\"p\" | type=\"Int32\" Name=\"p\" | PointData/p: type found Int16, expected Int32",
                "Name=\"v\" | Name=\"w\" | PointData/w: found no such array, expected one",
                "0.5</DataArray> | 0.75</DataArray> | FieldData/TimeValue: found 0.5, expected 0.75",
                "PointData Scalars=\"p\" | PointData | active point Scalars found p, expected none"
            })
    void refusesACompleteFileOfAnotherImage(String before, String after, String difference) throws IOException {
        assertEquals(0, CliRun.of("convert", input, output, "--quiet").exitCode());
        byte[] earlier = Files.readAllBytes(output);
        String text = Files.readString(input);
        assertTrue(text.contains(before), text);
        Files.writeString(input, text.replace(before, after));
        Files.setLastModifiedTime(input, FileTime.fromMillis(0));
        String refusal = output + ": is complete, but not what " + input + " becomes: " + difference
                + "; --overwrite replaces it";
        for (String option : List.of("--durable", "--dry-run")) {
            CliRun run = CliRun.of("convert", input, output, "--resume", option);
            assertEquals(3, run.exitCode(), run.err());
            assertEquals("vtkhdf: " + refusal, run.err().strip());
        }
        Path outputs = Files.createDirectory(directory.resolve("many"));
        Files.copy(output, outputs.resolve("in.vtkhdf"));
        CliRun many = CliRun.of("convert", input, "--output-dir", outputs, "--resume");
        assertEquals(3, many.exitCode());
        assertTrue(many.err().contains(": is complete, but not what " + input + " becomes: " + difference), many.err());
        assertEquals(1, many.err().lines().count(), many.err());
        assertArrayEquals(earlier, Files.readAllBytes(output));
        assertEquals(
                0,
                CliRun.of("convert", input, output, "--resume", "--overwrite").exitCode());
        assertWhole(output);
    }

    @Test
    void aCompleteFileHoldsTheArraysThatWereChosen() throws IOException {
        Object[] some = {"convert", input, output, "--resume", "--array=point:p"};
        assertEquals(0, CliRun.of(some).exitCode());
        CliRun again = CliRun.of(some);
        assertTrue(again.err().contains("complete already"), again.err());
        CliRun more = CliRun.of("convert", input, output, "--resume");
        assertEquals(3, more.exitCode());
        assertTrue(more.err().contains("PointData/v: found no such array, expected one"), more.err());
        CliRun other = CliRun.of("convert", input, output, "--resume", "--array=v");
        assertEquals(3, other.exitCode());
    }

    @Test
    void doesNotTakeTheInputForTheOutput() throws IOException {
        assertEquals(0, CliRun.of("convert", input, output, "--quiet").exitCode());
        CliRun run = CliRun.of("convert", output, output, "--resume");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("INPUT and OUTPUT are the same file"), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "fast"})
    void goesOnWithWhatWasKilled(String storage) throws Exception {
        kill(storage);

        CliRun resumed =
                CliRun.of("convert", input, output, "--resume", "--compress", storage.equals("raw") ? "none" : "fast");

        assertEquals(0, resumed.exitCode(), resumed.err());
        assertTrue(resumed.err().contains(" were there before"), resumed.err());
        assertWhole(output);
        assertEquals(List.of(input, output), files());
    }

    @Test
    void refusesAnotherChoiceOfArrays() throws Exception {
        kill("raw");
        CliRun run = CliRun.of("convert", input, output, "--resume", "--array=cell:p");
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains(part + ": found the array 'p' of PointData"), run.err());
        assertFalse(Files.exists(output));
        assertEquals(0, CliRun.of("convert", input, output, "--resume").exitCode());
        assertWhole(output);
    }

    private void assertWhole(Path file) throws IOException {
        Path whole = directory.resolve("whole.vtkhdf");
        assertEquals(0, CliRun.of("convert", input, whole, "--quiet").exitCode());
        CliRun diff = CliRun.of("diff", whole, file);
        assertEquals(0, diff.exitCode(), diff.out());
        Files.delete(whole);
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertTrue(reader.isFinished());
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    @Test
    void beginsAnewWithoutTheOptionOrWithoutAPart() throws Exception {
        kill("fast");
        assertEquals(0, CliRun.of("convert", input, output, "--overwrite").exitCode());
        assertWhole(output);
        Files.delete(output);
        CliRun resumed = CliRun.of("convert", input, output, "--resume", "--durable");
        assertEquals(0, resumed.exitCode());
        assertFalse(resumed.err().contains("before"), resumed.err());
        assertWhole(output);
    }

    @Test
    void refusesWhenTheInputIsNewer() throws Exception {
        kill("raw");
        Files.setLastModifiedTime(
                input, FileTime.from(Files.getLastModifiedTime(part).toInstant().plusSeconds(2)));
        CliRun refused = CliRun.of("convert", input, output, "--resume");
        assertEquals(3, refused.exitCode());
        assertTrue(refused.err().contains(input + ": was changed after " + part + " was written"), refused.err());
        assertTrue(Files.exists(part));
    }

    @Test
    void refusesAnotherInput() throws Exception {
        assertEquals(0, CliRun.of("convert", input, output, "--quiet").exitCode());
        Path other = directory.resolve("other.vtkhdf");
        Files.copy(output, other);
        Files.delete(output);
        String text =
                Files.readString(input).replace("format=\"ascii\">0 1 2 3 4 5 6 7 8 9 10", "format=\"ascii\">0 x");

        Path bad = Files.writeString(directory.resolve("bad.vti"), text);
        assertEquals(3, CliRun.of("convert", bad, output, "--resume").exitCode());
        CliRun refused = CliRun.of("convert", input, output, "--resume");
        assertEquals(2, refused.exitCode(), refused.err());
        assertTrue(refused.err().contains("found it to be made from bad.vti, "), refused.err());
        assertTrue(refused.err().contains("expected in.vti, "), refused.err());
    }

    /** The values of a .pvti file are in its pieces. */
    @Test
    void refusesPiecesThatWereChangedMeanwhile() throws Exception {
        Path piece = input;
        input = Files.writeString(directory.resolve("all.pvti"), """
                <VTKFile type="PImageData" version="1.0" byte_order="LittleEndian">
                <PImageData WholeExtent="5 8 0 2 -1 3" GhostLevel="0" Origin="0 0 0" Spacing="1 1 1">
                <PPointData><PDataArray type="Int16" Name="p"/></PPointData>
                <PCellData><PDataArray type="UInt8" Name="p"/></PCellData>
                <Piece Extent="5 8 0 2 -1 3" Source="in.vti"/></PImageData></VTKFile>
                """);
        kill("raw");
        Files.setLastModifiedTime(
                piece, FileTime.from(Files.getLastModifiedTime(part).toInstant().plusSeconds(1)));
        CliRun refused = CliRun.of("convert", input, output, "--resume");
        assertEquals(3, refused.exitCode(), refused.err());
        assertTrue(refused.err().contains(piece + ": was changed after " + part + " was written"), refused.err());
        Files.delete(part);
        assertEquals(0, CliRun.of("convert", input, output, "--resume").exitCode());
        Files.setLastModifiedTime(
                piece,
                FileTime.from(Files.getLastModifiedTime(output).toInstant().plusSeconds(1)));
        CliRun changed = CliRun.of("convert", input, output, "--resume");
        assertEquals(3, changed.exitCode());
        assertTrue(
                changed.err().contains("was changed after " + output + " was written; --overwrite replaces it"),
                changed.err());
    }

    @Test
    void refusesOtherOptions() throws Exception {
        kill("raw");
        CliRun refused = CliRun.of("convert", input, output, "--resume", "--compress", "gzip");
        assertEquals(2, refused.exitCode());
        assertTrue(
                refused.err()
                        .contains("vtkhdf: " + part + ": PointData/p: found raw, expected chunks of 4 x 3 x 1, filters"
                                + " [shuffle, deflate] at level 4 to go on with it: it was begun with another --compress,"
                                + " --chunk or --checksum; with --overwrite instead of --resume all is converted anew"),
                refused.err());
        assertFalse(refused.err().contains("is kept"), refused.err());
        assertEquals(0, CliRun.of("convert", input, output, "--resume").exitCode());
        assertWhole(output);
    }

    @Test
    void keepsWhatIsThereWhenItFails() throws Exception {
        byte[] whole = Files.readAllBytes(input);
        FileTime written = Files.getLastModifiedTime(input);
        String text = Files.readString(input);
        Files.writeString(
                input,
                text.replace(
                        "<DataArray type=\"UInt8\" Name=\"p\" format=\"ascii\">0 1",
                        "<DataArray type=\"UInt8\" Name=\"p\" format=\"ascii\">0 x"));
        Files.setLastModifiedTime(input, written);
        CliRun failed = CliRun.of("convert", input, output, "--resume");
        assertEquals(3, failed.exitCode());
        assertTrue(failed.err().contains(part + " is kept: --resume goes on with it"), failed.err());
        assertEquals(List.of(input, part), files());

        Files.move(part, output);
        CliRun inPlace = CliRun.of("convert", input, output, "--resume", "--in-place");
        assertTrue(inPlace.err().contains(output + " is kept: --resume --in-place goes on with it"), inPlace.err());
        Files.move(output, part);

        Files.write(input, whole);
        Files.setLastModifiedTime(input, written);
        CliRun resumed = CliRun.of("convert", input, output, "--resume");
        assertEquals(0, resumed.exitCode(), resumed.err());
        assertTrue(resumed.err().contains(" were there before"), resumed.err());
        assertWhole(output);
    }

    /** "--resume goes on with it" would be wrong of all of these. */
    @Test
    void promisesNothingThatItDoesNotKeep() throws Exception {
        Files.writeString(part, "somebody's own");
        assertRefused(3, part + ": is in the way");
        Files.delete(part);

        ImageDataWriter other = ImageDataWriter.create(output, ImageGeometry.of(2, 2, 2));
        assertRefused(3, ": another writer is writing it");
        other.abort();

        kill("raw");
        Files.setLastModifiedTime(
                input, FileTime.from(Files.getLastModifiedTime(part).toInstant().plusSeconds(2)));
        assertRefused(3, "was changed after");
        Files.setLastModifiedTime(input, FileTime.fromMillis(0));
        assertRefused(2, part + ": found the array 'p' of PointData", "--array=cell:p");
        assertRefused(
                2,
                part + ": found the extent 0..3 0..2 0..4, expected the extent 5..8 0..2 -1..3 to go on with it: it was"
                        + " begun from another INPUT, or with another --keep-extent; with --overwrite instead of"
                        + " --resume all is converted anew",
                "--keep-extent");
        Files.writeString(
                input, Files.readString(input).replace("4 0 2", "3 0 2").replace("5 8 0 2", "5 7 0 2"));
        Files.setLastModifiedTime(input, FileTime.fromMillis(0));
        assertRefused(2, part + ": found an image of 4 x 3 x 5 points, expected an image of 3 x 3 x 5 points");
    }

    private void assertRefused(int exitCode, String reason, Object... options) {
        List<Object> command = new ArrayList<>(List.of("convert", input, output, "--resume"));
        command.addAll(List.of(options));
        CliRun run = CliRun.of(command.toArray());
        assertEquals(exitCode, run.exitCode(), run.err());
        assertTrue(run.err().contains(reason), run.err());
        assertFalse(run.err().contains("is kept"), run.err());
    }

    @Test
    void aDryRunTellsWhatWouldBeGoneOnWith() throws Exception {
        CliRun anew = CliRun.of("convert", input, output, "--resume", "--dry-run");
        assertFalse(anew.out().contains("go on"), anew.out());
        kill("raw");
        byte[] before = Files.readAllBytes(part);
        CliRun run = CliRun.of("convert", input, output, "--resume", "--dry-run");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().contains("would go on with " + part + ": 5 of 5 slices of PointData/p, "), run.out());
        CliRun refused = CliRun.of("convert", input, output, "--resume", "--dry-run", "--keep-extent");
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("with another --keep-extent"), refused.err());
        assertFalse(CliRun.of("convert", input, output, "--dry-run").out().contains("go on"));
        assertArrayEquals(before, Files.readAllBytes(part));
    }

    /** With a name of its own, through a link, and as one of several. */
    @Test
    void whatWasLeftIsReplacedOnlyIfAskedFor() throws Exception {
        kill("raw");
        byte[] before = Files.readAllBytes(part);
        Path link = Files.createSymbolicLink(directory.resolve("link.vtkhdf"), output.getFileName());
        String refusal = "vtkhdf: " + part + ": is an unfinished file with 7 of 14 slices: --resume goes on with it,"
                + " --overwrite replaces it";
        for (Object[] args : new Object[][] {
            {"convert", input, output},
            {"convert", input, output, "--dry-run"},
            {"convert", input, output, "--compress=fast"},
            {"convert", input, link},
        }) {
            CliRun refused = CliRun.of(args);
            assertEquals(3, refused.exitCode());
            assertEquals(refusal, refused.err().strip());
            assertArrayEquals(before, Files.readAllBytes(part));
        }
        Path same = Files.copy(input, directory.resolve("out.vti"));
        CliRun several = CliRun.of("convert", same, "--output-dir", directory);
        assertEquals(3, several.exitCode());
        assertTrue(several.err().contains(refusal), several.err());
        assertArrayEquals(before, Files.readAllBytes(part));

        CliRun replaced = CliRun.of("convert", input, output, "--overwrite");
        assertEquals(0, replaced.exitCode(), replaced.err());
        assertFalse(Files.exists(part));
        assertWhole(output);
    }

    @Test
    void anOutputBehindALinkExistsAlready() throws Exception {
        assertEquals(0, CliRun.of("convert", input, output).exitCode());
        Path link = Files.createSymbolicLink(directory.resolve("link.vtkhdf"), output.getFileName());
        Path second = Files.createSymbolicLink(directory.resolve("second.vtkhdf"), link.getFileName());
        for (Path name : List.of(link, second)) {
            CliRun refused = CliRun.of("convert", input, name);
            assertEquals(3, refused.exitCode());
            assertEquals(
                    "vtkhdf: " + name + ": exists already; --overwrite replaces it",
                    refused.err().strip());
        }
        Path same = Files.copy(input, directory.resolve("link.vti"));
        CliRun several = CliRun.of("convert", same, "--output-dir", directory);
        assertEquals(3, several.exitCode());
        assertTrue(several.err().contains(link + ": exists already; --overwrite replaces it"), several.err());
        assertEquals(0, CliRun.of("convert", input, link, "--overwrite").exitCode());
        assertTrue(Files.isSymbolicLink(link));
        assertWhole(output);
    }

    @Test
    void aDryRunRefusesOtherArrays() throws Exception {
        kill("raw");
        CliRun refused = CliRun.of("convert", input, output, "--resume", "--dry-run", "--array=cell:p");
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains(part + ": found the array 'p' of PointData"), refused.err());
        assertEquals(
                2,
                CliRun.of("convert", input, output, "--resume", "--dry-run", "--compress=fast")
                        .exitCode());
    }

    @Test
    void saysOfAnUnfinishedFileInPlaceWhatGoesOnWithIt() throws Exception {
        kill("raw");
        Files.move(part, output);
        byte[] unfinished = Files.readAllBytes(output);
        for (String option : List.of("--quiet", "--in-place", "--resume")) {
            CliRun refused = CliRun.of("convert", input, output, option);
            assertEquals(3, refused.exitCode());
            String message =
                    output + ": is an unfinished file with 7 of 14 slices: --resume --in-place goes on with it,"
                            + " --overwrite replaces it";
            assertTrue(refused.err().contains(message), refused.err());
        }
        assertArrayEquals(unfinished, Files.readAllBytes(output));
        CliRun resumed = CliRun.of("convert", input, output, "--resume", "--in-place");
        assertEquals(0, resumed.exitCode(), resumed.err());
        assertWhole(output);
    }

    @Test
    void keepsTheEarlierFileInPlaceIfTheNewOneIsRefused() throws IOException {
        Files.writeString(output, "precious");
        CliRun refused = CliRun.of("convert", input, output, "--in-place", "--overwrite", "--oldest-vtk", "9.1");
        assertEquals(4, refused.exitCode(), refused.err());
        assertEquals("precious", Files.readString(output));
    }

    @Test
    void keepsWithoutTheOptionWhatWasCommitted() throws Exception {
        failAfterACommit(WriteOptions.defaults());
        CliRun failed = CliRun.of("convert", directory.resolve("none.vti"), output);
        assertFalse(failed.err().contains("is kept"), failed.err()); // It is of another INPUT.
    }

    private void failAfterACommit(WriteOptions options) throws IOException {
        Path bad = VtiFiles.small(directory.resolve("bad.vti"));
        String text = Files.readString(bad);
        Files.writeString(
                bad, text.replace("Name=\"p\" format=\"ascii\">0 1 2 3 4 5", "Name=\"p\" format=\"ascii\">0 1 2 x"));
        VtkhdfTarget target = new VtkhdfTarget(output, options.withCommits(Commits.everySlices(1)));
        try (ImageSource image = ImageSources.open(bad)) {
            assertThrows(IOException.class, () -> new Converter(image).memory(1).copyTo(target));
        }
        assertTrue(target.leftover().isPresent());
    }

    @Test
    void refusesVti() {
        for (Object[] args : new Object[][] {
            {"convert", input, directory.resolve("out.vti"), "--resume"},
            {"convert", input, "--output-dir", directory.resolve("new"), "--output-format", "vti", "--resume"}
        }) {
            CliRun refused = CliRun.of(args);
            assertEquals(2, refused.exitCode());
            assertTrue(refused.err().contains("--resume is for VTKHDF only"), refused.err());
        }
    }

    @Test
    void writesVtiDurably() {
        assertEquals(
                0,
                CliRun.of("convert", input, directory.resolve("out.vti"), "--durable")
                        .exitCode());
    }

    @Test
    void passesOverCompleteFilesOfSeveral() throws Exception {
        kill("raw");
        Path outputs = Files.createDirectory(directory.resolve("many"));
        Files.move(part, outputs.resolve("in.vtkhdf.part"));
        Path second = VtiFiles.small(directory.resolve("second.vti"));
        Path third = VtiFiles.small(directory.resolve("third.vti"));
        assertEquals(
                0,
                CliRun.of("convert", second, outputs.resolve("second.vtkhdf")).exitCode());
        FileTime before = Files.getLastModifiedTime(outputs.resolve("second.vtkhdf"));

        CliRun dry = CliRun.of("convert", input, second, third, "--output-dir", outputs, "--resume", "--dry-run");
        assertEquals(0, dry.exitCode(), dry.err());
        assertTrue(dry.out().contains("second.vtkhdf: complete already"), dry.out());
        CliRun run = CliRun.of("convert", input, second, third, "--output-dir", outputs, "--resume");

        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains("2 files converted, 1 complete already, "), run.err());
        assertEquals(before, Files.getLastModifiedTime(outputs.resolve("second.vtkhdf")));
        for (String name : List.of("in", "second", "third")) {
            assertWhole(outputs.resolve(name + ".vtkhdf"));
        }
    }

    @Test
    void goesOnInPlace() throws IOException {
        assertEquals(
                0, CliRun.of("convert", input, output, "--resume", "--in-place").exitCode());
        CliRun again = CliRun.of("convert", input, output, "--resume", "--in-place");
        assertEquals(0, again.exitCode());
        assertTrue(again.err().contains("complete already"), again.err());
        assertWhole(output);
    }

    @Test
    void doesNotTakeAnotherFileForItsOutput() throws IOException {
        Files.writeString(output, "precious");
        CliRun run = CliRun.of("convert", input, output, "--resume");
        assertEquals(3, run.exitCode());
        assertTrue(run.err().contains("exists already"), run.err());
        assertEquals("precious", Files.readString(output));
    }
}
