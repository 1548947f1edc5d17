package io.vtkhdf.cli.slice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFileTest {

    @TempDir
    private Path directory;

    @Test
    void aFailureLeavesTheEarlierFileAndNothingElse() throws IOException {
        Path raw = Files.writeString(directory.resolve("z.raw"), "old");
        assertThrows(
                IOException.class,
                () -> PartFile.write(raw, out -> {
                    out.write(1);
                    throw new IOException("full");
                }));
        assertEquals("old", Files.readString(raw));
        assertArrayEquals(new String[] {"z.raw"}, directory.toFile().list());
    }
}
