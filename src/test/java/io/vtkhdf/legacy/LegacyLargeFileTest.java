package io.vtkhdf.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.cli.Main;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.testing.HangGuard;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file beyond 4 GiB, converted in a process with little memory. */
class LegacyLargeFileTest {

    private static final int NX = 512;
    private static final int NY = 512;
    private static final int NZ = 800;

    @TempDir
    private Path folder;

    @Test
    @HangGuard
    void convertsInLittleMemory() throws Exception {
        Path input = folder.resolve("large.vtk");
        Path output = folder.resolve("small.vtkhdf");
        write(input);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "convert",
                        input.toString(),
                        output.toString(),
                        "--array=last")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        try (ImageDataReader reader = ImageDataReader.open(output)) {
            byte[] slice = (byte[]) reader.pointArray("last").readSlice(NZ - 1);
            assertEquals(7, slice[slice.length - 1]);
        }
    }

    /** Sparse: but for its last value, each array is a hole in the file. */
    private static void write(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            append(
                    channel,
                    "# vtk DataFile Version 3.0\nlarge\nBINARY\nDATASET STRUCTURED_POINTS\nDIMENSIONS "
                            + NX + " " + NY + " " + NZ + "\nPOINT_DATA " + (long) NX * NY * NZ
                            + "\nVECTORS first double\n");
            channel.position(channel.position() + (long) NX * NY * NZ * 3 * Double.BYTES);
            append(channel, "\nSCALARS last unsigned_char\nLOOKUP_TABLE default\n");
            channel.position(channel.position() + (long) NX * NY * NZ - 1);
            append(channel, "\7\n");
        }
    }

    private static void append(FileChannel channel, String text) throws IOException {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
