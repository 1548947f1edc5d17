package io.vtkhdf.image;

import java.util.Objects;

/**
 * Where an image lies: its extent, the world position of index 0, 0, 0, the distance of neighbouring points along each
 * axis, and the orientation of the axes. Immutable.
 *
 * <p>The world position of index (i, j, k) is {@code origin + direction * (spacing * (i, j, k))}. Indices are those of
 * the extent: if it starts at 5, the first point lies five spacings from the origin.
 */
public record ImageGeometry(Extent extent, Vector3 origin, Vector3 spacing, Direction direction) {

    /** @throws IllegalArgumentException if origin or spacing is not finite */
    public ImageGeometry {
        Objects.requireNonNull(extent, "extent");
        Objects.requireNonNull(direction, "direction");
        if (!origin.isFinite()) {
            throw new IllegalArgumentException("the origin must be finite, found " + origin);
        }
        if (!spacing.isFinite()) {
            throw new IllegalArgumentException("the spacing must be finite, found " + spacing);
        }
    }

    /** So many points with the extent's start and the origin at 0, a spacing of 1, and axes along the world's. */
    public static ImageGeometry of(int x, int y, int z) {
        return of(new Dimensions(x, y, z).extent());
    }

    /** The given points, with the origin at 0, a spacing of 1, and axes along the world's. */
    public static ImageGeometry of(Extent extent) {
        return new ImageGeometry(extent, new Vector3(0, 0, 0), new Vector3(1, 1, 1), Direction.IDENTITY);
    }

    public ImageGeometry withOrigin(double x, double y, double z) {
        return new ImageGeometry(extent, new Vector3(x, y, z), spacing, direction);
    }

    public ImageGeometry withSpacing(double x, double y, double z) {
        return new ImageGeometry(extent, origin, new Vector3(x, y, z), direction);
    }

    /** @param rows the matrix of {@link Direction#of}, nine numbers row by row */
    public ImageGeometry withDirection(double... rows) {
        return new ImageGeometry(extent, origin, spacing, Direction.of(rows));
    }

    /** The same points moved so that the middle of the image, as its own axes see it, is at world 0, 0, 0. */
    public ImageGeometry centred() {
        return withFirstPointAt(-0.5 * axisLength(Axis.X), -0.5 * axisLength(Axis.Y), -0.5 * axisLength(Axis.Z));
    }

    /** As {@link #centred()}, but along {@code zeroAxis} it is the first plane, not the middle, that lies at 0. */
    public ImageGeometry centred(Axis zeroAxis) {
        return withFirstPointAt(
                zeroAxis == Axis.X ? 0 : -0.5 * axisLength(Axis.X),
                zeroAxis == Axis.Y ? 0 : -0.5 * axisLength(Axis.Y),
                zeroAxis == Axis.Z ? 0 : -0.5 * axisLength(Axis.Z));
    }

    /** Moves the image so that its first point has the given coordinates along the image's own axes. */
    private ImageGeometry withFirstPointAt(double x, double y, double z) {
        Vector3 local = new Vector3(
                x - extent.xMin() * spacing.x(), y - extent.yMin() * spacing.y(), z - extent.zMin() * spacing.z());
        return new ImageGeometry(extent, rotated(local), spacing, direction);
    }

    /** The same points in the same places with an extent that starts at 0: the offset has moved into the origin. */
    public ImageGeometry zeroBased() {
        return extent.startsAtZero()
                ? this
                : new ImageGeometry(
                        dimensions().extent(),
                        positionOf(extent.xMin(), extent.yMin(), extent.zMin()),
                        spacing,
                        direction);
    }

    /** The world position of an index of the extent; fractions lie between points. */
    public Vector3 positionOf(double i, double j, double k) {
        Vector3 offset = rotated(new Vector3(i * spacing.x(), j * spacing.y(), k * spacing.z()));
        return new Vector3(origin.x() + offset.x(), origin.y() + offset.y(), origin.z() + offset.z());
    }

    private Vector3 rotated(Vector3 v) {
        // The identity is left out of the arithmetic so that no -0.0 or rounding enters.
        return direction.equals(Direction.IDENTITY) ? v : direction.apply(v);
    }

    /** The number of points along each axis. */
    public Dimensions dimensions() {
        return extent.dimensions();
    }

    /** The number of tuples along each axis of an array with this association, which must not be FIELD. */
    public Dimensions dimensions(Association association) {
        return switch (association) {
            case POINT -> dimensions();
            case CELL -> dimensions().cells();
            case FIELD -> throw new IllegalArgumentException("field arrays have no place in the image");
        };
    }

    /** The world position of the centre of the cell at index 0, 0, 0; along a flat axis that of the point. */
    public Vector3 cellOrigin() {
        Dimensions points = dimensions();
        return positionOf(points.x() > 1 ? 0.5 : 0, points.y() > 1 ? 0.5 : 0, points.z() > 1 ? 0.5 : 0);
    }

    /** The distance from the first to the last point along an axis. */
    public double axisLength(Axis axis) {
        return Axes.length(dimensions().along(axis), spacing.along(axis));
    }

    /**
     * The coordinates of the points along one of the image's own axes, which are the world's turned by
     * {@code direction} about the world's 0, 0, 0; {@link Direction#apply} makes world coordinates of them.
     *
     * @throws ArithmeticException if the direction is singular
     */
    public double[] pointAxis(Axis axis) {
        return Axes.points(dimensions().along(axis), spacing.along(axis), axisStart(axis));
    }

    /** The coordinates of the cell centres along one of the image's own axes. */
    public double[] cellAxis(Axis axis) {
        return Axes.cells(dimensions().along(axis), spacing.along(axis), axisStart(axis));
    }

    private double axisStart(Axis axis) {
        int first =
                switch (axis) {
                    case X -> extent.xMin();
                    case Y -> extent.yMin();
                    case Z -> extent.zMin();
                };
        Vector3 local = direction.equals(Direction.IDENTITY) ? origin : direction.applyInverse(origin);
        return local.along(axis) + first * spacing.along(axis);
    }

    /** The x, y and z arrays of {@link #pointAxis}. */
    public double[][] pointAxes() {
        return new double[][] {pointAxis(Axis.X), pointAxis(Axis.Y), pointAxis(Axis.Z)};
    }

    /** The x, y and z arrays of {@link #cellAxis}. */
    public double[][] cellAxes() {
        return new double[][] {cellAxis(Axis.X), cellAxis(Axis.Y), cellAxis(Axis.Z)};
    }

    /** The world box around all points. */
    public Bounds bounds() {
        double[] min = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] max = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int corner = 0; corner < 8; corner++) {
            double[] position = positionOf(
                            (corner & 1) == 0 ? extent.xMin() : extent.xMax(),
                            (corner & 2) == 0 ? extent.yMin() : extent.yMax(),
                            (corner & 4) == 0 ? extent.zMin() : extent.zMax())
                    .toArray();
            for (int axis = 0; axis < 3; axis++) {
                min[axis] = Math.min(min[axis], position[axis]);
                max[axis] = Math.max(max[axis], position[axis]);
            }
        }
        return new Bounds(min[0], max[0], min[1], max[1], min[2], max[2]);
    }
}
