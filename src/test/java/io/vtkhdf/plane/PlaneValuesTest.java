package io.vtkhdf.plane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.distribution.ValueHistogram;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Against numpy: {@code src/test/resources/pictures/make_pictures.py}. */
class PlaneValuesTest {

    private static final int WIDTH = 13;
    private static final int HEIGHT = 11;

    private static PlaneSet special() {
        // In two planes, as frames are.
        double[] values = Planes.special(WIDTH * HEIGHT);
        return PlaneSet.of(List.of(
                Planes.of(WIDTH, 4, Arrays.copyOf(values, 4 * WIDTH)),
                Planes.of(WIDTH, 7, Arrays.copyOfRange(values, 4 * WIDTH, values.length))));
    }

    @Test
    void percentiles() throws IOException {
        ValueSurvey survey = new ValueSurvey();
        special().forEach(survey::add);
        double[] percents = {0, 2, 12.5, 50, 98, 99.9, 100};
        double[] expected = Planes.expected("percentiles");
        for (int i = 0; i < percents.length; i++) {
            assertEquals(expected[i], survey.percentile(special(), percents[i]), 1e-13);
        }
    }

    @Test
    void percentilesOfExtremes() throws IOException {
        double[] values = {-0.0, Double.MIN_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, 0};
        Plane plane = Planes.of(5, 1, values);
        ValueSurvey survey = new ValueSurvey().add(plane);
        double[] found = IntStream.range(0, 5)
                .mapToDouble(i -> {
                    try {
                        return survey.percentile(PlaneSet.of(List.of(plane)), 25 * i);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .toArray();
        assertArrayEquals(new double[] {-Double.MAX_VALUE, 0, 0, Double.MIN_VALUE, Double.MAX_VALUE}, found);
    }

    @Test
    void survey() throws IOException {
        ValueSurvey survey = new ValueSurvey();
        special().forEach(survey::add);
        double[] all = Planes.special(WIDTH * HEIGHT);
        assertEquals(Arrays.stream(all).filter(Double::isNaN).count(), survey.nan());
        assertEquals(all.length, survey.nan() + survey.finite() + survey.infinite() + survey.minusInfinite());
        assertEquals(Planes.expected("percentiles")[0], survey.min());
        assertEquals(Planes.expected("percentiles")[6], survey.max());
        assertEquals(0, survey.categories().length);

        ValueSurvey integers =
                new ValueSurvey().add(Planes.of(ScalarType.INT8, 1, 3, 2, new byte[] {3, -1, 3, 7, 7, 3}));
        assertArrayEquals(new double[] {-1, 3, 7}, integers.categories());
        assertEquals(3, integers.smallestPositive());
        int[] many = IntStream.range(0, 21).toArray();
        assertEquals(
                0,
                new ValueSurvey()
                        .add(Planes.of(ScalarType.INT32, 1, 21, 1, many))
                        .categories()
                        .length);
        assertEquals(
                20,
                new ValueSurvey()
                        .add(Planes.of(ScalarType.INT32, 1, 20, 1, Arrays.copyOf(many, 20)))
                        .categories()
                        .length);
        assertTrue(new ValueSurvey().add(Planes.of(1, 1, Double.NaN)).isEmpty());
        Plane vectors = Planes.of(ScalarType.INT16, 2, 2, 1, new short[] {5, 6, 7, 8});
        assertEquals(8, new ValueSurvey().add(vectors).max());
        assertEquals(6.5, new ValueSurvey().add(vectors).percentile(PlaneSet.of(List.of(vectors)), 50));
    }

    @Test
    void histograms() throws IOException {
        double[] edges = Planes.expected("histogram-edges");
        ValueSurvey survey = new ValueSurvey();
        special().forEach(survey::add);
        ValueHistogram histogram = survey.histogram(special(), 7, edges[0], edges[7]);
        for (int i = 0; i < 7; i++) {
            assertEquals(edges[i], histogram.edge(i), 1e-12);
            assertEquals(Planes.expected("histogram")[i], histogram.count(i));
        }
        assertEquals(0, histogram.below() + histogram.above());
        ValueHistogram part = survey.histogram(special(), 5, -20, 40);
        assertArrayEquals(
                Planes.expected("histogram-range"),
                IntStream.range(0, 5).mapToDouble(part::count).toArray());
        assertTrue(part.below() > 0 && part.above() > 0 && part.notFinite() > 0);
    }

    @Test
    void integersHaveARangeEachIfTheyAreFew() throws IOException {
        Plane plane = Planes.of(ScalarType.UINT8, 1, 5, 1, new byte[] {4, 2, 2, 4, 4});
        ValueHistogram histogram = new ValueSurvey().add(plane).histogram(PlaneSet.of(List.of(plane)), 10, 2, 4);
        assertEquals(3, histogram.bins());
        assertEquals(
                List.of(2L, 0L, 3L),
                IntStream.range(0, 3).mapToObj(histogram::count).toList());
        assertEquals(1.5, histogram.edge(0));
        ValueHistogram one = new ValueSurvey()
                .add(Planes.of(1, 1, 4))
                .histogram(PlaneSet.of(List.of(Planes.of(3, 1, 4, 4, 4))), 2, 4, 4);
        assertEquals(List.of(0L, 3L), List.of(one.count(0), one.count(1)));
    }

    @ParameterizedTest
    @EnumSource(Axis.class)
    void projections(Axis axis) throws IOException {
        String name = " " + axis.name().toLowerCase(Locale.ROOT);
        ArrayValues holes = Planes.cube(ScalarType.FLOAT64, 1, 3, 4, 5, Planes.special(60));
        ArrayValues cube = Planes.cube(ScalarType.FLOAT64, 1, 3, 4, 5, Planes.values(60));
        int last = holes.dimensions().along(axis) - 1;
        assertArrayEquals(
                Planes.expected("project-max" + name),
                Planes.read(new ProjectedPlane(holes, axis, 0, last, Projection.MAX)));
        assertArrayEquals(
                Planes.expected("project-min" + name),
                Planes.read(new ProjectedPlane(holes, axis, 0, last, Projection.MIN)));
        assertArrayEquals(
                Planes.expected("project-mean" + name),
                Planes.read(new ProjectedPlane(cube, axis, 0, last, Projection.MEAN)),
                1e-12);
        assertArrayEquals(
                Planes.expected("project-some" + name),
                Planes.read(new ProjectedPlane(cube, axis, 1, 2, Projection.MEAN)),
                1e-12);
    }

    /** Of values that no double tells apart. */
    @ParameterizedTest
    @CsvSource({"INT64, 9007199254740993, 9007199254740992", "UINT64, -1, 9007199254740993"})
    void projectionsAreExact(ScalarType type, long max, long min) throws IOException {
        ArrayValues array = Planes.cube(type, 1, 1, 1, 3, new long[] {min, max, min});
        for (Projection how : new Projection[] {Projection.MAX, Projection.MIN}) {
            ByteBuffer found = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            new ProjectedPlane(array, Axis.Z, 0, 2, how).readRows(0, 1, found);
            assertEquals(how == Projection.MAX ? max : min, found.getLong(0));
        }
    }

    @ParameterizedTest
    @EnumSource(ScalarType.class)
    void projectionsHaveTheTypeOfTheArray(ScalarType type) throws IOException {
        Object values = type.newArray(6);
        for (int i = 0; i < 6; i++) {
            set(values, i);
        }
        ArrayValues array = Planes.cube(type, 2, 1, 1, 3, values);
        ProjectedPlane plane = new ProjectedPlane(array, Axis.Z, 0, 2, Projection.MAX);
        assertEquals(type, plane.spec().type());
        assertArrayEquals(new double[] {4, 5}, Planes.read(plane));
    }

    private static void set(Object values, int i) {
        if (values instanceof byte[] bytes) {
            bytes[i] = (byte) i;
        } else if (values instanceof short[] shorts) {
            shorts[i] = (short) i;
        } else if (values instanceof int[] ints) {
            ints[i] = i;
        } else if (values instanceof float[] floats) {
            floats[i] = i;
        } else if (values instanceof double[] doubles) {
            doubles[i] = i;
        } else {
            ((long[]) values)[i] = i;
        }
    }

    @Test
    void componentsAndMagnitudes() throws IOException {
        ArrayValues vectors = Planes.cube(ScalarType.INT16, 2, 2, 1, 1, new short[] {3, 4, -6, 8});
        assertArrayEquals(
                new double[] {5, 10},
                Planes.read(new SlicePlane(new ComponentValues(vectors, OptionalInt.empty()), Axis.Z, 0)));
        ComponentValues second = new ComponentValues(vectors, OptionalInt.of(1));
        assertEquals(ScalarType.INT16, second.spec().type());
        assertArrayEquals(new double[] {4, 8}, Planes.read(new SlicePlane(second, Axis.Z, 0)));
    }
}
