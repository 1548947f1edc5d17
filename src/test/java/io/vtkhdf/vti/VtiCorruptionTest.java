package io.vtkhdf.vti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.ArraySpec;
import io.vtkhdf.Dimensions;
import io.vtkhdf.Extent;
import io.vtkhdf.ImageSource;
import io.vtkhdf.ScalarType;
import io.vtkhdf.SlabReader;
import io.vtkhdf.VtkhdfException;
import io.vtkhdf.input.DecodingThreads;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
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
        Path truncated = Files.copy(file, folder.resolve("truncated.vti"));
        try (FileChannel channel = FileChannel.open(truncated, StandardOpenOption.WRITE)) {
            for (long length = channel.size(); length >= 0; length -= 7) {
                channel.truncate(length);
                readOrRefuse(truncated);
            }
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
        readOrRefuse(Files.write(folder.resolve("broken.vti"), bytes));
    }

    private static void readOrRefuse(Path file) throws IOException {
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
