package io.vtkhdf.vti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.ArraySpec;
import io.vtkhdf.Dimensions;
import io.vtkhdf.ImageSource;
import io.vtkhdf.SlabReader;
import io.vtkhdf.VtkhdfException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, it is read or refused with an error about the file. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VtiCorruptionTest {

    private static final int FLIPS = 60;
    private static final int MAX_SLICE = 1 << 20;

    @TempDir
    Path folder;

    static List<Path> files() throws IOException {
        return VtiGoldenTest.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void truncatedFilesAreReadOrRefused(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += 7) {
            readOrRefuse(Arrays.copyOf(bytes, length));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void flippedBytesAreReadOrRefused(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(file.getFileName().toString().hashCode());
        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = bytes.clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                int at = random.nextInt(bytes.length);
                flipped[at] =
                        (byte) (random.nextBoolean() ? random.nextInt(256) : flipped[at] ^ 1 << random.nextInt(8));
            }
            readOrRefuse(flipped);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void changedDigitsAreReadOrRefused(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(file.getFileName().toString().hashCode());
        for (int i = 0; i < FLIPS; i++) {
            byte[] changed = bytes.clone();
            int at = random.nextInt(bytes.length);
            while (at < bytes.length && !Character.isDigit(changed[at])) {
                at++;
            }
            if (at < bytes.length) {
                changed[at] = (byte) "0123456789-e. ".charAt(random.nextInt(14));
                readOrRefuse(changed);
            }
        }
    }

    private void readOrRefuse(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("broken.vti"), bytes);
        try (ImageSource source = VtiSource.open(file)) {
            for (ArraySpec spec : source.arrays()) {
                read(source, spec);
            }
        } catch (VtkhdfException e) {
            assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
            assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        }
    }

    private static void read(ImageSource source, ArraySpec spec) throws IOException {
        Dimensions dimensions = source.geometry().dimensions(spec.association());
        long slice = (long) dimensions.x() * dimensions.y() * spec.tupleSize();
        try (SlabReader reader = source.open(spec)) {
            ByteBuffer target = ByteBuffer.allocate((int) Math.min(slice, MAX_SLICE));
            for (int z = 0; z < dimensions.z() && slice <= MAX_SLICE; z++) {
                reader.read(1, target.clear());
            }
        }
    }
}
