package io.vtkhdf.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.copy.MemoryImageSource;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageComparisonTest {

    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static ImageDifference.OfValues values(
            ArraySpec spec, ImageGeometry geometry, Tolerance tolerance, byte[] a, byte[] b) throws IOException {
        ImageDifference difference = new ImageComparison(
                        new MemoryImageSource(geometry).with(spec, a), new MemoryImageSource(geometry).with(spec, b))
                .tolerance(tolerance)
                .run();
        ImageDifference.OfValues values = difference.arrays().get(0).values().orElseThrow();
        assertEquals(values.differing() == 0, difference.isSame());
        return values;
    }

    private static byte[] bytes(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return bytes.array();
    }

    private static byte[] bytes(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return bytes.array();
    }

    private static ImageDifference.OfValues doubles(Tolerance tolerance, double[] a, double[] b) throws IOException {
        return values(
                ArraySpec.point("p", ScalarType.FLOAT64),
                ImageGeometry.of(a.length, 1, 1),
                tolerance,
                bytes(a),
                bytes(b));
    }

    @ParameterizedTest
    @EnumSource(ScalarType.class)
    void theOneValueThatDiffersIsFoundWhereverItIs(ScalarType type) throws IOException {
        ImageGeometry geometry = ImageGeometry.of(3, 4, 5);
        ArraySpec spec = ArraySpec.cell("c", type).withComponents(2);
        byte[] a = new byte[2 * 3 * 4 * 2 * type.size()];
        new Random(1).nextBytes(a);
        if (type.isFloating()) {
            Arrays.fill(a, (byte) 0);
        }
        for (int value = 0; value < a.length / type.size(); value++) {
            byte[] b = a.clone();
            b[value * type.size() + type.size() - 1] ^= 0x40;
            ImageDifference.OfValues values = values(spec, geometry, Tolerance.NONE, a, b);
            assertEquals(1, values.differing());
            assertEquals(48, values.count());
            ImageDifference.Worst worst = values.worst().orElseThrow();
            assertEquals(value % 2, worst.component());
            assertEquals(List.of(value / 2 % 2L, value / 4 % 3L, value / 12L), worst.index());
        }
    }

    @Test
    void whatIsTheSame() throws IOException {
        double otherNan = Double.longBitsToDouble(0xfff8_0000_0000_1234L);
        assertEquals(
                0,
                doubles(Tolerance.NONE, new double[] {NAN, 0.0, INFINITY, 1}, new double[] {otherNan, -0.0, INFINITY, 1
                        })
                        .differing());
    }

    @Test
    void nanAndANumberDifferWhateverTheTolerance() throws IOException {
        ImageDifference.OfValues values =
                doubles(new Tolerance(1e300, 1), new double[] {1, NAN, 2}, new double[] {1, 5, NAN});
        assertEquals(2, values.differing());
        assertEquals(2, values.oneNan());
        assertEquals(
                Optional.of(new ImageDifference.Worst(Optional.empty(), 0, List.of(1L, 0L, 0L), "NaN", "5.0")),
                values.worst());
    }

    @Test
    void aNumberIsWorseThanNan() throws IOException {
        ImageDifference.OfValues values =
                doubles(Tolerance.NONE, new double[] {NAN, 4, 2, NAN}, new double[] {1, 4.5, 4, 1});
        assertEquals(4, values.differing());
        assertEquals(
                Optional.of(new ImageDifference.Worst(Optional.of(2.0), 0, List.of(2L, 0L, 0L), "2.0", "4.0")),
                values.worst());
        assertEquals(0.5, values.relative());
    }

    @Test
    void anInfinityIsInfinitelyFar() throws IOException {
        ImageDifference.OfValues values =
                doubles(new Tolerance(5, 5), new double[] {INFINITY, INFINITY}, new double[] {1, -INFINITY});
        assertEquals(2, values.differing());
        assertEquals(Optional.of(INFINITY), values.worst().orElseThrow().difference());
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 3", "0.5, 0, 2", "1, 0, 1", "100, 0, 0", "0, 0.1, 1", "0, 0.5, 0", "0.4, 0.1, 1", "0.5, 0.1, 0"})
    void tolerances(double absolute, double relative, int differing) throws IOException {
        double[] a = {1, 20, 100};
        double[] b = {1.5, 21, 110};
        assertEquals(differing, doubles(new Tolerance(absolute, relative), a, b).differing());
    }

    @ParameterizedTest
    @CsvSource({
        "INT64, 9223372036854775807, 9223372036854775806, 1",
        "INT64, 9223372036854775807, -9223372036854775808, 18446744073709551615",
        "UINT64, -1, 0, 18446744073709551615",
        "UINT64, -1, -2, 1"
    })
    void longIntegersAreComparedExactly(ScalarType type, long a, long b, BigInteger expected) throws IOException {
        ArraySpec spec = ArraySpec.point("p", type);
        ImageGeometry one = ImageGeometry.of(1, 1, 1);
        for (boolean swapped : new boolean[] {false, true}) {
            byte[] first = bytes(swapped ? b : a);
            byte[] second = bytes(swapped ? a : b);
            ImageDifference.OfValues values = values(spec, one, Tolerance.NONE, first, second);
            assertEquals(Optional.of(expected), values.worst().orElseThrow().difference());
            Tolerance half = new Tolerance(expected.doubleValue() / 2, 0);
            assertEquals(1, values(spec, one, half, first, second).differing());
            Tolerance all = new Tolerance(expected.doubleValue(), 0);
            assertEquals(0, values(spec, one, all, first, second).differing());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, NAN, Double.POSITIVE_INFINITY})
    void tolerancesThatAreNone(double value) {
        assertThrows(IllegalArgumentException.class, () -> new Tolerance(value, 0));
        assertThrows(IllegalArgumentException.class, () -> new Tolerance(0, value));
    }

    @Test
    void largeArraysThatAreReadInSlabsOfDifferentThickness() throws IOException {
        ImageGeometry geometry = ImageGeometry.of(100, 100, 150);
        ArraySpec spec = ArraySpec.point("p", ScalarType.FLOAT64);
        double[] a = new Random(7).doubles(1_500_000).toArray();
        double[] b = a.clone();
        Random random = new Random(8);
        for (int i = 0; i < 100; i++) {
            b[i * 15_000 + random.nextInt(15_000)] += 1;
        }
        b[1_234_567] = -10;
        ImageDifference.OfValues values = new ImageComparison(
                        new MemoryImageSource(geometry).with(spec, a).withSlabThickness(7),
                        new MemoryImageSource(geometry).with(spec, b).withSlabThickness(64))
                .run()
                .arrays()
                .get(0)
                .values()
                .orElseThrow();
        long expected = 0;
        for (int i = 0; i < a.length; i++) {
            expected += a[i] == b[i] ? 0 : 1;
        }
        assertEquals(expected, values.differing());
        assertEquals(1_500_000, values.count());
        assertEquals(List.of(67L, 45L, 123L), values.worst().orElseThrow().index());
    }

    private static ImageDifference geometries(ImageGeometry a, ImageGeometry b) throws IOException {
        return new ImageComparison(new MemoryImageSource(a), new MemoryImageSource(b)).run();
    }

    @Test
    void theSamePointsWithAnotherExtentAreTheSame() throws IOException {
        ImageGeometry moved = ImageGeometry.of(new Extent(5, 9, -3, 4, 1000, 1000))
                .withOrigin(0.1, 0.2, 0.3)
                .withSpacing(0.1, 0.7, 1e-3)
                .withDirection(0, -1, 0, 1, 0, 0, 0, 0, 1);
        ImageDifference difference = geometries(moved, moved.zeroBased());
        assertTrue(difference.isSame());
        assertEquals(
                List.of("extent", "origin"),
                difference.geometry().stream()
                        .map(ImageDifference.Property::name)
                        .toList());
    }

    @Test
    void pointsElsewhereDiffer() throws IOException {
        ImageGeometry here = ImageGeometry.of(3, 4, 5);
        for (ImageGeometry there : new ImageGeometry[] {
            ImageGeometry.of(3, 4, 6),
            ImageGeometry.of(new Extent(1, 3, 0, 3, 0, 4)),
            here.withOrigin(1e-9, 0, 0),
            here.withSpacing(1, 1 + 1e-9, 1),
            here.withDirection(0, -1, 0, 1, 0, 0, 0, 0, 1)
        }) {
            ImageDifference difference = geometries(here, there);
            assertFalse(difference.isSame(), there::toString);
            assertFalse(difference.samePoints());
            assertFalse(difference.geometry().isEmpty());
        }
    }

    @Test
    void arraysThatAreMissingOrOfAnotherKind() throws IOException {
        ImageGeometry geometry = ImageGeometry.of(2, 1, 1);
        MemoryImageSource a = new MemoryImageSource(geometry)
                .with(ArraySpec.point("a", ScalarType.FLOAT64), 1, 2)
                .with(ArraySpec.point("type", ScalarType.FLOAT64), 1, 2)
                .with(ArraySpec.point("names", ScalarType.FLOAT64).withComponentNames(List.of("u")), 1, 2);
        MemoryImageSource b = new MemoryImageSource(geometry)
                .with(ArraySpec.cell("a", ScalarType.FLOAT64), 1)
                .with(
                        ArraySpec.point("type", ScalarType.INT64),
                        new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0})
                .with(ArraySpec.point("names", ScalarType.FLOAT64).withComponentNames(List.of("v")), 1, 2);
        ImageDifference difference = new ImageComparison(a, b).run();
        assertEquals(
                List.of(
                        "POINT a ONLY_A [] -1",
                        "POINT type BOTH [Property[name=type, a=Float64, b=Int64]] 1",
                        "POINT names BOTH [Property[name=component names, a=[u], b=[v]]] 0",
                        "CELL a ONLY_B [] -1"),
                difference.arrays().stream()
                        .map(array -> array.association() + " " + array.name() + " " + array.presence() + " "
                                + array.properties() + " "
                                + array.values()
                                        .map(ImageDifference.OfValues::differing)
                                        .orElse(-1L))
                        .toList());
        assertFalse(difference.isSame());
        assertEquals(
                List.of("a", "a"),
                new ImageComparison(a, b)
                        .arrays((association, name) -> name.equals("a")).run().arrays().stream()
                                .map(ImageDifference.OfArray::name)
                                .toList());
        assertEquals(Association.POINT, difference.arrays().get(0).association());
    }
}
