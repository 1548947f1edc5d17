package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ImageDataWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code vtkhdf plan}, {@code slab} and {@code finish}. */
class PlanCommandsTest {

    @TempDir
    private Path directory;

    private Path input;
    private Path output;

    @BeforeEach
    void write() throws IOException {
        input = VtiFiles.small(directory.resolve("in.vti"));
        output = directory.resolve("out.vtkhdf");
    }

    private Path plan(Object... options) throws IOException {
        List<Object> args = new ArrayList<>(List.of("plan", input, output));
        args.addAll(Arrays.asList(options));
        CliRun run = CliRun.of(args.toArray());
        assertEquals(0, run.exitCode(), run.err());
        return Files.writeString(directory.resolve("plan.json"), run.out());
    }

    private Path slab(Path plan, int number) throws IOException {
        CliRun run = CliRun.of("slab", plan, number);
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("", run.err());
        return Files.writeString(directory.resolve(number + ".json"), run.out());
    }

    private static CliRun finish(Path plan, List<Path> receipts, Object... options) {
        List<Object> args = new ArrayList<>(List.of("finish", plan));
        args.addAll(receipts);
        args.addAll(Arrays.asList(options));
        return CliRun.of(args.toArray());
    }

    private List<Path> slabs(Path plan, int count) throws IOException {
        List<Path> receipts = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            receipts.add(slab(plan, number));
        }
        return receipts;
    }

    /** The formula of {@link VtiFiles#small}; the extent begins at 5 and -1 along x and z. */
    private static void assertValues(Path file) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertEquals(5, reader.geometry().origin().x());
            assertEquals(-3, reader.geometry().origin().z());
            assertEquals(0.5, reader.fieldArray("TimeValue").asNumbers().values(double[].class)[0]);
            assertEquals("p", reader.activeArrays().get(0).arrayName());
            short[] p = reader.pointArray("p").readShorts();
            float[] v = reader.pointArray("v").readFloats();
            for (int n = 0; n < p.length; n++) {
                assertEquals(VtiFiles.value(n % 4, n / 4 % 3, n / 12), p[n]);
                assertEquals(2 * n, v[2 * n]);
                assertEquals(2 * n + 1, v[2 * n + 1]);
            }
            byte[] cells = reader.cellArray("p").readBytes();
            assertEquals(24, cells.length);
            for (int n = 0; n < 24; n++) {
                assertEquals(n, cells[n]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void rawSlabsBecomeTheImage(int count) throws IOException {
        Path plan = plan("--slabs", count);
        JsonNode json = new ObjectMapper().readTree(plan.toFile());
        assertEquals("vtkhdf-plan-1", json.get("format").asText());
        assertEquals(count, json.get("slabs").asInt());
        assertEquals(input.toString(), json.get("input").get("file").asText());
        List<Path> receipts = slabs(plan, count);
        assertFalse(Files.exists(output));
        CliRun run = finish(plan, receipts, "--verify");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().startsWith(output + ": " + count + " slab"), run.err());
        assertEquals("", run.out());
        assertValues(output);
    }

    @Test
    void partsBecomeOneFile() throws IOException {
        Path plan = plan("--slabs", 4, "--compress", "fast");
        List<Path> receipts = slabs(plan, 4);
        Path all = directory.resolve("all.json");
        for (Path receipt : receipts) {
            Files.writeString(all, Files.readString(receipt), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        CliRun run = finish(plan, List.of(all), "--consolidate");
        assertEquals(0, run.exitCode(), run.err());
        assertValues(output);
        assertFalse(Files.exists(directory.resolve("out.vtkhdf.parts")));
        assertFalse(run.err().contains("part"), run.err());
        CliRun diff = CliRun.of("diff", input, output);
        assertEquals(0, diff.exitCode(), diff.out());
    }

    @Test
    void partsStayBesideOutput() throws IOException {
        Path plan = plan("--slabs", 2, "--chunk", "slice");
        CliRun run = finish(plan, slabs(plan, 2));
        assertEquals(0, run.exitCode(), run.err());
        try (Stream<Path> parts = Files.walk(directory.resolve("out.vtkhdf.parts"))) {
            assertEquals(3, parts.filter(Files::isRegularFile).count()); // And joined.txt.
        }
        assertTrue(run.err().endsWith(" and 2 parts in out.vtkhdf.parts" + System.lineSeparator()), run.err());
    }

    @ParameterizedTest
    @CsvSource({"none, false", "fast, false", "fast, true"})
    void seriesAreCutIntoSteps(String compress, boolean isOneFile) throws IOException {
        for (int t = 0; t < 5; t++) {
            StepFiles.vti(directory.resolve("run_" + t + ".vti"), t, "");
        }
        StringBuilder pvd = new StringBuilder("<VTKFile type=\"Collection\"><Collection>");
        for (int t = 0; t < 5; t++) {
            pvd.append("<DataSet timestep=\"" + 0.5 * t + "\" file=\"run_" + t + ".vti\"/>");
        }
        input = Files.writeString(directory.resolve("run.pvd"), pvd + "</Collection></VTKFile>");
        Path plan = plan("--slabs", 2, "--compress", compress);
        Object[] options = isOneFile ? new Object[] {"--consolidate"} : new Object[0];
        CliRun run = finish(plan, slabs(plan, 2), options);
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(
                !isOneFile && compress.equals("fast"), Files.exists(directory.resolve("out.vtkhdf.parts")), "parts");
        try (ImageDataReader reader = ImageDataReader.open(output)) {
            assertEquals(5, reader.steps());
            for (int t = 0; t < 5; t++) {
                assertEquals(0.5 * t, reader.times()[t]);
                float[] p = reader.atStep(t).pointArray("p").readFloats();
                byte[] c = reader.atStep(t).cellArray("c").readBytes();
                assertEquals(100 * t + 7, p[7]);
                assertEquals(7 * t + 3, c[3]);
            }
        }
        Files.delete(output);
        Path one = plan("--slabs", 2, "--step", 3, "--array", "p");
        assertEquals(0, finish(one, slabs(one, 2)).exitCode());
        try (ImageDataReader reader = ImageDataReader.open(output)) {
            assertEquals(1, reader.steps());
            assertEquals(1.5, reader.time());
            assertEquals(1, reader.arrays().size());
            assertEquals(307, reader.pointArray("p").readFloats()[7]);
        }
    }

    /** Each step has pieces of its own, which only whoever reads that step looks at. */
    @Test
    void seriesMayHavePieces() throws IOException {
        StringBuilder pvd = new StringBuilder("<VTKFile type=\"Collection\"><Collection>");
        for (int t = 0; t < 3; t++) {
            StepFiles.vti(directory.resolve("piece_" + t + ".vti"), t, "");
            Files.writeString(directory.resolve("run_" + t + ".pvti"), """
                    <VTKFile type="PImageData" version="1.0" byte_order="LittleEndian" header_type="UInt64">
                    <PImageData WholeExtent="0 3 0 2 0 1" Origin="1 2 3" Spacing="0.5 1 2">
                    <PPointData><PDataArray type="Float32" Name="p"/></PPointData>
                    <Piece Extent="0 3 0 2 0 1" Source="piece_%d.vti"/>
                    </PImageData></VTKFile>
                    """.formatted(t));
            pvd.append("<DataSet timestep=\"" + t + "\" file=\"run_" + t + ".pvti\"/>");
        }
        input = Files.writeString(directory.resolve("run.pvd"), pvd + "</Collection></VTKFile>");
        Path plan = plan("--slabs", 3);
        CliRun run = finish(plan, slabs(plan, 3));
        assertEquals(0, run.exitCode(), run.err());
        try (ImageDataReader reader = ImageDataReader.open(output)) {
            for (int t = 0; t < 3; t++) {
                assertEquals(100 * t + 9, reader.atStep(t).pointArray("p").readFloats()[9]);
            }
        }
    }

    private static void assertFails(int exitCode, String message, CliRun run) {
        assertEquals(exitCode, run.exitCode(), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertEquals(exitCode == 2 ? 2 : 1, run.err().lines().count(), run.err());
        assertEquals("", run.out());
    }

    @Test
    void whatIsWrongIsOneLine() throws IOException {
        Path plan = plan("--slabs", 3);
        List<Path> receipts = slabs(plan, 3);
        assertFails(
                3,
                "vtkhdf: " + output + ": slab 1 (slices 1 to 2): found no receipt of it, and those of 2 of the 3 slabs",
                finish(plan, List.of(receipts.get(0), receipts.get(2))));
        Path wrong = Files.writeString(
                directory.resolve("wrong.json"),
                Files.readString(receipts.get(1)).replaceAll("\"crc32c\":\\[\"........\"", "\"crc32c\":[\"00000000\""));
        assertFails(
                3,
                "slab 1 (slices 1 to 2): found two receipts of other values of 'p' (CRC32C ",
                finish(plan, List.of(receipts.get(0), receipts.get(1), wrong, receipts.get(2))));
        Path other = Files.writeString(
                directory.resolve("other.json"),
                Files.readString(receipts.get(2)).replaceAll("\"plan\":\"[^\"]*\"", "\"plan\":\"x\""));
        assertFails(
                3,
                "slab 2 (slices 3 to 4): found a receipt of the plan 'x', expected one of '",
                finish(plan, List.of(receipts.get(0), receipts.get(1), other)));
        assertFails(3, plan + ": receipt: found the format 'vtkhdf-plan-1'", finish(plan, List.of(plan)));
        assertFails(3, input + ": plan: is not JSON: ", CliRun.of("slab", input, 0));
        assertFails(3, receipts.get(0) + ": plan: found the format", CliRun.of("slab", receipts.get(0), 0));
        assertFails(2, "found slab 3, expected one of 0 to 2", CliRun.of("slab", plan, 3));
        assertFails(
                3,
                "out.vtkhdf.part: is reserved for the slabs of a plan, which may be under way: --overwrite replaces it",
                CliRun.of("plan", input, output, "--slabs", 3));
        assertFails(
                3,
                "out.vtkhdf.part: is reserved for the slabs of a plan, which may be under way: --overwrite replaces it",
                CliRun.of("convert", input, output));
        assertFails(2, "a plan has at least 1 slab, found 0", CliRun.of("plan", input, output, "--slabs", 0));
        assertFails(2, "found another format", CliRun.of("plan", input, directory.resolve("x.vti"), "--slabs", 2));
        assertFails(
                2,
                "--compress lz4 is for .vti only",
                CliRun.of("plan", input, output, "--slabs", 2, "--compress", "lz4"));
        assertFails(2, "--abandon deletes what was made", finish(plan, receipts, "--abandon"));
        assertFalse(Files.exists(output));
        assertEquals(0, finish(plan, receipts).exitCode());
        assertEquals(0, finish(plan, receipts).exitCode());
        assertFails(3, "exists already; --overwrite replaces it", CliRun.of("plan", input, output, "--slabs", 2));
        assertFails(3, "slab 0 (slice 0): found no file of this plan at ", CliRun.of("slab", plan, 0));
    }

    @Test
    void anInputThatWasChangedSinceIsRefused() throws IOException {
        Path plan = plan("--slabs", 2);
        VtiFiles.small(input, "9");
        assertFails(3, "in.vti: was changed while it was read: found in.vti, ", CliRun.of("slab", plan, 0));
    }

    private Path convert(Path from, Path to) {
        CliRun run = CliRun.of("convert", from, to, "--overwrite");
        assertEquals(0, run.exitCode(), run.err());
        return to;
    }

    /** What slabs are read from is neither emptied nor deleted by what they are written to. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "fast"})
    void anInputIsNotWhatIsWritten(String how) throws IOException {
        Path part = directory.resolve("out.vtkhdf.part");
        Path plain = convert(input, directory.resolve("plain.vtkhdf"));
        Files.copy(plain, part);
        assertKept(how, part, part);
        Files.delete(part);
        Path whole = Files.createLink(part, plain);
        assertKept(how, plain, whole);
        Files.delete(part);
        Files.copy(plain, output);
        assertKept(how, Files.createLink(directory.resolve("link.vtkhdf"), output), output);
        Path joined = directory.resolve("joined.vtkhdf");
        assertEquals(0, CliRun.of("join", output, joined).exitCode());
        Path again = directory.resolve("again.vtkhdf");
        assertEquals(0, CliRun.of("join", joined, again).exitCode());
        assertKept(how, joined, output);
        assertKept(how, again, output);
    }

    private void assertKept(String how, Path read, Path kept) throws IOException {
        byte[] before = Files.readAllBytes(kept);
        CliRun run = CliRun.of("plan", read, output, "--slabs", 2, "--overwrite", "--compress", how);
        assertTrue(run.exitCode() == 3 || run.exitCode() == 2 && run.err().contains("the same file"), run.err());
        assertTrue(run.err().contains("the same file"), run.err());
        assertArrayEquals(before, Files.readAllBytes(kept));
        assertFalse(Files.exists(directory.resolve("out.vtkhdf.parts")));
    }

    /** OUTPUT of an earlier plan, which was given another name: its values are in the folder that OUTPUT has. */
    @Test
    void anInputsPartsAreNotReplaced() throws IOException {
        Path plan = plan("--slabs", 2, "--compress", "fast");
        assertEquals(0, finish(plan, slabs(plan, 2)).exitCode());
        Path old = Files.move(output, directory.resolve("old.vtkhdf"));
        assertFails(
                3,
                "is what the slabs are read from, and in " + directory.resolve("out.vtkhdf.parts"),
                CliRun.of("plan", old, output, "--slabs", 2, "--compress", "fast", "--overwrite"));
        assertValues(old);
        assertEquals(0, CliRun.of("diff", input, old).exitCode());
    }

    @Test
    void whatIsJoinedIsConsolidatedLater() throws IOException {
        Path plan = plan("--slabs", 4, "--compress", "fast");
        List<Path> receipts = slabs(plan, 4);
        Path one = directory.resolve("one.vtkhdf");
        assertEquals(0, finish(plan, receipts).exitCode());
        CliRun run = finish(plan, receipts, "--consolidate", "--verify");
        assertEquals(0, run.exitCode(), run.err());
        assertFalse(Files.exists(directory.resolve("out.vtkhdf.parts")));
        assertValues(Files.move(output, one));
        assertFails(3, "is not there, or not this plan's", finish(plan, receipts, "--consolidate"));
    }

    /** Such as NFS leaves where a file was deleted that somebody has open. */
    @Test
    void aFolderThatIsLeftIsTold() throws IOException {
        Path plan = plan("--slabs", 2, "--compress", "fast");
        List<Path> receipts = slabs(plan, 2);
        Path left;
        try (Stream<Path> plans = Files.list(directory.resolve("out.vtkhdf.parts"))) {
            left = plans.findFirst().orElseThrow();
        }
        Files.writeString(left.resolve(".nfs0001"), "");
        for (int again = 0; again < 2; again++) {
            CliRun run = finish(plan, receipts, "--consolidate");
            assertEquals(0, run.exitCode(), run.err());
            assertTrue(
                    run.err()
                            .startsWith(
                                    "vtkhdf: warning: " + left + ": is kept, as it has files that are not the plan's"),
                    run.err());
        }
        CliRun run = finish(plan, List.of(), "--abandon");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains("is kept"), run.err());
        assertValues(output);
    }

    @Test
    void anAbandonedPlanLeavesNothing() throws IOException {
        for (String how : List.of("none", "fast")) {
            Path plan = plan("--slabs", 2, "--compress", how);
            slab(plan, 0);
            assertEquals(0, CliRun.of("finish", plan, "--abandon").exitCode());
            try (Stream<Path> files = Files.list(directory)) {
                assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith("out")));
            }
        }
    }

    /** Nobody could write the slabs of a plan that was not printed. */
    @Test
    void aPlanThatCannotBePrintedIsGivenUp() throws IOException {
        CliRun run = CliRun.withFailingOutput(new IOException("No space left"), "plan", input, output, "--slabs", 2);
        assertEquals(3, run.exitCode());
        assertFalse(Files.exists(ImageDataWriter.partOf(output)));
    }

    /** What an image is read from whose layers of chunks are thicker than a slab. */
    @Test
    void readsBricks() throws IOException {
        Path bricks = directory.resolve("bricks.vtkhdf");
        assertEquals(
                0,
                CliRun.of("convert", input, bricks, "--compress", "gzip", "--chunk", "2,2,3")
                        .exitCode());
        input = bricks;
        Path plan = plan("--slabs", 5);
        assertEquals(0, finish(plan, slabs(plan, 5)).exitCode());
        try (ImageDataReader reader = ImageDataReader.open(output)) {
            short[] p = reader.pointArray("p").readShorts();
            for (int n = 0; n < p.length; n++) {
                assertEquals(VtiFiles.value(n % 4, n / 4 % 3, n / 12), p[n]);
            }
        }
    }

    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is a script for bash")
    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip"})
    void theExampleScriptConvertsByTwoProcesses(String how) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", "../examples/two-workers"));
        command.addAll(List.of(input.toString(), output.toString(), "3", "--compress", how));
        ProcessBuilder script = new ProcessBuilder(command).redirectErrorStream(true);
        script.environment().put("VTKHDF", String.join(" ", Spawned.command(List.of())));
        Process process = script.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.contains(output + ": 3 slabs"), said);
        if (how.equals("none")) {
            assertValues(output);
        }
    }

    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is a script for bash")
    @Test
    void theExampleScriptGivesUpWhatFails() throws Exception {
        ProcessBuilder script = new ProcessBuilder(
                        "bash", "../examples/two-workers", input.toString(), output.toString(), "2")
                .redirectErrorStream(true);
        Path broken = Files.writeString(
                directory.resolve("broken"),
                "#!/bin/sh\n[ \"$1\" = slab ] && exit 3\nexec " + String.join(" ", Spawned.command(List.of()))
                        + " \"$@\"\n");
        assertTrue(broken.toFile().setExecutable(true));
        script.environment().put("VTKHDF", broken.toString());
        Process process = script.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(3, process.waitFor(), said);
        try (Stream<Path> files = Files.list(directory)) {
            assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith("out")));
        }
    }
}
