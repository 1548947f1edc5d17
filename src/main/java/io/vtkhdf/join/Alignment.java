package io.vtkhdf.join;

import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Vector3;
import java.util.Locale;

/**
 * Where parts lie along an axis, by the grid of the one that lies first in the list: the points of all must be points
 * of that grid, as far as a thousandth of the spacing.
 */
final class Alignment {

    private static final double NEAR = 1e-3;

    /** Farther away there are no thousandths. */
    private static final long MOST = 1L << 40;

    private final String first;
    private final Axis axis;
    private final ImageGeometry grid;

    /** @throws UnsupportedFileException if there is no telling what lies beside what on this grid */
    Alignment(OpenedPart first, Axis axis) throws UnsupportedFileException {
        this.first = first.file().toString();
        this.axis = axis;
        this.grid = first.geometry();
        if (grid.direction().isSingular() || grid.spacing().along(axis) == 0) {
            throw new UnsupportedFileException(
                    this.first,
                    "/VTKHDF",
                    grid.direction().isSingular() ? "axes that lie in a plane" : "a spacing of 0 along " + name(axis),
                    "a grid on which every point has its own place, to tell where the parts lie");
        }
    }

    private static String name(Axis axis) {
        return axis.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The index of a part's first point along the axis, from that of the grid's first one on.
     *
     * @throws UnsupportedFileException if the part does not lie on the grid, or not beside it
     */
    long start(OpenedPart part) throws UnsupportedFileException {
        ImageGeometry geometry = part.geometry();
        requireSameSize(part, geometry.dimensions());
        Vector3 corner = index(geometry, 0);
        long start = Math.round(corner.along(axis));
        for (int number = 0; number < 8; number++) {
            requireOnGrid(part, number, start);
        }
        return start;
    }

    private void requireSameSize(OpenedPart part, Dimensions found) throws UnsupportedFileException {
        for (Axis other : Axis.values()) {
            int expected = grid.dimensions().along(other);
            if (other != axis && found.along(other) != expected) {
                throw new UnsupportedFileException(
                        part.file().toString(),
                        "/VTKHDF@WholeExtent",
                        found.along(other) + " points along " + name(other),
                        expected + " as in " + first + ": parts along " + name(axis) + " are as large across it");
            }
        }
    }

    /** A corner of the image on the grid, counted from the grid's own first point. */
    private Vector3 index(ImageGeometry image, int number) {
        int[] extent = image.extent().toArray();
        Vector3 there = image.positionOf(extent[number & 1], extent[2 + (number >> 1 & 1)], extent[4 + (number >> 2)]);
        Vector3 origin = grid.positionOf(
                grid.extent().xMin(), grid.extent().yMin(), grid.extent().zMin());
        Vector3 local = grid.direction()
                .applyInverse(new Vector3(there.x() - origin.x(), there.y() - origin.y(), there.z() - origin.z()));
        return new Vector3(local.x() / spacing(Axis.X), local.y() / spacing(Axis.Y), local.z() / spacing(Axis.Z));
    }

    /** That of a flat axis may be 0, and nothing lies along it. */
    private double spacing(Axis along) {
        double spacing = grid.spacing().along(along);
        return spacing == 0 ? 1 : spacing;
    }

    private void requireOnGrid(OpenedPart part, int number, long start) throws UnsupportedFileException {
        Vector3 found = index(part.geometry(), number);
        Dimensions size = part.geometry().dimensions();
        Vector3 expected = new Vector3(
                (number & 1) * (size.x() - 1.0) + (axis == Axis.X ? start : 0),
                (number >> 1 & 1) * (size.y() - 1.0) + (axis == Axis.Y ? start : 0),
                (number >> 2) * (size.z() - 1.0) + (axis == Axis.Z ? start : 0));
        boolean isNear = Math.abs(start) < MOST
                && Math.abs(found.x() - expected.x()) <= NEAR
                && Math.abs(found.y() - expected.y()) <= NEAR
                && Math.abs(found.z() - expected.z()) <= NEAR;
        if (!isNear) {
            throw new UnsupportedFileException(
                    part.file().toString(),
                    "/VTKHDF",
                    "a corner at " + found + " on the grid of " + first,
                    "it at " + expected + ": parts along " + name(axis)
                            + " have the same spacing and direction, and lie side by side");
        }
    }
}
