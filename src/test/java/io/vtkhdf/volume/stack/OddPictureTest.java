package io.vtkhdf.volume.stack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.cli.CliRun;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PNG files that are as the standard has them, and not as cameras do, made byte by byte. */
class OddPictureTest {

    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int RGBA = 6;

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream png = new ByteArrayOutputStream();

    private void begin(int width, int height, int colours) throws IOException {
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream numbers = new DataOutputStream(header);
        numbers.writeInt(width);
        numbers.writeInt(height);
        numbers.write(new byte[] {8, (byte) colours, 0, 0, 0});
        chunk("IHDR", header.toByteArray());
    }

    private void chunk(String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        DataOutputStream out = new DataOutputStream(png);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }

    private static byte[] deflated(byte[] head, int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(head);
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            byte[] some = new byte[1 << 16];
            for (int left = length; left > 0; left -= some.length) {
                deflater.write(some, 0, Math.min(left, some.length));
            }
        }
        return bytes.toByteArray();
    }

    private Path end(int... row) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(0); // No filter.
            for (int value : row) {
                deflater.write(value);
            }
        }
        chunk("IDAT", bytes.toByteArray());
        chunk("IEND", new byte[0]);
        return Files.write(directory.resolve("picture.png"), png.toByteArray());
    }

    private byte[] values(Path picture, int count) throws IOException {
        Path output = directory.resolve("out.npy");
        CliRun run = CliRun.of("convert", picture, output);
        assertEquals(0, run.exitCode(), run.err());
        byte[] all = Files.readAllBytes(output);
        return Arrays.copyOfRange(all, all.length - count, all.length);
    }

    /** A colour that is transparent is one as any other. */
    @Test
    void aTransparentColourAddsNoComponent() throws IOException {
        begin(2, 1, RGB);
        chunk("tRNS", new byte[] {0, 1, 0, 2, 0, 3});
        assertArrayEquals(new byte[] {1, 2, 3, 4, 5, 6}, values(end(1, 2, 3, 4, 5, 6), 6));
    }

    @Test
    void aTransparentGreyAddsNoComponent() throws IOException {
        begin(3, 1, GREY);
        chunk("tRNS", new byte[] {0, 7});
        assertArrayEquals(new byte[] {7, 8, 9}, values(end(7, 8, 9), 3));
    }

    /** Texts that would take 2 GB, a thousand times of what they are in the file, are not looked at. */
    @Test
    void textsAreNotDecompressed() throws IOException {
        begin(2, 1, GREY);
        byte[] text = deflated(new byte[] {'k', 0, 0}, 1 << 28);
        for (int i = 0; i < 8; i++) {
            chunk("zTXt", text);
        }
        assertArrayEquals(new byte[] {5, 6}, values(end(5, 6), 2));
    }

    @Test
    void aPictureLargerThanAnArrayIsRefusedByName() throws IOException {
        begin(Integer.MAX_VALUE, Integer.MAX_VALUE, RGBA);
        CliRun run = CliRun.of("convert", end(), directory.resolve("out.vtkhdf"));
        assertEquals(4, run.exitCode(), run.err());
        assertTrue(run.err().contains("picture.png: page 1: found 2147483647 x 2147483647 values"), run.err());
    }
}
