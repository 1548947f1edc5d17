package io.vtkhdf.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.vtkhdf.image.Association;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.plane.ArrayValues;
import io.vtkhdf.plane.Plane;
import io.vtkhdf.plane.PlaneSet;
import io.vtkhdf.plane.Planes;
import io.vtkhdf.plane.SlicePlane;
import io.vtkhdf.plane.Thinning;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FigureTest {

    private static final int FIRST_COLOUR = 0xff440154;
    private static final int LAST_COLOUR = 0xfffde725;
    private static final double NAN = Double.NaN;

    private ColourScale scale;
    private BufferedImage picture;

    /** Draws a slice across an axis of an array of doubles, or of colours. */
    private void draw(ImageGeometry geometry, Axis axis, PictureSettings settings, ScalarType type, Object values)
            throws IOException {
        Dimensions size = geometry.dimensions();
        int components = Array.getLength(values) / (int) size.count();
        Plane plane = new SlicePlane(Planes.cube(type, components, size.x(), size.y(), size.z(), values), axis, 0);
        scale = ColourScales.of(plane.spec(), PlaneSet.of(List.of(plane)), settings);
        Panel panel = Panel.of(plane, geometry, "");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Figure(List.of(panel), 1, scale, settings, List.of("a", "b")).writeTo(out);
        picture = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }

    private void draw(PictureSettings settings, double... values) throws IOException {
        draw(ImageGeometry.of(values.length, 1, 1), Axis.Z, settings, ScalarType.FLOAT64, values);
    }

    private void draw(ImageGeometry geometry, double... values) throws IOException {
        draw(geometry, Axis.Z, PictureSettings.defaults(), ScalarType.FLOAT64, values);
    }

    private static PictureSettings range(double low, double high) {
        return PictureSettings.defaults().withRange(new RangeEnd(low, false), new RangeEnd(high, false));
    }

    private static int special(SpecialValue value) {
        return 0xff000000 | ColourMap.VIRIDIS.rgb(value);
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
                && picture.getRGB(x + length * dx, y + length * dy) == Ink.LINE.getRGB()) {
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
        draw(geometry, axis, PictureSettings.defaults(), ScalarType.FLOAT64, new double[] {0, NAN, 1, 0.5});
        assertEquals(FIRST_COLOUR, colourAt(0.25, 0.25));
        assertEquals(FIRST_COLOUR, colourAt(0.01, 0.01));
        assertEquals(special(SpecialValue.NAN), colourAt(0.75, 0.25));
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
        assertEquals("all values are 7", scale.words());
        assertEquals(0x91, colourAt(0.5, 0.5) >> 8 & 0xff, 2);
        draw(ImageGeometry.of(1, 1, 1), NAN);
        assertEquals(special(SpecialValue.NAN), colourAt(0.5, 0.5));
    }

    @Test
    void infinitiesHaveColoursOfTheirOwn() throws IOException {
        draw(ImageGeometry.of(4, 1, 1), Double.NEGATIVE_INFINITY, 1, 2, Double.POSITIVE_INFINITY);
        assertEquals("colours from 1 to 2", scale.words());
        assertEquals(special(SpecialValue.MINUS_INFINITY), colourAt(0.1, 0.5));
        assertEquals(FIRST_COLOUR, colourAt(0.4, 0.5));
        assertEquals(LAST_COLOUR, colourAt(0.6, 0.5));
        assertEquals(special(SpecialValue.INFINITY), colourAt(0.9, 0.5));
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
                if (picture.getRGB(x, y) == special(value)) {
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
    void whatLiesOutsideOfTheRangeHasColoursOfItsOwnAndArrows() throws IOException {
        draw(range(20, 40), 10, 20, 40, 50);
        assertEquals(special(SpecialValue.BELOW), colourAt(0.1, 0.5));
        assertEquals(FIRST_COLOUR, colourAt(0.4, 0.5));
        assertEquals(LAST_COLOUR, colourAt(0.6, 0.5));
        assertEquals(special(SpecialValue.ABOVE), colourAt(0.9, 0.5));
        assertTrue(isInTheLegend(SpecialValue.BELOW) && isInTheLegend(SpecialValue.ABOVE));
        assertEquals("colours from 20 to 40, values from 10 to 50", scale.words());
        draw(range(20, 40).withClipped(true), 10, 20, 40, 50);
        assertEquals(FIRST_COLOUR, colourAt(0.1, 0.5));
        assertEquals(LAST_COLOUR, colourAt(0.9, 0.5));
        draw(range(10, 50), 10, 20, 40, 50);
        assertFalse(isInTheLegend(SpecialValue.BELOW) || isInTheLegend(SpecialValue.ABOVE));
    }

    @Test
    void logarithms() throws IOException {
        draw(PictureSettings.defaults().withLogarithmic(true), 1e-4, 1, 1e4, -3);
        assertEquals(FIRST_COLOUR, colourAt(0.1, 0.5));
        assertEquals(0xff000000 | ColourMap.VIRIDIS.rgb(0.5), colourAt(0.4, 0.5));
        assertEquals(LAST_COLOUR, colourAt(0.6, 0.5));
        assertEquals(special(SpecialValue.BELOW), colourAt(0.9, 0.5));
        assertEquals("colours from 0.0001 to 10000, values from -3 to 10000", scale.words());
        assertThrows(
                IllegalArgumentException.class,
                () -> draw(PictureSettings.defaults().withLogarithmic(true), -1, 0));
    }

    @Test
    void aDivergingMapHasItsMiddleAtZero() throws IOException {
        draw(PictureSettings.defaults().withMap(ColourMap.COOLWARM), -1, 0, 9);
        assertEquals("colours from -9 to 9, values from -1 to 9", scale.words());
        assertEquals(0xff000000 | ColourMap.COOLWARM.rgb(0.5), colourAt(0.5, 0.5));
    }

    @Test
    void percentiles() throws IOException {
        double[] values = new double[101];
        Arrays.setAll(values, i -> i);
        draw(PictureSettings.defaults().withRange(new RangeEnd(2, true), new RangeEnd(90, false)), values);
        assertEquals("colours from 2 to 90, values from 0 to 100", scale.words());
    }

    @Test
    void fewIntegersHaveAColourEach() throws IOException {
        int[] values = {3, 0, 7, 3};
        draw(ImageGeometry.of(4, 1, 1), Axis.Z, PictureSettings.defaults(), ScalarType.INT32, values);
        // matplotlib's tab10, by value.
        double[] colours = Planes.expected("categories 10");
        assertEquals((int) colours[3], colourAt(0.1, 0.5) & 0xffffff);
        assertEquals((int) colours[0], colourAt(0.4, 0.5) & 0xffffff);
        assertEquals((int) colours[7], colourAt(0.6, 0.5) & 0xffffff);
        assertEquals("a colour for each of 0 3 7", scale.words());
        draw(ImageGeometry.of(4, 1, 1), Axis.Z, range(0, 7), ScalarType.INT32, values);
        assertEquals(LAST_COLOUR, colourAt(0.6, 0.5));
        int[] many = new int[11];
        Arrays.setAll(many, i -> i * 100);
        draw(ImageGeometry.of(11, 1, 1), Axis.Z, PictureSettings.defaults(), ScalarType.INT32, many);
        assertEquals(FIRST_COLOUR, colourAt(0, 0.5));
        PictureSettings forced = PictureSettings.defaults().withMap(ColourMap.CATEGORIES);
        draw(ImageGeometry.of(11, 1, 1), Axis.Z, forced, ScalarType.INT32, many);
        assertEquals((int) Planes.expected("categories 20")[10], colourAt(0.99, 0.5) & 0xffffff);
        assertThrows(IllegalArgumentException.class, () -> draw(forced, 1, 2));
        // A mean of labels is another label.
        PictureSettings mixed = forced.withThinning(Thinning.MEAN);
        assertThrows(
                IllegalArgumentException.class,
                () -> draw(ImageGeometry.of(11, 1, 1), Axis.Z, mixed, ScalarType.INT32, many));
    }

    @Test
    void wordsAreTrueOfEveryValue() throws IOException {
        draw(PictureSettings.defaults(), 2, 2);
        assertEquals("all values are 2", scale.words());
        draw(PictureSettings.defaults(), 2, Double.NaN);
        assertEquals("all finite values are 2", scale.words());
        draw(PictureSettings.defaults(), 1000000.125, 1000000.25);
        assertEquals("colours from 1000000.125 to 1000000.25", scale.words());
    }

    @Test
    void trueColour() throws IOException {
        byte[] rgb = {1, 2, 3, (byte) 255, (byte) 128, 0};
        draw(ImageGeometry.of(2, 1, 1), Axis.Z, PictureSettings.defaults(), ScalarType.UINT8, rgb);
        assertEquals(0xff010203, colourAt(0.25, 0.5));
        assertEquals(0xffff8000, colourAt(0.75, 0.5));
        PictureSettings largest = PictureSettings.defaults().withThinning(Thinning.MAX);
        ImageGeometry two = ImageGeometry.of(2, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> draw(two, Axis.Z, largest, ScalarType.UINT8, rgb));
    }

    /** What the area mean of a slice of 5000 is told; a line of one value is still seen. */
    @Test
    void ofALargeSliceThePixelsAreMeansAndAllCountForTheRange() throws IOException {
        double[] values = new double[5000];
        values[2501] = 1;
        draw(PictureSettings.defaults(), values);
        assertEquals("colours from 0 to 1", scale.words());
        Rectangle plot = plot();
        assertEquals(1600, plot.width);
        // 2501 lies in the boxes from 2500 to 2503.125 alone: 0.32 of that one.
        int pixel = picture.getRGB(plot.x + 800, plot.y + 5);
        assertEquals(0xff000000 | ColourMap.VIRIDIS.rgb(1 / 3.125), pixel);
        assertEquals(FIRST_COLOUR, picture.getRGB(plot.x + 799, plot.y + 5));
        assertEquals(FIRST_COLOUR, picture.getRGB(plot.x + 801, plot.y + 5));
        draw(PictureSettings.defaults().withThinning(Thinning.MAX), values);
        assertEquals(LAST_COLOUR, picture.getRGB(plot().x + 800, plot().y + 5));
        draw(PictureSettings.defaults().withThinning(Thinning.NONE), values);
        assertEquals(5000, plot().width);
        assertEquals(LAST_COLOUR, picture.getRGB(plot().x + 2501, plot().y + 5));
    }

    /** One of two values is a crack: it is not lost, as the most frequent of three would be. */
    @Test
    void twoIntegersAreMixedAndOfThreeOneIsShown() throws IOException {
        byte[] values = new byte[5000];
        values[2501] = 1;
        draw(ImageGeometry.of(5000, 1, 1), Axis.Z, PictureSettings.defaults(), ScalarType.UINT8, values);
        int blue = (int) Planes.expected("categories 10")[0];
        int orange = (int) Planes.expected("categories 10")[1];
        int red = (int) Math.round((blue >> 16) + 0.32 * ((orange >> 16) - (blue >> 16)));
        assertEquals(red, picture.getRGB(plot().x + 800, plot().y + 5) >> 16 & 0xff);
        values[0] = 2;
        draw(ImageGeometry.of(5000, 1, 1), Axis.Z, PictureSettings.defaults(), ScalarType.UINT8, values);
        assertEquals(blue, picture.getRGB(plot().x + 800, plot().y + 5) & 0xffffff);
    }

    @Test
    void plainPixels() throws IOException {
        PictureSettings plain = PictureSettings.defaults().withPlain(true);
        ImageGeometry geometry = ImageGeometry.of(3, 2, 1).withSpacing(-1, 5, 1);
        draw(geometry, Axis.Z, plain, ScalarType.FLOAT64, new double[] {0, 1, NAN, 1, 0, 1});
        assertEquals(3, picture.getWidth());
        assertEquals(2, picture.getHeight());
        assertEquals(LAST_COLOUR, picture.getRGB(0, 0));
        assertEquals(special(SpecialValue.NAN), picture.getRGB(0, 1));
        assertEquals(FIRST_COLOUR, picture.getRGB(2, 1));
        draw(geometry.withSpacing(1, 1, 1), Axis.Z, plain.withSize(30), ScalarType.FLOAT64, new double[6]);
        assertEquals(30, picture.getWidth());
        assertEquals(20, picture.getHeight());
    }

    @Test
    void aSizeThatIsGiven() throws IOException {
        draw(
                ImageGeometry.of(4, 2, 1),
                Axis.Z,
                PictureSettings.defaults().withSize(100),
                ScalarType.FLOAT64,
                new double[8]);
        assertEquals(100, plot().width, 1);
        assertEquals(50, plot().height, 1);
    }

    /** As many rows as are drawn in several bands, of a plane that is not held. */
    @Test
    void aPictureThatIsDrawnInBandsHasItsValuesInTheirPlaces() throws IOException {
        int nx = 40;
        int ny = 60_000;
        byte[] values = new byte[nx * ny];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i / nx % 251);
        }
        PictureSettings settings = PictureSettings.defaults()
                .withThinning(Thinning.NONE)
                .withPlain(true)
                .withMap(ColourMap.GREY);
        draw(ImageGeometry.of(nx, ny, 1), Axis.Z, settings, ScalarType.UINT8, values);
        assertEquals(ny, picture.getHeight());
        for (int y = 0; y < ny; y += 997) {
            int value = (ny - 1 - y) % 251;
            assertEquals(ColourMap.GREY.rgb(value / 250.0), picture.getRGB(7, y) & 0xffffff, "row " + y);
        }
    }

    @Test
    void panelsOfOnePictureHaveOneScale() throws IOException {
        ImageGeometry geometry = ImageGeometry.of(2, 2, 2);
        ArrayValues cube = Planes.cube(ScalarType.FLOAT64, 1, 2, 2, 2, new double[] {0, 0, 0, 0, 1, 1, 1, 1});
        List<Panel> panels = List.of(
                Panel.of(new SlicePlane(cube, Axis.Z, 0), geometry, ""),
                Panel.of(new SlicePlane(cube, Axis.Z, 1), geometry, ""));
        List<Plane> planes = panels.stream().map(Panel::plane).toList();
        PictureSettings plain = PictureSettings.defaults().withPlain(true);
        ColourScale shared = ColourScales.of(cube.spec(), PlaneSet.of(planes), plain);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Figure(panels, 2, shared, plain, List.of()).writeTo(out);
        picture = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertEquals(4, picture.getWidth());
        assertEquals(FIRST_COLOUR, picture.getRGB(1, 1));
        assertEquals(LAST_COLOUR, picture.getRGB(2, 0));
        out.reset();
        new Figure(panels, 1, shared, PictureSettings.defaults(), List.of("a")).writeTo(out);
        picture = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertEquals(FIRST_COLOUR, colourAt(0.5, 0.5));
    }
}
