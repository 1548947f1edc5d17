package io.vtkhdf.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ImageGeometryTest {

    private static final double EXACT = 0;

    @Test
    void centres_the_image_or_all_but_one_axis() {
        ImageGeometry image = ImageGeometry.of(5, 3, 1).withSpacing(1, 0.5, 7);

        assertEquals(new Vector3(-2, -0.5, -0.0), image.centred().origin());
        assertEquals(new Vector3(-2, 0, -0.0), image.centred(Axis.Y).origin());
        assertEquals(new Bounds(-2, 2, -0.5, 0.5, 0, 0), image.centred(Axis.Z).bounds());
    }

    @Test
    void centres_wherever_the_extent_starts_and_however_the_axes_lie() {
        ImageGeometry image = ImageGeometry.of(new Extent(10, 14, -3, 5, 7, 7))
                .withSpacing(1, 2, 3)
                .withDirection(0, -1, 0, 1, 0, 0, 0, 0, 1)
                .centred();

        assertEquals(new Bounds(-8, 8, -2, 2, 0, 0), image.bounds());
    }

    @Test
    void gives_the_coordinates_of_points_and_cells() {
        ImageGeometry image = ImageGeometry.of(3, 1, 2).withSpacing(0.5, 9, 2).withOrigin(1, 2, 3);

        assertArrayEquals(new double[] {1, 1.5, 2}, image.pointAxis(Axis.X), EXACT);
        assertArrayEquals(new double[] {2}, image.pointAxis(Axis.Y), EXACT);
        assertArrayEquals(new double[] {1.25, 1.75}, image.cellAxis(Axis.X), EXACT);
        assertArrayEquals(new double[] {2}, image.cellAxis(Axis.Y), EXACT);
        assertArrayEquals(new double[] {4}, image.cellAxes()[2], EXACT);
        assertEquals(new Vector3(1.25, 2, 4), image.cellOrigin());
        assertEquals(1, image.axisLength(Axis.X));
    }

    @Test
    void gives_the_coordinates_along_turned_axes() {
        double[] turned = {0, -1, 0, 0, 0, 2, -0.5, 0, 0};
        ImageGeometry image = ImageGeometry.of(new Extent(3, 5, -1, 1, 0, 1))
                .withSpacing(1, 2, 4)
                .withOrigin(7, -3, 0.25)
                .withDirection(turned);

        assertArrayEquals(new double[] {-1, 0, 1}, image.centred().pointAxis(Axis.X), EXACT);
        assertArrayEquals(new double[] {-2, 0, 2}, image.centred().pointAxis(Axis.Y), EXACT);
        Vector3 local = new Vector3(image.pointAxis(Axis.X)[2], image.pointAxis(Axis.Y)[0], image.pointAxis(Axis.Z)[1]);
        assertEquals(image.positionOf(5, -1, 1), Direction.of(turned).apply(local));
        assertThrows(
                ArithmeticException.class,
                () -> image.withDirection(new double[9]).pointAxes());
    }

    @Test
    void spans_a_mesh_of_axes_x_fastest() {
        double[][] mesh = Axes.mesh(new double[] {1, 2}, new double[] {5}, new double[] {7, 8, 9});

        assertArrayEquals(new double[] {1, 2, 1, 2, 1, 2}, mesh[0], EXACT);
        assertArrayEquals(new double[] {5, 5, 5, 5, 5, 5}, mesh[1], EXACT);
        assertArrayEquals(new double[] {7, 7, 8, 8, 9, 9}, mesh[2], EXACT);
    }

    @Test
    void turns_dimensions_into_extents_and_points_into_cells() {
        assertEquals(new Extent(0, 4, 0, 0, 0, 8), new Dimensions(5, 1, 9).extent());
        assertEquals(new Dimensions(4, 1, 8), new Dimensions(5, 1, 9).cells());
        assertEquals(new Dimensions(3, 1, 2), new Extent(-1, 1, 5, 5, 3, 4).dimensions());
        assertEquals(new Extent(-1, 0, 5, 5, 3, 3), new Extent(-1, 1, 5, 5, 3, 4).cells());
        assertEquals(new Extent(0, 0, 0, 0, 0, 0), new Extent(0, 1, 0, 0, 0, 0).cells());
    }

    @Test
    void moves_an_offset_extent_into_the_origin_without_moving_a_point() {
        ImageGeometry image = ImageGeometry.of(new Extent(5, 9, -7, -1, 2, 3))
                .withSpacing(2, 3, 4)
                .withOrigin(1, 1, 1)
                .withDirection(0, 1, 0, 0, 0, 1, 1, 0, 0);

        ImageGeometry moved = image.zeroBased();

        assertEquals(new Extent(0, 4, 0, 6, 0, 1), moved.extent());
        assertEquals(image.bounds(), moved.bounds());
        assertEquals(image.positionOf(6, -5, 3), moved.positionOf(1, 2, 1));
    }

    @Test
    void refuses_what_is_no_image() {
        ImageGeometry image = ImageGeometry.of(2, 2, 2);

        assertThrows(IllegalArgumentException.class, () -> image.withSpacing(Double.NaN, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> image.withOrigin(0, Double.POSITIVE_INFINITY, 0));
        assertThrows(IllegalArgumentException.class, () -> image.withDirection(1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> image.withDirection(1, 0, 0, 0, 1, 0, 0, 0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> ImageGeometry.of(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> ImageGeometry.of(1, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Extent(0, -1, 0, 0, 0, 0));
        assertThrows(
                IllegalArgumentException.class, () -> new Extent(Integer.MIN_VALUE, Integer.MAX_VALUE, 0, 0, 0, 0));
    }
}
