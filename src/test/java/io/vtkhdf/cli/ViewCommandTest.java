package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ImageDataWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ViewCommandTest {

    @TempDir
    Path scratch;

    private Path image() throws IOException {
        Path file = scratch.resolve("a.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(2, 2, 1))) {
            writer.createPointArray("p", ScalarType.UINT8).writeSlice(0, new byte[] {1, 2, 3, (byte) 200});
            writer.finish();
        }
        return file;
    }

    @Test
    void whatCannotBeShownIsToldBeforeThereIsAPage() throws IOException {
        CliRun missing = CliRun.of("view", scratch.resolve("none.vtkhdf"), "--no-open");
        assertEquals(3, missing.exitCode());
        assertEquals(
                "vtkhdf: " + scratch.resolve("none.vtkhdf") + ": no such file or directory\n",
                missing.err().replace("\r", ""));
        CliRun port = CliRun.of("view", image(), "--port", "70000");
        assertEquals(2, port.exitCode());
        assertTrue(port.err().startsWith("vtkhdf: found --port 70000, expected 1 to 65535"), port.err());
        assertEquals("", missing.out() + port.out());
    }

    @Test
    void thePageDoesNotReplaceTheImage() throws IOException {
        Path file = image();
        byte[] before = Files.readAllBytes(file);
        CliRun run = CliRun.of("view", file, "--export", file, "--overwrite");
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains("FILE and OUTPUT are the same file, " + file), run.err());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process is told to end by a signal")
    void theAddressIsPrintedUntilCtrlC() throws Exception {
        Process process = Spawned.startInterruptible(Spawned.command(List.of("-Xmx64m"), "view", image(), "--no-open"));
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String address = out.readLine();
            assertTrue(address.matches("http://127\\.0\\.0\\.1:[0-9]+/\\?token=[A-Za-z0-9_-]{32}"), address);
            String value =
                    address.replace("/?", "/api/value?page=a&serial=1&step=0&association=point&array=p&x=1&y=1&z=0&");
            try (InputStream reply = URI.create(value).toURL().openStream()) {
                assertEquals(
                        "{\"values\":[\"200\"],\"position\":[1.0,1.0,0.0]}",
                        new String(reply.readAllBytes(), StandardCharsets.UTF_8));
            }
            assertEquals(
                    0,
                    new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                            .start()
                            .waitFor());
            assertEquals(130, process.waitFor());
            assertEquals(null, out.readLine());
            String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(said.endsWith("at this address until Ctrl-C\nvtkhdf: interrupted\n"), said);
        } finally {
            process.destroyForcibly();
        }
    }
}
