package io.vtkhdf.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.copy.MemoryImageSource;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArrayStatisticsTest {

    private static ArrayStatistics ofDoubles(double... values) throws IOException {
        ArraySpec array = ArraySpec.point("a", ScalarType.FLOAT64);
        ImageGeometry geometry = ImageGeometry.of(1, 1, values.length);
        return StatisticsReader.ofSummaries().read(new MemoryImageSource(geometry).with(array, values), array);
    }

    private static void assertStatistics(Number min, Number max, double mean, long nans, ArrayStatistics found) {
        assertEquals(List.of(min, max, mean, nans), List.of(found.min(), found.max(), found.mean(), found.nans()));
    }

    @Test
    void ofOrdinaryValues() throws IOException {
        assertStatistics(-2.0, 7.0, 1.5, 0, ofDoubles(-2, 0, 7, 1));
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
        assertStatistics(-256L, 256L, mean, 0, StatisticsReader.ofSummaries().read(source, array));
    }

    @Test
    void nansAreLeftOutAndCounted() throws IOException {
        assertStatistics(1.0, 3.0, 2, 2, ofDoubles(Double.NaN, 1, 3, Double.NaN));
    }

    @Test
    void infinitiesCountForTheRangeNotForTheMean() throws IOException {
        assertStatistics(1.0, Double.POSITIVE_INFINITY, 2, 0, ofDoubles(1.0, Double.POSITIVE_INFINITY, 3));
    }

    @Test
    void ofNansAloneThereIsNothingToSay() throws IOException {
        assertStatistics(Double.NaN, Double.NaN, Double.NaN, 1, ofDoubles(Double.NaN));
    }

    @Test
    void unsignedValuesAreUnsigned() throws IOException {
        ArraySpec array = ArraySpec.point("a", ScalarType.UINT8).withComponents(2);
        MemoryImageSource source =
                new MemoryImageSource(ImageGeometry.of(2, 1, 1)).with(array, new byte[] {0, -1, 1, 2});
        assertStatistics(0L, 255L, 64.5, 0, StatisticsReader.ofSummaries().read(source, array));
    }

    private static ArrayStatistics ofLongs(ScalarType type, long... values) throws IOException {
        ArraySpec array = ArraySpec.point("a", type);
        return StatisticsReader.ofSummaries()
                .read(
                        new MemoryImageSource(ImageGeometry.of(values.length, 1, 1))
                                .with(array, type.toBytes(values).array()),
                        array);
    }

    @Test
    void longsAreExact() throws IOException {
        long huge = Long.MAX_VALUE - 1;
        assertStatistics(-huge, huge, 0, 0, ofLongs(ScalarType.INT64, huge, -huge));
        assertStatistics(5L, huge, 0x1p62, 0, ofLongs(ScalarType.UINT64, 5, huge));
        assertStatistics(
                3L, BigInteger.TWO.pow(64).subtract(BigInteger.TWO), 0x1p63, 0, ofLongs(ScalarType.UINT64, -2, 3));
        assertStatistics(1L, 3L, 2, 0, ofLongs(ScalarType.UINT64, 1, 2, 3));
    }

    @ParameterizedTest
    @EnumSource(ScalarType.class)
    void ofEveryTypeAsIfValueByValue(ScalarType type) throws IOException {
        byte[] bytes = new byte[(1 << 20) + 4099 * 8];
        new Random(type.ordinal()).nextBytes(bytes);
        for (int i = 7; i < bytes.length && type == ScalarType.FLOAT64; i += 8) {
            // Below 2, lest the sum be infinite.
            bytes[i] &= (byte) 0xbf;
        }
        Object values = type.toArray(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        int count = Array.getLength(values);
        double[] known = IntStream.range(0, count)
                .mapToDouble(i -> type.doubleAt(values, i))
                .toArray();
        ArraySpec array = ArraySpec.point("a", type);
        ArrayStatistics found = StatisticsReader.ofSummaries()
                .read(new MemoryImageSource(ImageGeometry.of(count, 1, 1)).with(array, bytes), array);
        double[] numbers =
                Arrays.stream(known).filter(value -> !Double.isNaN(value)).toArray();
        assertEquals(Arrays.stream(numbers).min().orElseThrow(), found.min().doubleValue());
        assertEquals(Arrays.stream(numbers).max().orElseThrow(), found.max().doubleValue());
        assertEquals(known.length - numbers.length, found.nans());
        double[] finite = Arrays.stream(numbers).filter(Double::isFinite).toArray();
        double scale = Arrays.stream(finite).map(Math::abs).max().orElseThrow();
        assertEquals(Arrays.stream(finite).map(value -> value / finite.length).sum(), found.mean(), scale * 1e-9);
        double squares = Arrays.stream(finite)
                .map(value -> (value - found.mean()) / scale)
                .map(distance -> distance * distance / finite.length)
                .sum();
        assertEquals(scale * Math.sqrt(squares), found.deviation(), scale * 1e-9);
    }

    /** (1, 10), (2, NaN), (6, 30): the squares of the distances from 3 are 4, 1 and 9. */
    @Test
    void ofEachComponent() throws IOException {
        ArraySpec array = ArraySpec.point("a", ScalarType.FLOAT64).withComponents(2);
        MemoryImageSource source =
                new MemoryImageSource(ImageGeometry.of(3, 1, 1)).with(array, 1, 10, 2, Double.NaN, 6, 30);
        ArrayStatistics found = StatisticsReader.ofSummaries().read(source, array);
        assertStatistics(1.0, 30.0, 9.8, 1, found);
        assertEquals(2, found.components().size());
        assertStatistics(1.0, 6.0, 3, 0, found.components().get(0));
        assertEquals(Math.sqrt(14 / 3.0), found.components().get(0).deviation(), 1e-15);
        assertStatistics(10.0, 30.0, 20, 1, found.components().get(1));
        assertEquals(10, found.components().get(1).deviation(), 1e-15);
    }

    /** Far from 0 a sum of squares would have lost it: of 1 and -1 in turn it is 1. */
    @Test
    void theDeviationIsThatOfTheDistances() throws IOException {
        double[] values = IntStream.range(0, 300_000)
                .mapToDouble(i -> 1e9 + (i % 2 == 0 ? 1 : -1))
                .toArray();
        assertEquals(1, ofDoubles(values).deviation(), 1e-9);
    }

    @Test
    void ofFields() {
        assertStatistics(1L, 2L, 1.5, 0, StatisticsReader.ofSummaries().read(FieldArray.of("f", 1, 2)));
    }
}
