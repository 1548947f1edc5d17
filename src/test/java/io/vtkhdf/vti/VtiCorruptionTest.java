package io.vtkhdf.vti;

import io.vtkhdf.hostile.InputKind;
import io.vtkhdf.hostile.Trials;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.runtime.DecodingThreads;
import io.vtkhdf.testing.HangGuard;
import io.vtkhdf.vti.block.VtiCompression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, it is read or refused with an error about the file. */
@Tag("once")
@HangGuard
class VtiCorruptionTest {

    private static final int FLIPS = 60;

    @TempDir
    Path folder;

    @TempDir
    static Path made;

    /** Those that VTK wrote, and one in each newer form. */
    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(VtiGoldenTest.files());
        for (VtiCompression compression : List.of(VtiCompression.LZ4, VtiCompression.LZMA)) {
            for (VtiBuilder.Encoding encoding : List.of(VtiBuilder.Encoding.BASE64, VtiBuilder.Encoding.APPENDED_RAW)) {
                byte[] file = new VtiBuilder(new Extent(0, 4, 0, 3, 0, 4))
                        .encoding(encoding)
                        .compression(compression, 64)
                        .array(ArraySpec.point("a", ScalarType.FLOAT32))
                        .array(ArraySpec.cell("b", ScalarType.UINT8).withComponents(3))
                        .bits("b")
                        .build();
                files.add(Files.write(made.resolve(compression + " " + encoding + ".vti"), file));
            }
        }
        return files;
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        DecodingThreads.assertEnded();
    }

    @ParameterizedTest
    @MethodSource("files")
    void truncatedFilesAreReadOrRefused(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Trials trials = new Trials(InputKind.VTI, folder);
        for (int length = bytes.length; length >= 0; length -= 7) {
            trials.read(Arrays.copyOf(bytes, length));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void flippedBytesAreReadOrRefused(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(file.getFileName().toString().hashCode());
        Trials trials = new Trials(InputKind.VTI, folder);
        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = bytes.clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                int at = random.nextInt(bytes.length);
                flipped[at] =
                        (byte) (random.nextBoolean() ? random.nextInt(256) : flipped[at] ^ 1 << random.nextInt(8));
            }
            trials.read(flipped);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void changedDigitsAreReadOrRefused(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(file.getFileName().toString().hashCode());
        Trials trials = new Trials(InputKind.VTI, folder);
        for (int i = 0; i < FLIPS; i++) {
            byte[] changed = bytes.clone();
            int at = random.nextInt(bytes.length);
            while (at < bytes.length && !Character.isDigit(changed[at])) {
                at++;
            }
            if (at < bytes.length) {
                changed[at] = (byte) "0123456789-e. ".charAt(random.nextInt(14));
                trials.read(changed);
            }
        }
    }
}
