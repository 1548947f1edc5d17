package io.vtkhdf.legacy;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Direction;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Vector3;
import java.io.IOException;

/** The geometry as its lines come, in any order. */
final class LegacyGeometry {

    private final LegacyScanner scanner;
    private Extent extent;
    private Vector3 origin = new Vector3(0, 0, 0);
    private Vector3 spacing = new Vector3(1, 1, 1);

    LegacyGeometry(LegacyScanner scanner) {
        this.scanner = scanner;
    }

    /** Reads what follows a keyword in lower case; false if it is none of the geometry's. */
    boolean read(String keyword) throws IOException {
        switch (keyword) {
            case "dimensions" -> extent = extent(0, size("x"), 0, size("y"), 0, size("z"));
            case "extent" -> extent = extent(index(), index(), index(), index(), index(), index());
            case "spacing", "aspect_ratio" -> spacing = vector("a spacing");
            case "origin" -> origin = vector("a coordinate of the origin");
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The last index of so many points. */
    private int size(String axis) throws IOException {
        int points = scanner.int32("the number of points along " + axis);
        if (points < 1) {
            throw scanner.corrupt(points + " points along " + axis, "at least 1");
        }
        return points - 1;
    }

    private int index() throws IOException {
        return scanner.int32("the first or last index of an axis");
    }

    private Extent extent(int xMin, int xMax, int yMin, int yMax, int zMin, int zMax) throws CorruptFileException {
        try {
            Extent given = new Extent(xMin, xMax, yMin, yMax, zMin, zMax);
            given.dimensions().count();
            return given;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw scanner.corrupt(
                    "the indices " + xMin + " to " + xMax + ", " + yMin + " to " + yMax + ", " + zMin + " to " + zMax,
                    "an image of fewer than 2^63 points, each axis from its first index to its last");
        }
    }

    private Vector3 vector(String what) throws IOException {
        return new Vector3(scanner.finite(what), scanner.finite(what), scanner.finite(what));
    }

    ImageGeometry geometry() throws CorruptFileException {
        if (extent == null) {
            throw scanner.corrupt("no DIMENSIONS", "them in front of the data");
        }
        return new ImageGeometry(extent, origin, spacing, Direction.IDENTITY);
    }

    /** The number of tuples of an array, which the file gives as well; some writers give 0 for no arrays. */
    long tuples(Association association, long declared) throws CorruptFileException {
        Dimensions tuples = geometry().dimensions(association);
        if (declared != 0 && declared != tuples.count()) {
            throw scanner.corrupt(
                    declared + " tuples of " + association.groupName(), tuples.count() + " (" + tuples + ")");
        }
        return tuples.count();
    }
}
