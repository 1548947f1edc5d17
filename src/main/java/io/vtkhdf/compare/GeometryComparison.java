package io.vtkhdf.compare;

import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Direction;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Vector3;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Compares where two images lie. */
public final class GeometryComparison {

    /** Of the size of the numbers at hand: what their sums may lose by rounding, and text of 15 digits. */
    private static final double ROUNDING = 1e-14;

    private GeometryComparison() {}

    /** What is written down differently, number by number. */
    public static List<ImageDifference.Property> written(ImageGeometry a, ImageGeometry b) {
        List<ImageDifference.Property> differences = new ArrayList<>();
        ImageDifference.Property.addIfDifferent(differences, "dimensions", a.dimensions(), b.dimensions());
        ImageDifference.Property.addIfDifferent(differences, "extent", a.extent(), b.extent());
        ImageDifference.Property.addIfDifferent(differences, "origin", a.origin(), b.origin());
        ImageDifference.Property.addIfDifferent(differences, "spacing", a.spacing(), b.spacing());
        ImageDifference.Property.addIfDifferent(differences, "direction", text(a.direction()), text(b.direction()));
        return differences;
    }

    private static String text(Direction direction) {
        return Arrays.stream(direction.toArray()).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    /**
     * Whether the points are at the same places, but for rounding and so many of the smallest distances of neighbouring
     * points.
     */
    static boolean isSamePoints(ImageGeometry a, ImageGeometry b, double tolerance) {
        ImageGeometry first = a.zeroBased();
        ImageGeometry second = b.zeroBased();
        if (!first.dimensions().equals(second.dimensions())) {
            return false;
        }
        double size = Math.max(size(a), size(b));
        double allowed = tolerance * smallestSpacing(first);
        return isClose(first.origin(), second.origin(), size, allowed) && hasSameSteps(first, second, size, allowed);
    }

    /** Along the axes that have neighbours. */
    private static double smallestSpacing(ImageGeometry geometry) {
        return Arrays.stream(Axis.values())
                .filter(axis -> geometry.dimensions().along(axis) > 1)
                .mapToDouble(axis -> Math.abs(geometry.spacing().along(axis)))
                .min()
                .orElse(0);
    }

    /** The largest number that takes part in the positions. */
    private static double size(ImageGeometry geometry) {
        double far =
                Arrays.stream(geometry.bounds().toArray()).map(Math::abs).max().orElse(0);
        double origin =
                Arrays.stream(geometry.origin().toArray()).map(Math::abs).max().orElse(0);
        return Math.max(far, origin);
    }

    /** Whether the neighbours and the last points along each axis are at the same places. */
    private static boolean hasSameSteps(ImageGeometry a, ImageGeometry b, double size, double allowed) {
        for (Axis axis : Axis.values()) {
            int last = Math.max(a.dimensions().along(axis) - 1, 1);
            double step = Math.max(
                    Math.abs(a.spacing().along(axis)), Math.abs(b.spacing().along(axis)));
            if (!isClose(along(a, axis, 1), along(b, axis, 1), step, allowed)
                    || !isClose(along(a, axis, last), along(b, axis, last), Math.max(size, step), allowed)) {
                return false;
            }
        }
        return true;
    }

    /** How far a point lies from the first. */
    private static Vector3 along(ImageGeometry geometry, Axis axis, int steps) {
        ImageGeometry centred = geometry.withOrigin(0, 0, 0);
        return switch (axis) {
            case X -> centred.positionOf(steps, 0, 0);
            case Y -> centred.positionOf(0, steps, 0);
            case Z -> centred.positionOf(0, 0, steps);
        };
    }

    private static boolean isClose(Vector3 a, Vector3 b, double size, double tolerated) {
        double allowed = Math.max(size * ROUNDING, tolerated);
        return Math.abs(a.x() - b.x()) <= allowed
                && Math.abs(a.y() - b.y()) <= allowed
                && Math.abs(a.z() - b.z()) <= allowed;
    }
}
