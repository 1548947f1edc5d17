package io.vtkhdf.cli.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SlicePictureTest {

    private static final int FIRST_COLOUR = 0xff440154;
    private static final int LAST_COLOUR = 0xfffde725;
    private static final double NAN = Double.NaN;

    @TempDir
    private Path directory;

    private ValueRange range;
    private BufferedImage picture;

    /** Draws a slice across an axis of an array of doubles. */
    private void draw(
            ImageGeometry geometry,
            Axis axis,
            OptionalInt component,
            ValueRange fixed,
            int components,
            double... values)
            throws IOException {
        Path file = directory.resolve("a.vtkhdf");
        WriteOptions options = WriteOptions.defaults().withOverwrite(true);
        try (ImageDataWriter writer = ImageDataWriter.create(file, geometry, options)) {
            ArrayWriter array =
                    writer.createArray(ArraySpec.point("a", ScalarType.FLOAT64).withComponents(components));
            int size = values.length / geometry.dimensions().z();
            for (int k = 0; k < geometry.dimensions().z(); k++) {
                array.writeSlice(k, Arrays.copyOfRange(values, k * size, (k + 1) * size));
            }
            writer.finish();
        }
        try (ImageSource image = ImageSources.open(file);
                SliceValues array = SliceValues.of(image, image.arrays().get(0))) {
            SlicePlane plane = new SlicePlane(array, axis, 0);
            PngSlice png = new PngSlice(plane, image.geometry(), component, fixed, Optional.empty());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            png.writeTo(out);
            range = png.range();
            picture = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        }
    }

    private void draw(ImageGeometry geometry, double... values) throws IOException {
        draw(geometry, Axis.Z, OptionalInt.empty(), null, 1, values);
    }

    /** Where the values are: inside of the frame that is the farthest to the left. */
    private Rectangle plot() {
        for (int x = 0; x < picture.getWidth() - 12; x++) {
            for (int y = 0; y < picture.getHeight() - 12; y++) {
                if (isCorner(x, y)) {
                    return new Rectangle(x + 1, y + 1, run(x, y, 1, 0) - 2, run(x, y, 0, 1) - 2);
                }
            }
        }
        return fail("no frame");
    }

    private boolean isCorner(int x, int y) {
        return run(x, y, 1, 0) > 10 && run(x, y, 0, 1) > 10;
    }

    private int run(int x, int y, int dx, int dy) {
        int length = 0;
        while (x + length * dx < picture.getWidth()
                && y + length * dy < picture.getHeight()
                && picture.getRGB(x + length * dx, y + length * dy) == SlicePicture.LINE.getRGB()) {
            length++;
        }
        return length;
    }

    private int colourAt(double right, double up) {
        Rectangle plot = plot();
        return picture.getRGB(plot.x + (int) (right * plot.width), plot.y + (int) ((1 - up) * plot.height));
    }

    @ParameterizedTest
    @EnumSource(Axis.class)
    void theSlowAxisPointsUpwards(Axis axis) throws IOException {
        int[] size = {2, 2, 2};
        size[axis.ordinal()] = 1;
        ImageGeometry geometry = ImageGeometry.of(size[0], size[1], size[2]);
        draw(geometry, axis, OptionalInt.empty(), null, 1, 0, NAN, 1, 0.5);
        assertEquals(FIRST_COLOUR, colourAt(0.25, 0.25));
        assertEquals(FIRST_COLOUR, colourAt(0.01, 0.01));
        assertEquals(SpecialValue.NAN.colour().getRGB(), colourAt(0.75, 0.25));
        assertEquals(LAST_COLOUR, colourAt(0.25, 0.75));
        // Half of viridis is the teal #21918c.
        assertEquals(0x21, colourAt(0.75, 0.75) >> 16 & 0xff, 2);
        assertEquals(0x91, colourAt(0.75, 0.75) >> 8 & 0xff, 2);
        assertEquals(0x8c, colourAt(0.75, 0.75) & 0xff, 2);
    }

    @Test
    void coordinatesGrowToTheRightAndUpwardsWhateverTheSpacing() throws IOException {
        draw(ImageGeometry.of(2, 2, 1).withSpacing(-1, 1, 1), 0, NAN, NAN, 1);
        assertEquals(FIRST_COLOUR, colourAt(0.75, 0.25));
        assertEquals(LAST_COLOUR, colourAt(0.25, 0.75));
        draw(ImageGeometry.of(2, 2, 1).withSpacing(1, -1, 1), 0, NAN, NAN, 1);
        assertEquals(FIRST_COLOUR, colourAt(0.25, 0.75));
        assertEquals(LAST_COLOUR, colourAt(0.75, 0.25));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1, 640, 640",
        "4, 3, 1, 2, 428, 642",
        "3, 2, -1, 1, 642, 428",
        "640, 1, 1, 64, 640, 64",
        "641, 1, 1, 100, 641, 100",
        "1601, 1, 1, 1601, 1600, 1600",
        "1, 10000, 1, 1, 24, 1600",
        "2, 3, 0, 0, 428, 642",
        "2, 2, 1e-300, 1e300, 24, 640"
    })
    void theValuesAreInProportionAndLargeEnough(
            int nx, int ny, double dx, double dy, int expectedWidth, int expectedHeight) throws IOException {
        draw(ImageGeometry.of(nx, ny, 1).withSpacing(dx, dy, 1), new double[nx * ny]);
        assertEquals(expectedWidth, plot().width, 1);
        assertEquals(expectedHeight, plot().height, 1);
    }

    @Test
    void oneValue() throws IOException {
        draw(ImageGeometry.of(1, 1, 1), 7);
        assertEquals(new ValueRange(7, 7), range);
        assertEquals(0x91, colourAt(0.5, 0.5) >> 8 & 0xff, 2);
        draw(ImageGeometry.of(1, 1, 1), NAN);
        assertEquals(SpecialValue.NAN.colour().getRGB(), colourAt(0.5, 0.5));
    }

    @Test
    void infinitiesHaveColoursOfTheirOwn() throws IOException {
        draw(ImageGeometry.of(4, 1, 1), Double.NEGATIVE_INFINITY, 1, 2, Double.POSITIVE_INFINITY);
        assertEquals(new ValueRange(1, 2), range);
        assertEquals(SpecialValue.MINUS_INFINITY.colour().getRGB(), colourAt(0.1, 0.5));
        assertEquals(FIRST_COLOUR, colourAt(0.4, 0.5));
        assertEquals(LAST_COLOUR, colourAt(0.6, 0.5));
        assertEquals(SpecialValue.INFINITY.colour().getRGB(), colourAt(0.9, 0.5));
    }

    @Test
    void onlySpecialValuesThatThereAreStandInTheLegend() throws IOException {
        draw(ImageGeometry.of(3, 1, 1), 0, 1, Double.POSITIVE_INFINITY);
        assertTrue(isInTheLegend(SpecialValue.INFINITY));
        assertFalse(isInTheLegend(SpecialValue.MINUS_INFINITY));
        assertFalse(isInTheLegend(SpecialValue.NAN));
        draw(ImageGeometry.of(3, 1, 1), Double.NEGATIVE_INFINITY, NAN, Double.NEGATIVE_INFINITY);
        assertTrue(isInTheLegend(SpecialValue.MINUS_INFINITY));
        assertTrue(isInTheLegend(SpecialValue.NAN));
        assertFalse(isInTheLegend(SpecialValue.INFINITY));
    }

    private boolean isInTheLegend(SpecialValue value) {
        for (int x = plot().x + plot().width + 2; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                if (picture.getRGB(x, y) == value.colour().getRGB()) {
                    return true;
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource({"3000, 40", "40, 3000", "40, 2", "2, 40"})
    void evenANarrowAxisHasAScaleAndLittleIsBlank(int nx, int ny) throws IOException {
        ImageGeometry geometry = ImageGeometry.of(nx, ny, 1);
        for (Axis axis : new Axis[] {Axis.X, Axis.Y}) {
            List<PictureTicks.Tick> ticks =
                    PictureAxis.of(geometry, Association.POINT, axis).ticks(2);
            assertEquals(2, ticks.size(), ticks::toString);
        }
        draw(geometry, new double[nx * ny]);
        assertTrue(picture.getHeight() < plot().height + 240, "height " + picture.getHeight());
        assertTrue(picture.getWidth() < Math.max(plot().width + 240, 700), "width " + picture.getWidth());
    }

    @Test
    void theRangeThatIsGiven() throws IOException {
        ImageGeometry geometry = ImageGeometry.of(3, 1, 1);
        draw(geometry, Axis.Z, OptionalInt.empty(), new ValueRange(20, 40), 1, 10, 20, 50);
        assertEquals(FIRST_COLOUR, colourAt(0.1, 0.5));
        assertEquals(FIRST_COLOUR, colourAt(0.5, 0.5));
        assertEquals(LAST_COLOUR, colourAt(0.9, 0.5));
    }

    @Test
    void vectorsAreShownByMagnitudeOrComponent() throws IOException {
        ImageGeometry geometry = ImageGeometry.of(2, 1, 1);
        draw(geometry, Axis.Z, OptionalInt.empty(), null, 2, 3, 4, 6, -8);
        assertEquals(new ValueRange(5, 10), range);
        draw(geometry, Axis.Z, OptionalInt.of(1), null, 2, 3, 4, 6, -8);
        assertEquals(new ValueRange(-8, 4), range);
    }

    @Test
    void ofALargeSliceSomeValuesAreShownButAllCountForTheRange() throws IOException {
        double[] values = new double[10_000];
        Arrays.setAll(values, i -> i);
        values[5001] = 1e6;
        draw(ImageGeometry.of(10_000, 1, 1), values);
        assertEquals(new ValueRange(0, 1e6), range);
        draw(ImageGeometry.of(10_000, 1, 1), Axis.Z, OptionalInt.empty(), new ValueRange(0, 9999), 1, values);
        assertEquals(FIRST_COLOUR, colourAt(0, 0.5));
        assertEquals(0x91, colourAt(0.5, 0.5) >> 8 & 0xff, 3);
        assertTrue((colourAt(0.9999, 0.5) >> 16 & 0xff) > 0xf8);
    }
}
