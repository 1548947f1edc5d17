package io.vtkhdf.cli.slice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.Axis;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.plane.Plane;
import io.vtkhdf.plane.Planes;
import io.vtkhdf.plane.SlicePlane;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceEncodersTest {

    /** Across y: rows are along z. */
    private static Plane doubles(int width, int height, int components, double... values) {
        return new SlicePlane(Planes.cube(ScalarType.FLOAT64, components, width, 1, height, values), Axis.Y, 0);
    }

    private static byte[] encode(SliceEncoder encoder, Plane slice) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        encoder.encode(slice, out);
        return out.toByteArray();
    }

    private static String csv(Plane slice) throws IOException {
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
        Object carrier = type.toArray(ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN));
        Plane slice = Planes.of(type, 1, 3, 2, carrier);
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
        Plane slice = doubles(2, 1, 1, 1.5, -2);
        byte[] expected = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(1.5)
                .putDouble(-2)
                .array();
        assertArrayEquals(expected, encode(new RawEncoder(), slice));
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
}
