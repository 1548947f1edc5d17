package io.vtkhdf.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.hostile.InputKind;
import io.vtkhdf.hostile.Trials;
import io.vtkhdf.testing.HangGuard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A broken file is read, or refused with an exception that says what is wrong; nothing else ever happens. */
@Tag("once")
class ReaderCorruptionTest {

    @TempDir
    Path directory;

    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(GoldenFiles.all());
        for (String series : List.of("fields", "active", "single", "times-column")) {
            files.add(SeriesFiles.path(series));
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("files")
    void cutShort(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Trials trials = new Trials(InputKind.VTKHDF, directory);
        int step = Math.max(1, whole.length / 60);
        for (int length = 0; length < whole.length; length += step) {
            read(trials, Arrays.copyOf(whole, length), "cut to " + length);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void withChangedBytes(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(file.getFileName().toString().hashCode());
        List<Integer> used = usedBytes(whole);
        Trials trials = new Trials(InputKind.VTKHDF, directory);
        for (int trial = 0; trial < 120; trial++) {
            byte[] broken = whole.clone();
            int changes = 1 + random.nextInt(3);
            for (int i = 0; i < changes; i++) {
                int at = used.get(random.nextInt(used.size()));
                broken[at] = (byte) (random.nextBoolean() ? broken[at] ^ 1 << random.nextInt(8) : random.nextInt(256));
            }
            read(trials, broken, "trial " + trial);
        }
    }

    /** Most of a small HDF5 file is reserved and empty: changes there would show nothing. */
    private static List<Integer> usedBytes(byte[] whole) {
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < whole.length; i++) {
            if (whole[i] != 0) {
                used.add(i);
            }
        }
        return used;
    }

    private static void read(Trials trials, byte[] bytes, String what) {
        assertTimeoutPreemptively(HangGuard.LIMIT, () -> trials.read(bytes), what);
    }

    @Test
    void aWrongChecksumNamesDatasetAndChunk() throws IOException {
        byte[] bytes = Files.readAllBytes(GoldenFiles.path("layouts-v110"));
        // The dataset "checked" holds x + 7 y + 31 z in chunks of shape 1, 3, 5: this is the start of the one at 1, 1.
        byte[] pattern = {31 + 21, 0, 31 + 22, 0, 31 + 23, 0, 31 + 24, 0, 31 + 25, 0};
        List<Integer> found = new ArrayList<>();
        for (int at = 0; at < bytes.length - pattern.length; at++) {
            if (Arrays.equals(bytes, at, at + pattern.length, pattern, 0, pattern.length)) {
                found.add(at);
            }
        }
        assertEquals(1, found.size());
        bytes[found.get(0)] ^= 4;
        Path file = Files.write(directory.resolve("broken.h5"), bytes);
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            ArrayReader array = reader.pointArray("checked");
            array.readSlice(0);
            String message = assertThrows(CorruptFileException.class, () -> array.readSlice(1))
                    .getMessage();
            assertTrue(
                    message.startsWith(file + ": /VTKHDF/PointData/checked chunk [1, 1, 0]: found data with checksum"),
                    message);
        }
    }
}
