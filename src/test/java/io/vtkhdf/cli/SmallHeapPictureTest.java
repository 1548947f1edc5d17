package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A slice of 5000 x 5000 doubles, 200 MB, with a crack of one value, drawn with a heap of 64 MB. */
@Tag("once")
class SmallHeapPictureTest {

    private static final int SIDE = 5000;
    private static final int ROWS = 100;

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("large.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(SIDE, SIDE, 1))) {
            ArrayWriter array = writer.createArray(ArraySpec.point("a", ScalarType.FLOAT64));
            double[] rows = new double[SIDE * ROWS];
            for (int row = 0; row < ROWS; row++) {
                rows[row * SIDE + 2501] = 1;
            }
            for (int y = 0; y < SIDE; y += ROWS) {
                array.write(new Region(0, y, 0, new Dimensions(SIDE, ROWS, 1)), rows);
            }
            writer.finish();
        }
    }

    private Spawned slice(Path output, String... options) throws Exception {
        List<Object> args = new ArrayList<>(List.of("slice", file, "--array", "a", "--axis", "z", "-o", output));
        args.addAll(List.of(options));
        Spawned run = Spawned.run(Spawned.command(List.of("-Xmx64m"), args.toArray()));
        assertEquals(0, run.exitCode(), run.said());
        return run;
    }

    @Test
    void thinnedWithPercentilesAndWhole() throws Exception {
        Path thinned = directory.resolve("thinned.png");
        String said = slice(thinned, "--index", "0", "--range", "p0:p100").said();
        assertTrue(said.contains("1600 x 1600 of 5000 x 5000 values shown: area mean"), said);
        // A few boxes that hold all of the slice.
        Path small = directory.resolve("small.png");
        slice(small, "--index", "0", "--plain", "--thin", "mode", "--size", "2");
        assertEquals(List.of(2, 2), size(small));
        Path whole = directory.resolve("whole.png");
        slice(whole, "--index", "0", "--plain", "--thin", "none");
        assertEquals(List.of(SIDE, SIDE), size(whole));
    }

    @Test
    void projectedAndAsValues() throws Exception {
        Path npy = directory.resolve("a.npy");
        slice(npy, "--project", "max");
        assertEquals(128 + 8L * SIDE * SIDE, Files.size(npy));
    }

    private static List<Integer> size(Path png) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(png))) {
            in.skipNBytes(16);
            return List.of(in.readInt(), in.readInt());
        }
    }
}
