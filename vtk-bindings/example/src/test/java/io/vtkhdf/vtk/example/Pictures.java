package io.vtkhdf.vtk.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Runs an application in a Java of its own on a screen of its own, and looks at the colours of what it shows. */
final class Pictures {

    private Pictures() {}

    static void run(Class<?> application, Path file, Path pictures) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "xvfb-run",
                        "-a",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.library.path=" + System.getProperty("java.library.path"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        application.getName(),
                        file.toString(),
                        pictures.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
    }

    static double share(BufferedImage picture, IntPredicate wanted) {
        int width = picture.getWidth();
        long count = IntStream.range(0, width * picture.getHeight())
                .map(i -> picture.getRGB(i % width, i / width))
                .filter(wanted)
                .count();
        return (double) count / (width * picture.getHeight());
    }

    /** Of the surface's colour (0.9, 0.75, 0.3), whatever the light. */
    static boolean isSurface(int rgb) {
        double light = red(rgb) / 0.9;
        return light > 60 && Math.abs(green(rgb) - light * 0.75) < 6 && Math.abs(blue(rgb) - light * 0.3) < 6;
    }

    /** Of the slice's colour for the greatest values. */
    static boolean isRed(int rgb) {
        return red(rgb) > 200 && green(rgb) < 80 && blue(rgb) < 40;
    }

    /** Of the slice's colour for the least values. */
    static boolean isBlue(int rgb) {
        return blue(rgb) > 200 && green(rgb) < 80 && red(rgb) < 40;
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
