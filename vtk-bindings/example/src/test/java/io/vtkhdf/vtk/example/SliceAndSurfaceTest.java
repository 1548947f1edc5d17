package io.vtkhdf.vtk.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application in a Java of its own on a screen of its own, and the colours of what it shows. */
@Tag("xvfb")
class SliceAndSurfaceTest {

    private static final int POINTS = 41;
    private static final int WHITE = 0xffffff;

    @TempDir
    Path directory;

    /** A ball, which hides the inner part of the slice, and the slice's corners, where the values are the extremes. */
    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void theSliceAndTheSurfaceAreSeen(int sign) throws Exception {
        Path file = directory.resolve("ball.vtkhdf");
        writeBall(file, sign);
        BufferedImage picture = run(file);
        assertEquals(600, picture.getWidth());
        assertEquals(500, picture.getHeight());
        for (int corner = 0; corner < 4; corner++) {
            assertEquals(WHITE, picture.getRGB(corner % 2 * 599, corner / 2 * 499) & WHITE);
        }
        assertTrue(share(picture, SliceAndSurfaceTest::isSurface) > 0.05, "the surface is seen");
        double red = share(picture, rgb -> red(rgb) > 200 && green(rgb) < 80 && blue(rgb) < 40);
        double blue = share(picture, rgb -> blue(rgb) > 200 && green(rgb) < 80 && red(rgb) < 40);
        double most = sign > 0 ? red : blue;
        double least = sign > 0 ? blue : red;
        assertTrue(most > 0.002, "the corners of the slice are seen: red " + red + ", blue " + blue);
        assertEquals(0, least, "the middle of the slice is hidden");
    }

    private static void writeBall(Path file, int sign) throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(POINTS, POINTS, POINTS))) {
            ArrayWriter array = writer.createPointArray("distance", ScalarType.FLOAT32);
            double middle = (POINTS - 1) / 2.0;
            for (int k = 0; k < POINTS; k++) {
                float[] slice = new float[POINTS * POINTS];
                for (int i = 0; i < slice.length; i++) {
                    double x = i % POINTS - middle;
                    double y = (i - i % POINTS) / POINTS - middle;
                    double z = k - middle;
                    // The slice through the middle reaches the greatest of all values at its corners.
                    slice[i] = (float) (sign * Math.min(Math.sqrt(x * x + y * y + z * z), middle * Math.sqrt(2)));
                }
                array.writeSlice(k, slice);
            }
            writer.finish();
        }
    }

    private BufferedImage run(Path file) throws IOException, InterruptedException {
        Path picture = directory.resolve("picture.png");
        Process process = new ProcessBuilder(
                        "xvfb-run",
                        "-a",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.library.path=" + System.getProperty("java.library.path"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SliceAndSurface.class.getName(),
                        file.toString(),
                        picture.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return ImageIO.read(picture.toFile());
    }

    private static double share(BufferedImage picture, IntPredicate wanted) {
        int width = picture.getWidth();
        long count = IntStream.range(0, width * picture.getHeight())
                .map(i -> picture.getRGB(i % width, i / width))
                .filter(wanted)
                .count();
        return (double) count / (width * picture.getHeight());
    }

    /** Of the surface's colour (0.9, 0.75, 0.3), whatever the light. */
    private static boolean isSurface(int rgb) {
        double light = red(rgb) / 0.9;
        return light > 60 && Math.abs(green(rgb) - light * 0.75) < 6 && Math.abs(blue(rgb) - light * 0.3) < 6;
    }

    private static int red(int rgb) {
        return rgb >> 16 & 0xff;
    }

    private static int green(int rgb) {
        return rgb >> 8 & 0xff;
    }

    private static int blue(int rgb) {
        return rgb & 0xff;
    }
}
