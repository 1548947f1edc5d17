package io.vtkhdf.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.copy.MemoryImageSource;
import io.vtkhdf.distribution.ValueHistogram;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Percentiles and histograms, against numpy: {@code src/test/resources/statistics/make_statistics.py}. */
class ArrayDistributionTest {

    /** More than are held at once. */
    private static final int MANY = 600_000;

    private static double mixed(long i) {
        return (i * 2654435761L & 0xffffffffL) / 4294967296.0;
    }

    private static double skewed(long i) {
        double u = mixed(i);
        return u * u * u * u * u - 0.25 * u;
    }

    private static double holed(int i) {
        if (i % 13 == 2) {
            return Double.NEGATIVE_INFINITY;
        } else if (i % 11 == 5) {
            return Double.POSITIVE_INFINITY;
        }
        return i % 7 == 3 ? Double.NaN : skewed(i);
    }

    private static double[] expected(String name) throws IOException {
        try (InputStream in = ArrayDistributionTest.class.getResourceAsStream("/statistics/expected.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            String line = text.lines()
                    .filter(candidate -> candidate.startsWith(name + " "))
                    .findFirst()
                    .orElseThrow();
            return Arrays.stream(line.substring(name.length() + 1).split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }

    private static double[] doubles(int count, IntToDoubleFunction value) {
        return IntStream.range(0, count).mapToDouble(value).toArray();
    }

    private static ArrayStatistics of(ScalarType type, int components, Object values, int tuples) throws IOException {
        ArraySpec array = ArraySpec.point("a", type).withComponents(components);
        // In slices, of which several are read together.
        ImageGeometry geometry = ImageGeometry.of(tuples / 10, 1, 10);
        return StatisticsReader.ofDistributions()
                .read(
                        new MemoryImageSource(geometry)
                                .with(array, type.toBytes(values).array()),
                        array);
    }

    private static void assertDistribution(String name, ArrayStatistics found) throws IOException {
        ValueDistribution spread = found.distribution().orElseThrow();
        assertArrayEquals(
                expected(name + " counted"), new double[] {found.nans(), found.infinities()}, name + " counted");
        double[] edges = expected(name + " edges");
        ValueHistogram histogram = spread.histogram();
        assertArrayEquals(
                edges,
                IntStream.rangeClosed(0, 10).mapToDouble(histogram::edge).toArray(),
                (edges[10] - edges[0]) * 1e-14);
        assertArrayEquals(
                expected(name + " counts"),
                IntStream.range(0, 10).mapToDouble(histogram::count).toArray(),
                name + " counts");
        assertArrayEquals(
                expected(name + " percentiles"),
                spread.percentiles().stream().mapToDouble(Double::doubleValue).toArray(),
                (edges[10] - edges[0]) * 1e-15,
                name + " percentiles");
    }

    @Test
    void ofFloatingNumbersWithHoles() throws IOException {
        assertDistribution("float64", of(ScalarType.FLOAT64, 1, doubles(MANY, ArrayDistributionTest::holed), MANY));
    }

    @Test
    void ofSinglePrecision() throws IOException {
        float[] values = new float[MANY];
        for (int i = 0; i < MANY; i++) {
            values[i] = (float) skewed(i);
        }
        assertDistribution("float32", of(ScalarType.FLOAT32, 1, values, MANY));
    }

    @Test
    void ofIntegers() throws IOException {
        short[] shorts = new short[MANY];
        int[] ints = new int[MANY];
        int[] unsigned = new int[MANY];
        long[] longs = new long[MANY];
        for (int i = 0; i < MANY; i++) {
            shorts[i] = (short) Math.floor(skewed(i) * 20000);
            ints[i] = (int) Math.floor(skewed(i) * 2e9);
            unsigned[i] = (int) (long) Math.floor(mixed(i) * 4e9);
            longs[i] = (long) Math.floor(skewed(i) * 0x1p50);
        }
        assertDistribution("int16", of(ScalarType.INT16, 1, shorts, MANY));
        assertDistribution("int32", of(ScalarType.INT32, 1, ints, MANY));
        assertDistribution("uint32", of(ScalarType.UINT32, 1, unsigned, MANY));
        assertDistribution("int64", of(ScalarType.INT64, 1, longs, MANY));
    }

    @Test
    void ofEachComponent() throws IOException {
        ArrayStatistics found = of(ScalarType.FLOAT64, 3, doubles(750_000, ArrayDistributionTest::holed), 250_000);
        assertDistribution("vectors", found);
        for (int i = 0; i < 3; i++) {
            assertDistribution("vectors-" + i, found.components().get(i));
        }
    }

    @Test
    void ofAField() throws IOException {
        assertDistribution(
                "few",
                StatisticsReader.ofDistributions()
                        .read(FieldArray.of("f", doubles(143, ArrayDistributionTest::holed))));
    }

    @Test
    void ofStepsThatShareValues() throws IOException {
        ArraySpec array = ArraySpec.point("a", ScalarType.FLOAT64);
        ImageSeries series = new ImageSeries() {
            @Override
            public double[] times() {
                return new double[] {0, 1, 2};
            }

            @Override
            public ImageSource open(int step) {
                return new MemoryImageSource(ImageGeometry.of(3000, 1, 1))
                        .with(array, doubles(3000, i -> step == 1 ? mixed(i) : skewed(i)));
            }

            @Override
            public int sameAs(ArraySpec of, int step) {
                return step % 2;
            }

            @Override
            public void close() {}
        };
        assertDistribution(
                "steps",
                StatisticsReader.ofDistributions()
                        .read(series, Map.of(array, SharedSteps.of(series, array)))
                        .get(array));
    }

    /** What is between two numbers that no histogram parts: the same number many times, beside far ones. */
    @Test
    void ofTheSameNumberManyTimes() throws IOException {
        double[] values = doubles(MANY, i -> i < 3 ? -1e300 * (i + 1) : i == 3 ? 1e300 : Math.PI);
        ArrayStatistics found = of(ScalarType.FLOAT64, 1, values, MANY);
        assertEquals(
                Collections.nCopies(5, Math.PI),
                found.distribution().orElseThrow().percentiles());
        ArrayStatistics zeros = of(ScalarType.FLOAT64, 1, doubles(MANY, i -> i % 2 == 0 ? 0.0 : -0.0), MANY);
        assertEquals(
                Collections.nCopies(5, 0.0), zeros.distribution().orElseThrow().percentiles());
        assertEquals(MANY, zeros.distribution().orElseThrow().histogram().most());
    }

    @ParameterizedTest
    @EnumSource(ScalarType.class)
    void ofTheEndsOfEveryType(ScalarType type) throws IOException {
        byte[] bytes = new byte[10 * type.size()];
        Arrays.fill(bytes, 0, 5 * type.size(), (byte) 0x7f);
        Arrays.fill(bytes, 5 * type.size(), bytes.length, (byte) 0x80);
        ArraySpec array = ArraySpec.point("a", type);
        ArrayStatistics found = StatisticsReader.ofDistributions()
                .read(new MemoryImageSource(ImageGeometry.of(10, 1, 1)).with(array, bytes), array);
        List<Double> percentiles = found.distribution().orElseThrow().percentiles();
        if (found.nans() == 0) {
            assertEquals(found.min().doubleValue(), percentiles.get(1));
            assertEquals(found.max().doubleValue(), percentiles.get(3));
        }
        assertEquals(10 - found.nans(), total(found.distribution().orElseThrow().histogram()));
    }

    private static long total(ValueHistogram histogram) {
        return IntStream.range(0, histogram.bins()).mapToLong(histogram::count).sum();
    }

    @Test
    void ofNothing() throws IOException {
        ArrayStatistics found = of(ScalarType.FLOAT64, 1, doubles(10, i -> Double.NaN), 10);
        ValueDistribution spread = found.distribution().orElseThrow();
        assertTrue(spread.percentiles().stream().allMatch(value -> Double.isNaN(value)));
        assertEquals(0, total(spread.histogram()));
    }
}
