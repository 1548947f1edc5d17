package io.vtkhdf.vtk.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
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
        assertTrue(Pictures.share(picture, Pictures::isSurface) > 0.05, "the surface is seen");
        double red = Pictures.share(picture, Pictures::isRed);
        double blue = Pictures.share(picture, Pictures::isBlue);
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
        Pictures.run(SliceAndSurface.class, file, picture);
        return ImageIO.read(picture.toFile());
    }
}
