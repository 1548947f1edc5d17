package io.vtkhdf.legacy;

import static io.vtkhdf.legacy.LegacyTesting.binary;
import static io.vtkhdf.legacy.LegacyTesting.bytes;

import io.vtkhdf.hostile.InputKind;
import io.vtkhdf.hostile.Trials;
import io.vtkhdf.runtime.DecodingThreads;
import io.vtkhdf.testing.HangGuard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, it is read or refused with an error about the file. */
@HangGuard
class LegacyCorruptionTest {

    private static final int CHANGES = 3000;

    @TempDir
    private Path folder;

    static Stream<byte[]> files() {
        String metadata = "\nMETADATA\nCOMPONENT_NAMES\nx\ny\nINFORMATION 1\nNAME A LOCATION B\nDATA 1 2\n\n";
        String ascii = LegacyTesting.HEADER + "FIELD f 3\nwords 1 2 string\none\ntwo%20\nn 2 1 int 1 2" + metadata
                + "v 1 1 variant 13 x\nPOINT_DATA 6\nSCALARS s double 2\nLOOKUP_TABLE default\n"
                + "1 2 3 4 nan 6.5 7 8 9 10 11 -12e5" + metadata + "LOOKUP_TABLE t 1 1 1 1 1\nCOLOR_SCALARS c 1\n"
                + "0 .1 .2 .3 1 1\nVECTORS v char\n" + "1 2 3 ".repeat(6) + "\nCELL_DATA 2\nFIELD f 2\nb 1 2 bit 1 0\n"
                + "NULL_ARRAY\n";
        byte[] binary = binary(
                LegacyTesting.HEADER.replace("ASCII", "BINARY"),
                "FIELD f 2\nwords 1 2 string\n",
                bytes(0xc1, 'x', 0x80, 2, 'y', 'z'),
                "\nn 1 2 vtkIdType\n",
                bytes(0, 0, 0, 1, 255, 0, 0, 0),
                "\nPOINT_DATA 6\nSCALARS s short 2\nLOOKUP_TABLE default\n",
                new byte[24],
                metadata,
                "LOOKUP_TABLE t 1\n1234\nFIELD f 1\nb 2 6 bit\n",
                bytes(1, 2),
                "\nCELL_DATA 2\nVECTORS v double\n",
                new byte[48],
                "\n");
        return Stream.of(ascii.getBytes(java.nio.charset.StandardCharsets.UTF_8), binary);
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        DecodingThreads.assertEnded();
    }

    @ParameterizedTest
    @MethodSource("files")
    void truncatedFilesAreReadOrRefused(byte[] file) throws IOException {
        Trials trials = new Trials(InputKind.LEGACY, folder);
        for (int length = 0; length <= file.length; length++) {
            trials.read(Arrays.copyOf(file, length));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void changedFilesAreReadOrRefused(byte[] file) throws IOException {
        Random random = new Random(42);
        Trials trials = new Trials(InputKind.LEGACY, folder);
        for (int i = 0; i < CHANGES; i++) {
            byte[] changed = file.clone();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                change(changed, random);
            }
            trials.read(changed);
        }
    }

    private static void change(byte[] file, Random random) {
        int at = random.nextInt(file.length);
        switch (random.nextInt(4)) {
            case 0 -> file[at] = (byte) random.nextInt(256);
            case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> file[at] = (byte) "0123456789-e. \n%".charAt(random.nextInt(16));
            default -> {
                int from = random.nextInt(file.length);
                int length = Math.min(random.nextInt(20), file.length - Math.max(at, from));
                System.arraycopy(file, from, file, at, length);
            }
        }
    }
}
