package io.vtkhdf.copy;

import io.vtkhdf.image.Association;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;

/**
 * Where the values of an array lie, as formats of samples have it: those of cells at the cells' centres, no distance
 * below or at 0. A negative one turns the direction around; one of 0, where there is but one point, becomes 1.
 */
final class VolumePlace {

    private final ImageGeometry geometry;
    private final Association association;

    VolumePlace(ImageGeometry geometry, Association association) {
        this.geometry = geometry;
        this.association = association;
    }

    Dimensions dimensions() {
        return geometry.dimensions(association);
    }

    /** Of the first value. */
    double[] origin() {
        Extent extent = geometry.extent();
        Dimensions points = geometry.dimensions();
        return geometry.positionOf(
                        extent.xMin() + half(points.x()),
                        extent.yMin() + half(points.y()),
                        extent.zMin() + half(points.z()))
                .toArray();
    }

    private double half(int points) {
        return association == Association.CELL && points > 1 ? 0.5 : 0;
    }

    /** Above 0 each. */
    double[] spacing() {
        double[] spacing = geometry.spacing().toArray();
        for (int axis = 0; axis < spacing.length; axis++) {
            spacing[axis] = spacing[axis] == 0 ? 1 : Math.abs(spacing[axis]);
        }
        return spacing;
    }

    /** The direction of an axis. */
    double[] direction(int axis) {
        double sign = geometry.spacing().toArray()[axis] < 0 ? -1 : 1;
        double[] rows = geometry.direction().toArray();
        double[] direction = new double[3];
        for (int row = 0; row < direction.length; row++) {
            double number = rows[3 * row + axis] * sign;
            direction[row] = number == 0 ? 0 : number; // No -0.0
        }
        return direction;
    }

    /** From one value to the next along an axis. */
    double[] step(int axis) {
        double[] step = direction(axis);
        for (int i = 0; i < step.length; i++) {
            step[i] *= spacing()[axis];
        }
        return step;
    }

    /** Whether all values have places of their own. */
    boolean isSpread() {
        Dimensions d = dimensions();
        return !geometry.direction().isSingular()
                && (d.x() == 1 || geometry.spacing().along(Axis.X) != 0)
                && (d.y() == 1 || geometry.spacing().along(Axis.Y) != 0)
                && (d.z() == 1 || geometry.spacing().along(Axis.Z) != 0);
    }
}
