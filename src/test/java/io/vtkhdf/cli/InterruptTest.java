package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.testing.HangGuard;
import io.vtkhdf.write.ImageDataWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real process is told to end in the middle of a conversion. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows cannot send these signals to a process")
@HangGuard
class InterruptTest {

    @TempDir
    private Path directory;

    private Path input;
    private Path output;

    @BeforeEach
    void prepare() throws IOException {
        input = VtiFiles.zeros(directory.resolve("in.vti"), 4096);
        output = Files.createDirectory(directory.resolve("out"));
    }

    @Test
    void interrupted() throws Exception {
        assertEquals(130, convertUntil("INT", input, output.resolve("out.vtkhdf"), "--compress=gzip:9"));
    }

    @Test
    void terminated() throws Exception {
        assertEquals(143, convertUntil("TERM", input, output.resolve("out.vtkhdf"), "--compress=gzip:9"));
    }

    @Test
    void interruptedWhileVtiIsWritten() throws Exception {
        assertEquals(130, convertUntil("INT", input, output.resolve("out.vti"), "--encoding=ascii"));
    }

    /** One slice is many chunks; few of them are compressed by then, and none of the others is waited for. */
    @Test
    void interruptedWithinASlice() throws Exception {
        Path noise = directory.resolve("noise.vtkhdf");
        Random random = new Random(2);
        try (ImageDataWriter writer = ImageDataWriter.create(noise, ImageGeometry.of(4000, 4000, 1))) {
            byte[] values = new byte[4 * 4000 * 4000];
            random.nextBytes(values);
            writer.createPointArray("noise", ScalarType.INT32).writeSlice(0, ByteBuffer.wrap(values));
            writer.finish();
        }
        Path out = output.resolve("out.vtkhdf");
        assertEquals(130, convertUntil("INT", noise, out, "--compress=gzip:9", "--threads=1"));
    }

    @Test
    void aSecondSignalEndsItAsItStands() throws Exception {
        Process process = guarded("stuck");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("working", out.readLine());
            kill("INT", process);
            assertEquals("told", out.readLine());
            kill("INT", process);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(130, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void whatIsDoneAllTheSameIsNotInterrupted() throws Exception {
        Process process = guarded("done");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("working", out.readLine());
            kill("TERM", process);
            assertEquals("told", out.readLine());
            assertEquals("done", out.readLine());
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process guarded(String how) throws IOException {
        List<String> command = new ArrayList<>(Spawned.command(List.of(), how));
        command.set(command.indexOf(Main.class.getName()), StuckGuard.class.getName());
        return Spawned.startInterruptible(command);
    }

    @ParameterizedTest
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere there is no /proc that lists what a process has open")
    @ValueSource(strings = {"info --stats", "diff"})
    void commandsThatWriteNothingSayItToo(String command) throws Exception {
        List<Object> args = new ArrayList<>(List.of(command.split(" ")));
        args.add(input);
        if (command.equals("diff")) {
            args.add(input);
        }
        Process process = start(args.toArray());
        try {
            // None of them tells how far it is; it has opened its input long after its start, and long before its end.
            awaitOpen(input, process);
            kill("INT", process);
            assertEquals(
                    "vtkhdf: interrupted",
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip());
            assertTrue(process.waitFor(HangGuard.MINUTES, TimeUnit.MINUTES));
            assertEquals(130, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void interruptedWithSeveralFiles() throws Exception {
        Path second = VtiFiles.zeros(directory.resolve("second.vti"), 4096);
        Path third = VtiFiles.zeros(directory.resolve("third.vti"), 4096);
        assertEquals(
                130,
                convertUntil("INT", input, second, third, "--output-dir", output, "--compress=gzip", "--threads=2"));
    }

    /** With a chunk a slice, since a slice of which some chunks are there is written again. */
    @Test
    void interruptedWithResumeKeepsWhatIsThere() throws Exception {
        Path out = output.resolve("out.vtkhdf");
        Path part = output.resolve("out.vtkhdf.part");
        long before = 0;
        for (int run = 0; run < 2; run++) {
            Process process = start(
                    "convert", "--progress=json", input, out, "--compress=fast", "--chunk=1,1024,1024", "--resume");
            try (BufferedReader err =
                    new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
                assertTrue(err.readLine().contains("progress"));
                kill("INT", process);
                List<String> said = err.lines().toList();
                assertEquals(
                        List.of(
                                "{\"event\":\"warning\",\"message\":\"" + part
                                        + " is kept: --resume goes on with it\"}",
                                "{\"event\":\"error\",\"message\":\"interrupted\"}"),
                        said.subList(said.size() - 2, said.size()));
                assertTrue(process.waitFor(HangGuard.MINUTES, TimeUnit.MINUTES));
            } finally {
                process.destroyForcibly();
            }
            assertEquals(List.of(part), outputs());
            try (ImageDataReader reader = ImageDataReader.open(part)) {
                long there = reader.pointArray("zero").storage().storedBytes();
                assertTrue(there > 0 && there >= before, there + " bytes after " + before);
                before = there;
            }
        }
    }

    /** Returns the exit code after a signal at the first sign of progress; checks that nothing stays behind. */
    private int convertUntil(String signal, Object... args) throws IOException, InterruptedException {
        List<Object> all = new ArrayList<>(List.of("convert", "--progress=json"));
        all.addAll(List.of(args));
        Process process = start(all.toArray());
        try (BufferedReader err =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            assertNotNull(err.readLine());
            assertFalse(outputs().isEmpty());
            kill(signal, process);
            assertEquals(
                    "{\"event\":\"error\",\"message\":\"interrupted\"}",
                    err.lines().reduce((before, last) -> last).orElse("nothing"));
            assertTrue(process.waitFor(HangGuard.MINUTES, TimeUnit.MINUTES));
        } finally {
            process.destroyForcibly();
        }
        assertEquals(List.of(), outputs());
        return process.exitValue();
    }

    private static Process start(Object... args) throws IOException {
        return Spawned.startInterruptible(Spawned.command(List.of(), args));
    }

    private static void awaitOpen(Path file, Process process) throws IOException, InterruptedException {
        Path descriptors = Path.of("/proc/" + process.pid() + "/fd");
        while (!links(descriptors).contains(file.toRealPath())) {
            assertTrue(process.isAlive());
            Thread.sleep(10);
        }
    }

    private static List<Path> links(Path descriptors) throws IOException {
        List<Path> links = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(descriptors)) {
            for (Path entry : entries) {
                try {
                    links.add(Files.readSymbolicLink(entry));
                } catch (NoSuchFileException e) {
                    // Closed again.
                }
            }
        }
        return links;
    }

    private static void kill(String signal, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private List<Path> outputs() throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            return files.toList();
        }
    }
}
