package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.ArraySpec;
import io.vtkhdf.Axis;
import io.vtkhdf.ScalarType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceEncodersTest {

    private static final int FIRST_COLOUR = 0xff440154;
    private static final int LAST_COLOUR = 0xfffde725;

    private static ImageSlice doubles(int width, int height, int components, double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        ArraySpec spec = ArraySpec.point("a", ScalarType.FLOAT64).withComponents(components);
        return new ImageSlice(spec, Axis.X, Axis.Z, width, height, bytes);
    }

    private static byte[] encode(SliceEncoder encoder, ImageSlice slice) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        encoder.encode(slice, out);
        return out.toByteArray();
    }

    private static String csv(ImageSlice slice) throws IOException {
        return new String(encode(new CsvEncoder(), slice), StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({
        "INT8, |i1", "UINT8, |u1", "INT16, <i2", "UINT16, <u2", "INT32, <i4",
        "UINT32, <u4", "INT64, <i8", "UINT64, <u8", "FLOAT32, <f4", "FLOAT64, <f8"
    })
    void npyHeaderAndValues(ScalarType type, String descr) throws IOException {
        byte[] values = new byte[6 * type.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) i;
        }
        ImageSlice slice = new ImageSlice(ArraySpec.point("a", type), Axis.X, Axis.Y, 3, 2, ByteBuffer.wrap(values));
        byte[] npy = encode(new NpyEncoder(), slice);
        String header = new String(npy, 0, 128, StandardCharsets.ISO_8859_1);
        assertEquals("\u0093NUMPY\u0001\u0000\u0076\u0000", header.substring(0, 10));
        String dictionary = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': (2, 3), }";
        assertEquals(dictionary, header.substring(10).strip());
        assertEquals('\n', header.charAt(127));
        assertArrayEquals(values, Arrays.copyOfRange(npy, 128, npy.length));
    }

    @Test
    void npyShapeEndsWithTheComponentsAndTheHeaderIsPadded() throws IOException {
        for (int width = 1; width <= 100_000; width *= 10) {
            byte[] npy = encode(new NpyEncoder(), doubles(width, 1, 2, new double[2 * width]));
            int size = 10 + (npy[8] & 0xff) + 256 * npy[9];
            assertEquals(0, size % 64);
            assertEquals(size + 16 * width, npy.length);
            assertTrue(
                    new String(npy, 0, size, StandardCharsets.ISO_8859_1).contains("'shape': (1, " + width + ", 2)"));
        }
    }

    @Test
    void rawIsTheBareValues() throws IOException {
        ImageSlice slice = doubles(2, 1, 1, 1.5, -2);
        assertArrayEquals(slice.bytes().array(), encode(new RawEncoder(), slice));
    }

    @Test
    void csvOfOneComponentIsAGrid() throws IOException {
        assertEquals(
                "1.0,2.5,NaN\n-0.0,1.0E-9,Infinity\n",
                csv(doubles(3, 2, 1, 1, 2.5, Double.NaN, -0.0, 1e-9, Double.POSITIVE_INFINITY)));
    }

    @Test
    void csvOfSeveralComponentsIsATable() throws IOException {
        assertEquals(
                "i,k,c0,c1\n0,0,1.0,2.0\n1,0,3.0,4.0\n0,1,5.0,6.0\n1,1,7.0,8.0\n",
                csv(doubles(2, 2, 2, 1, 2, 3, 4, 5, 6, 7, 8)));
    }

    private final List<ValueRange> ranges = new ArrayList<>();

    private BufferedImage png(ImageSlice slice, OptionalInt component, ValueRange range) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(encode(new PngEncoder(component, range, ranges::add), slice)));
    }

    private BufferedImage png(ImageSlice slice) throws IOException {
        return png(slice, OptionalInt.empty(), null);
    }

    @Test
    void pngHasItsFirstRowAtTheBottomAndIsEnlarged() throws IOException {
        BufferedImage picture = png(doubles(2, 3, 1, 0, 1, 2, 3, 4, 5));
        assertEquals(172, picture.getWidth());
        assertEquals(258, picture.getHeight());
        assertEquals(FIRST_COLOUR, picture.getRGB(0, 257));
        assertEquals(FIRST_COLOUR, picture.getRGB(85, 172));
        assertTrue(picture.getRGB(86, 257) != FIRST_COLOUR);
        assertTrue(picture.getRGB(0, 171) != FIRST_COLOUR);
        assertEquals(LAST_COLOUR, picture.getRGB(171, 0));
        assertEquals(List.of(new ValueRange(0, 5)), ranges);
    }

    @ParameterizedTest
    @CsvSource({"1, 256", "255, 510", "256, 256", "257, 257", "1000, 1000"})
    void pngIsEnlargedByAWholeFactor(int width, int expected) throws IOException {
        assertEquals(expected, png(doubles(width, 1, 1, new double[width])).getWidth());
    }

    @Test
    void pngShowsNanAsTransparentAndClampsInfinities() throws IOException {
        BufferedImage picture =
                png(doubles(4, 1, 1, Double.NaN, Double.NEGATIVE_INFINITY, 1, Double.POSITIVE_INFINITY));
        assertEquals(0, picture.getRGB(0, 0) >>> 24);
        assertEquals(FIRST_COLOUR, picture.getRGB(64, 0));
        assertEquals(LAST_COLOUR, picture.getRGB(255, 0));
        assertEquals(List.of(new ValueRange(1, 1)), ranges);
    }

    @Test
    void pngOfNansAloneIsTransparent() throws IOException {
        assertEquals(0, png(doubles(1, 1, 1, Double.NaN)).getRGB(0, 0) >>> 24);
    }

    @Test
    void pngUsesTheRangeThatIsGiven() throws IOException {
        BufferedImage picture = png(doubles(3, 1, 1, 10, 20, 30), OptionalInt.empty(), new ValueRange(20, 40));
        assertEquals(FIRST_COLOUR, picture.getRGB(0, 0));
        assertEquals(FIRST_COLOUR, picture.getRGB(100, 0));
        // Half of viridis is the teal #21918c.
        assertEquals(0x21, picture.getRGB(255, 0) >> 16 & 0xff, 2);
        assertEquals(0x91, picture.getRGB(255, 0) >> 8 & 0xff, 2);
        assertEquals(0x8c, picture.getRGB(255, 0) & 0xff, 2);
    }

    @Test
    void pngOfVectorsShowsTheirMagnitudeOrAComponent() throws IOException {
        ImageSlice slice = doubles(2, 1, 2, 3, 4, 6, -8);
        png(slice);
        png(slice, OptionalInt.of(1), null);
        assertEquals(List.of(new ValueRange(5, 10), new ValueRange(-8, 4)), ranges);
    }
}
