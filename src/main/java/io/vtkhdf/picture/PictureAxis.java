package io.vtkhdf.picture;

import io.vtkhdf.image.Association;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Direction;
import io.vtkhdf.image.ImageGeometry;
import java.util.List;
import java.util.Locale;

/**
 * One axis of a picture. A value fills the space from half a spacing before its place to half a spacing behind it.
 *
 * @param name of the axis, with a note if it is not the world's
 * @param first the coordinate of the first point, or of the centre of the first cell
 * @param step from one value to the next; may be negative, not 0
 * @param count how many values
 */
public record PictureAxis(String name, double first, double step, int count) {

    public static PictureAxis of(ImageGeometry geometry, Association association, Axis axis) {
        int count = geometry.dimensions(association).along(axis);
        double spacing = geometry.spacing().along(axis);
        String name = axis.name().toLowerCase(Locale.ROOT);
        boolean turned = !geometry.direction().equals(Direction.IDENTITY);
        return new PictureAxis(
                turned ? name + " (the image's own axis)" : name,
                first(geometry, association, axis),
                spacing == 0 ? 1 : spacing,
                count);
    }

    private static double first(ImageGeometry geometry, Association association, Axis axis) {
        try {
            return (association == Association.POINT ? geometry.pointAxis(axis) : geometry.cellAxis(axis))[0];
        } catch (ArithmeticException e) {
            // A singular direction: there are no coordinates but distances.
            return 0;
        }
    }

    public double coordinate(int index) {
        return first + index * step;
    }

    /** A coordinate, in as many digits as tell it from its neighbours' however far the axis is from 0. */
    public String textAt(int index) {
        return PictureTicks.textOf(coordinate(index), Math.abs(step));
    }

    double low() {
        return Math.min(first, coordinate(count - 1)) - Math.abs(step) / 2;
    }

    double length() {
        return count * Math.abs(step);
    }

    /** Where a coordinate lies, from 0 at the low end to 1 at the high end. */
    double position(double coordinate) {
        return (coordinate - low()) / length();
    }

    /** Which of {@code columns} evenly picked values is shown at a part of the axis, from 0 to below 1. */
    int columnAt(double part, int columns) {
        int column = Math.min((int) (part * columns), columns - 1);
        return step > 0 ? column : columns - 1 - column;
    }

    /** Round ones, or both ends if there is but one: two make a scale. */
    List<PictureTicks.Tick> ticks(int most) {
        if (count == 1) {
            return List.of(tick(0));
        }
        List<PictureTicks.Tick> ticks = PictureTicks.between(low(), low() + length(), most, Math.abs(step));
        return ticks.size() > 1 ? ticks : List.of(tick(0), tick(count - 1));
    }

    private PictureTicks.Tick tick(int index) {
        return new PictureTicks.Tick(coordinate(index), PictureTicks.textOf(coordinate(index), length()));
    }
}
