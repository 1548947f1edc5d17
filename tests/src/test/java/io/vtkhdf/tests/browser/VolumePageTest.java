package io.vtkhdf.tests.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page that {@code vtkhdf view --export} writes, drawn by vtk.js without a graphics card. */
@Tag("browser")
@ExtendWith(SharedChromium.class)
class VolumePageTest {

    private static final int SIZE = 24;

    @TempDir
    Path scratch;

    /** A ball of 1 in 0, of an array with a name that is no good guest in HTML. */
    private Path ball() throws IOException {
        Path file = scratch.resolve("ball.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(SIZE, SIZE, SIZE))) {
            ArrayWriter array = writer.createPointArray("<!--<script>r", ScalarType.FLOAT32);
            for (int k = 0; k < SIZE; k++) {
                float[] slice = new float[SIZE * SIZE];
                for (int i = 0; i < slice.length; i++) {
                    double x = i % SIZE - SIZE / 2.0;
                    double y = i / SIZE - SIZE / 2.0;
                    double z = k - SIZE / 2.0;
                    slice[i] = x * x + y * y + z * z < SIZE * SIZE / 9.0 ? 1 : 0;
                }
                array.writeSlice(k, slice);
            }
            writer.finish();
        }
        return file;
    }

    @Test
    void aVolumeIsDrawnByThePageAlone(Chromium browser) throws Exception {
        Path html = scratch.resolve("ball.html");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.vtkhdf.cli.Main",
                        "view",
                        ball().toString(),
                        "--export",
                        html.toString(),
                        "--size",
                        "12")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
        assertEquals(html + ": 12 x 12 x 12 of 24 x 24 x 24 values\n", said);
        try (BrowserPage page = browser.newPage()) {
            page.size(400, 500);
            page.prefers("light");
            page.open(html.toUri().toString());
            page.waitFor("document.querySelector('#view').dataset.shown === 'true'"
                    + " || document.querySelector('#error').textContent !== ''");
            assertEquals("", page.textOf("#error"));
            assertEquals("ball.vtkhdf: <!--<script>r", page.textOf("#title"));
            assertEquals(List.of(), page.namelessControls());
            // White in the corner, and coloured in the middle, where the ball is.
            assertEquals(0xffffff, page.drawn(0.02, 0.02));
            assertNotEquals(0xffffff, page.drawn(0.5, 0.5));
            // Turned by a key, a ball remains a ball; hidden, nothing remains.
            page.focus("#view");
            page.press("ArrowLeft", 37);
            assertNotEquals(0xffffff, page.drawn(0.5, 0.5));
            page.choose("#opacity", "1");
            page.choose("#hidden", "255");
            assertTrue((page.drawn(0.5, 0.5) & 0xff) > 0xf0);
            assertEquals(List.of(), page.faults());
            assertEquals(
                    List.of(),
                    page.requests().stream()
                            .filter(address -> !address.equals(html.toUri().toString())
                                    && !address.startsWith("data:")
                                    && !address.startsWith("blob:"))
                            .toList());
        }
    }
}
