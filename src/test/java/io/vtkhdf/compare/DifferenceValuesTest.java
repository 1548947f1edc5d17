package io.vtkhdf.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.vtkhdf.image.Axis;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.plane.ArrayValues;
import io.vtkhdf.plane.Planes;
import io.vtkhdf.plane.SlicePlane;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DifferenceValuesTest {

    private static void assertDifference(
            double[] expected, ScalarType typeA, Object valuesA, ScalarType typeB, Object valuesB) throws IOException {
        ArrayValues a = Planes.cube(typeA, 1, expected.length, 1, 1, valuesA);
        ArrayValues b = Planes.cube(typeB, 1, expected.length, 1, 1, valuesB);
        assertArrayEquals(expected, Planes.read(new SlicePlane(new DifferenceValues(a, b), Axis.Z, 0)));
    }

    @Test
    void ofFloatingNumbers() throws IOException {
        double infinity = Double.POSITIVE_INFINITY;
        assertDifference(
                new double[] {0.5, -3, 0, 0, Double.NaN, Double.NaN, infinity, -infinity, 0},
                ScalarType.FLOAT64,
                new double[] {1, 2, infinity, Double.NaN, 1, Double.NaN, 5, 5, 0.0},
                ScalarType.FLOAT64,
                new double[] {1.5, -1, infinity, Double.NaN, Double.NaN, 1, infinity, -infinity, -0.0});
    }

    @Test
    void ofOtherTypes() throws IOException {
        assertDifference(
                new double[] {0.5, -199.75},
                ScalarType.UINT8,
                new byte[] {1, (byte) 200},
                ScalarType.FLOAT32,
                new float[] {1.5f, 0.25f});
        assertDifference(
                new double[] {-1, 65_535.0 - 127},
                ScalarType.INT8,
                new byte[] {1, 127},
                ScalarType.UINT16,
                new short[] {0, -1});
    }

    /** Of which the numbers themselves are no doubles. */
    @Test
    void ofIntegersIsExact() throws IOException {
        long large = (1L << 60) + 1;
        assertDifference(
                new double[] {-1, 1, 0x1p64, -0x1p64},
                ScalarType.INT64,
                new long[] {large, large - 1, Long.MIN_VALUE, Long.MAX_VALUE},
                ScalarType.INT64,
                new long[] {large - 1, large, Long.MAX_VALUE, Long.MIN_VALUE});
        assertDifference(
                new double[] {-1, 1, 0x1p64},
                ScalarType.UINT64,
                new long[] {Long.MIN_VALUE, -2, 0},
                ScalarType.UINT64,
                new long[] {Long.MAX_VALUE, -1, -1});
    }
}
