package io.vtkhdf.vtk.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.StepWriter;
import io.vtkhdf.write.TimeAxis;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application in a Java of its own on a screen of its own, and the colours of what it shows at each step. */
@Tag("xvfb")
class StepByStepTest {

    private static final int POINTS = 41;

    @TempDir
    private Path directory;

    /** A ball that grows: where its surface is, the distance from the middle less the growth is one value. */
    @Test
    void theBallIsSeenToGrow() throws Exception {
        Path file = directory.resolve("ball.vtkhdf");
        writeBalls(file, 0, 2.5, 5);
        Path pictures = directory.resolve("pictures");
        Pictures.run(StepByStep.class, file, pictures);
        String[] names = pictures.toFile().list();
        Arrays.sort(names);
        assertArrayEquals(new String[] {"step-0.png", "step-1.png", "step-2.png"}, names);
        double before = 0;
        for (String name : names) {
            BufferedImage picture = ImageIO.read(pictures.resolve(name).toFile());
            assertEquals(600, picture.getWidth());
            assertEquals(500, picture.getHeight());
            double ball = Pictures.share(picture, Pictures::isSurface);
            assertTrue(ball > Math.max(0.05, before * 1.15), name + ": the ball is " + ball + ", before " + before);
            before = ball;
            boolean isFirst = name.equals("step-0.png");
            double red = Pictures.share(picture, Pictures::isRed);
            assertTrue(isFirst ? red > 0.002 : red < 0.002, name + ": of the greatest value of the first step " + red);
        }
    }

    private static void writeBalls(Path file, double... growths) throws IOException {
        ImageGeometry geometry = ImageGeometry.of(POINTS, POINTS, POINTS);
        try (ImageSeriesWriter series = ImageSeriesWriter.create(file, geometry, TimeAxis.growing())) {
            for (double growth : growths) {
                writeBall(series.step(growth), growth);
            }
            series.finish();
        }
    }

    private static void writeBall(StepWriter step, double growth) throws IOException {
        ArrayWriter array = step.createPointArray("distance", ScalarType.FLOAT32);
        double middle = (POINTS - 1) / 2.0;
        for (int k = 0; k < POINTS; k++) {
            float[] slice = new float[POINTS * POINTS];
            for (int i = 0; i < slice.length; i++) {
                double x = i % POINTS - middle;
                double y = (i - i % POINTS) / POINTS - middle;
                double z = k - middle;
                // The slice through the middle reaches the greatest of all values at its corners.
                double distance = Math.min(Math.sqrt(x * x + y * y + z * z), middle * Math.sqrt(2));
                slice[i] = (float) (distance - growth);
            }
            array.writeSlice(k, slice);
        }
        step.finish();
    }
}
