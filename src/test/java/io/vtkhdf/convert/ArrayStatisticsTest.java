package io.vtkhdf.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.ArraySpec;
import io.vtkhdf.FieldArray;
import io.vtkhdf.ImageGeometry;
import io.vtkhdf.ScalarType;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrayStatisticsTest {

    private static ArrayStatistics ofDoubles(double... values) throws IOException {
        ArraySpec array = ArraySpec.point("a", ScalarType.FLOAT64);
        ImageGeometry geometry = ImageGeometry.of(1, 1, values.length);
        return ArrayStatistics.of(new MemoryImageSource(geometry).with(array, values), array);
    }

    @Test
    void ofOrdinaryValues() throws IOException {
        assertEquals(new ArrayStatistics(-2, 7, 1.5, 0), ofDoubles(-2, 0, 7, 1));
    }

    @Test
    void everyValueOfALargeSlabCounts() throws IOException {
        ArraySpec array = ArraySpec.point("a", ScalarType.INT16);
        byte[] values = new byte[(3 << 20) + 2];
        values[1] = 1;
        values[1 << 20] = 2;
        values[(2 << 20) - 1] = -1;
        values[3 << 20] = 3;
        MemoryImageSource source = new MemoryImageSource(ImageGeometry.of(values.length / 2, 1, 1)).with(array, values);
        double mean = (256 + 2 - 256 + 3) / (values.length / 2.0);
        assertEquals(new ArrayStatistics(-256, 256, mean, 0), ArrayStatistics.of(source, array));
    }

    @Test
    void nansAreLeftOutAndCounted() throws IOException {
        assertEquals(new ArrayStatistics(1, 3, 2, 2), ofDoubles(Double.NaN, 1, 3, Double.NaN));
    }

    @Test
    void infinitiesCountForTheRangeNotForTheMean() throws IOException {
        assertEquals(new ArrayStatistics(1, Double.POSITIVE_INFINITY, 2, 0), ofDoubles(1, Double.POSITIVE_INFINITY, 3));
    }

    @Test
    void ofNansAloneThereIsNothingToSay() throws IOException {
        assertEquals(new ArrayStatistics(Double.NaN, Double.NaN, Double.NaN, 1), ofDoubles(Double.NaN));
    }

    @Test
    void unsignedValuesAreUnsigned() throws IOException {
        ArraySpec array = ArraySpec.point("a", ScalarType.UINT8).withComponents(2);
        MemoryImageSource source =
                new MemoryImageSource(ImageGeometry.of(2, 1, 1)).with(array, new byte[] {0, -1, 1, 2});
        assertEquals(new ArrayStatistics(0, 255, 64.5, 0), ArrayStatistics.of(source, array));
    }

    @Test
    void ofFields() {
        assertEquals(new ArrayStatistics(1, 2, 1.5, 0), ArrayStatistics.of(FieldArray.of("f", 1, 2)));
        FieldArray strings = FieldArray.ofStrings("s", List.of("a"));
        assertThrows(IllegalArgumentException.class, () -> ArrayStatistics.of(strings));
    }
}
