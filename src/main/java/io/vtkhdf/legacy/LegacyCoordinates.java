package io.vtkhdf.legacy;

import io.vtkhdf.image.Association;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Direction;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Vector3;
import io.vtkhdf.input.GridAxis;
import io.vtkhdf.input.InputFile;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The coordinates of a rectilinear grid, as they come, in any order: {@code X_COORDINATES count type}, behind which the
 * numbers stand.
 */
final class LegacyCoordinates {

    private static final String SUFFIX = "_coordinates";

    private final LegacyScanner scanner;
    private final boolean isGrid;
    private final LegacyArrays arrays;
    private final Map<Axis, LegacyArray> axes = new EnumMap<>(Axis.class);

    LegacyCoordinates(LegacyScanner scanner, LegacyHeader header, LegacyArrays arrays) {
        this.scanner = scanner;
        this.isGrid = header.isGrid();
        this.arrays = arrays;
    }

    /** Reads what follows a keyword in lower case; false if it is none of coordinates. */
    boolean read(String keyword) throws IOException {
        for (Axis axis : Axis.values()) {
            if (isGrid && keyword.equals(name(axis) + SUFFIX)) {
                long count = scanner.size("the number of coordinates");
                String typeName = scanner.word("a type");
                LegacyType type = LegacyType.of(typeName).orElse(LegacyType.UNKNOWN);
                if (type.offered().isEmpty()) {
                    throw scanner.corrupt(LegacyScanner.quoted(typeName), LegacyType.EXAMPLES);
                }
                axes.put(
                        axis,
                        arrays.read(new LegacyDeclaration(
                                Association.FIELD, keyword.toUpperCase(Locale.ROOT), type, typeName, 1, count)));
                return true;
            }
        }
        return false;
    }

    private static String name(Axis axis) {
        return axis.name().toLowerCase(Locale.ROOT);
    }

    /** Those of x, y and z, or none. */
    List<LegacyArray> axes(ImageGeometry geometry) throws IOException {
        Dimensions points = geometry.dimensions();
        for (Axis axis : Axis.values()) {
            LegacyArray array = axes.get(axis);
            boolean isThere = !isGrid || array != null && array.declaration().tuples() == points.along(axis);
            if (!isThere) {
                throw scanner.corrupt(
                        (array == null
                                        ? "no"
                                        : Long.toString(array.declaration().tuples())) + " coordinates of "
                                + name(axis),
                        points.along(axis) + " of them, as DIMENSIONS says");
            }
        }
        return List.copyOf(axes.values());
    }

    /** The geometry of a grid, whose points must be at equal distances. */
    static ImageGeometry geometry(LegacyIndex index, LegacyValues values, InputFile file) throws IOException {
        if (index.coordinates().isEmpty()) {
            return index.geometry();
        }
        double[] origin = new double[3];
        double[] spacing = new double[3];
        for (Axis axis : Axis.values()) {
            LegacyArray array = index.coordinates().get(axis.ordinal());
            long count = array.declaration().tuples();
            if (count > GridAxis.MAX_POINTS) {
                throw file.unsupported(
                        array.declaration().name(), count + " coordinates", "at most " + GridAxis.MAX_POINTS);
            }
            ScalarType type = array.type().offered().orElseThrow();
            GridAxis points = GridAxis.read(name(axis), values.open(array), (int) count, type);
            if (points.problem().isPresent()) {
                throw file.unsupported(
                        array.declaration().name(), points.problem().get(), GridAxis.expected());
            }
            origin[axis.ordinal()] = points.first();
            spacing[axis.ordinal()] = points.spacing();
        }
        return new ImageGeometry(
                index.geometry().zeroBased().extent(),
                new Vector3(origin[0], origin[1], origin[2]),
                new Vector3(spacing[0], spacing[1], spacing[2]),
                Direction.IDENTITY);
    }
}
