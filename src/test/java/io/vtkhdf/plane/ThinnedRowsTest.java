package io.vtkhdf.plane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against numpy: {@code src/test/resources/pictures/make_pictures.py}. */
class ThinnedRowsTest {

    private static final int WIDTH = 13;
    private static final int HEIGHT = 11;

    private static double[] thinned(Plane plane, Thinning how, int columns, int rows, boolean isUpwards)
            throws IOException {
        ThinnedRows thinned = new ThinnedRows(plane, columns, rows, how, isUpwards);
        double[] all = new double[columns * rows];
        double[] row = new double[columns];
        for (int i = 0; i < rows; i++) {
            thinned.next(row);
            System.arraycopy(row, 0, all, (isUpwards ? i : rows - 1 - i) * columns, columns);
        }
        return all;
    }

    private static void assertThinned(String name, Thinning how, int columns, int rows, double... values)
            throws IOException {
        double[] expected = Planes.expected(name + " " + columns + "x" + rows);
        for (boolean isUpwards : new boolean[] {true, false}) {
            Plane plane = Planes.of(WIDTH, HEIGHT, values);
            assertArrayEquals(expected, thinned(plane, how, columns, rows, isUpwards), 1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 4", "13, 11", "1, 1", "6, 11", "13, 3"})
    void asNumpyThins(int columns, int rows) throws IOException {
        double[] labels = new double[WIDTH * HEIGHT];
        Arrays.setAll(labels, i -> i * 7919L % 5);
        double[] values = Planes.values(WIDTH * HEIGHT);
        double[] special = Planes.special(WIDTH * HEIGHT);
        assertThinned("mean", Thinning.MEAN, columns, rows, values);
        assertThinned("mean-special", Thinning.MEAN, columns, rows, special);
        assertThinned("mode", Thinning.MODE, columns, rows, labels);
        assertThinned("max", Thinning.MAX, columns, rows, special);
        assertThinned("min", Thinning.MIN, columns, rows, special);
    }

    /** One in three of 5000: 1600 pixels of picked values show fat stripes, means some grey. */
    @Test
    void thereAreNoStripesThatAreNotThere() throws IOException {
        byte[] values = new byte[2 * 5000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i % 5000 % 3 == 0 ? 1 : 0);
        }
        double[] thinned = thinned(Planes.of(ScalarType.UINT8, 1, 5000, 2, values), Thinning.MEAN, 1600, 1, true);
        assertArrayEquals(Planes.expected("stripes"), thinned, 1e-12);
        Arrays.sort(thinned);
        assertEquals(1 / 3.125, thinned[0], 1e-12);
        assertEquals(1.125 / 3.125, thinned[1599], 1.0 / 25);
    }

    @Test
    void colours() throws IOException {
        byte[] rgb = {(byte) 255, 0, 10, (byte) 201, 100, 20};
        assertArrayEquals(
                new double[] {0xff000a, 0xc96414},
                thinned(Planes.of(ScalarType.UINT8, 3, 2, 1, rgb), Thinning.MEAN, 2, 1, true));
        assertArrayEquals(
                new double[] {0xe4320f}, thinned(Planes.of(ScalarType.UINT8, 3, 2, 1, rgb), Thinning.MEAN, 1, 1, true));
        // Half opaque black over white, and nothing at all.
        byte[] rgba = {0, 0, 0, (byte) 128, 1, 2, 3, 0};
        assertArrayEquals(
                new double[] {0x7f7f7f, 0xffffff},
                thinned(Planes.of(ScalarType.UINT8, 4, 2, 1, rgba), Thinning.MEAN, 2, 1, true));
    }
}
