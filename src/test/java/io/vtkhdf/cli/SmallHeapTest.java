package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.ArrayWriter;
import io.vtkhdf.ImageGeometry;
import io.vtkhdf.ScalarType;
import io.vtkhdf.Storage;
import io.vtkhdf.VtkhdfReader;
import io.vtkhdf.VtkhdfWriter;
import io.vtkhdf.WriteOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slices as large as real ones, read and written in a process with little memory. */
class SmallHeapTest {

    private static final int NX = 1200;
    private static final int NY = 1501;
    private static final int NZ = 4;

    @TempDir
    private Path directory;

    @Test
    void compressedSlicesAreConvertedToCompressedSlices() throws Exception {
        Path input = directory.resolve("in.vtkhdf");
        Path output = directory.resolve("out.vtkhdf");
        write(input);

        runInSmallHeap("convert", input.toString(), output.toString(), "--compress=fast");

        try (VtkhdfReader reader = VtkhdfReader.open(output)) {
            for (int k = 0; k < NZ; k++) {
                assertArrayEquals(slice(k), (double[]) reader.pointArray("data").readSlice(k), "slice " + k);
            }
        }
    }

    @Test
    void aSliceLargerThanTheHeapBecomesAPicture() throws Exception {
        Path input = directory.resolve("in.vtkhdf");
        Path output = directory.resolve("out.png");
        try (VtkhdfWriter writer = VtkhdfWriter.create(input, ImageGeometry.of(4000, 1, 4000))) {
            ArrayWriter array = writer.createPointArray("data", ScalarType.FLOAT64);
            for (int k = 0; k < 4000; k++) {
                double[] row = new double[4000];
                Arrays.fill(row, k);
                array.writeSlice(k, row);
            }
            writer.finish();
        }
        String said = runInSmallHeap(
                "slice", input.toString(), "--array=data", "--axis=y", "--index=0", "-o", output.toString());
        assertTrue(said.contains("colours from 0 to 3999"), said);
        assertTrue(Files.size(output) > 1000);
    }

    private static String runInSmallHeap(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    private static void write(Path file) throws IOException {
        WriteOptions compressed = WriteOptions.defaults().storage(Storage.fast());
        try (VtkhdfWriter writer = VtkhdfWriter.create(file, ImageGeometry.of(NX, NY, NZ), compressed)) {
            ArrayWriter array = writer.createPointArray("data", ScalarType.FLOAT64);
            for (int k = 0; k < NZ; k++) {
                array.writeSlice(k, slice(k));
            }
            writer.finish();
        }
    }

    /** Noise, which takes as much space compressed. */
    private static double[] slice(int k) {
        return new Random(k).doubles(NX * NY).toArray();
    }
}
