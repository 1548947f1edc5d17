package io.vtkhdf.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.cli.Spawned;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ImageDataWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real process writes more than a pipe holds. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no head and no /dev/full")
class StandardOutputTest {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("a.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(500, 500, 1))) {
            writer.createPointArray("a", ScalarType.INT32).write(new int[250_000], Order.X_FASTEST);
            writer.finish();
        }
    }

    /** @param shell runs the command, which is {@code "$@"} */
    private Spawned run(String shell) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", "-c", shell, "bash"));
        command.addAll(Spawned.command(List.of(), "slice", file, "--array", "a", "--axis", "z", "--index", "0"));
        return Spawned.run(command);
    }

    @Test
    void isDoneWhenNobodyReadsOn() throws Exception {
        Spawned head = run("\"$@\" | read -r line; exit ${PIPESTATUS[0]}");
        assertEquals(new Spawned(0, ""), head);
    }

    @Test
    void failsWhenTheDiskIsFull() throws Exception {
        Spawned full = run("\"$@\" >/dev/full");
        assertEquals(3, full.exitCode());
        assertTrue(full.said().startsWith("vtkhdf: standard output: "), full.said());
    }
}
