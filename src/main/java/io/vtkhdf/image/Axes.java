package io.vtkhdf.image;

/** Coordinates along the axes of a regular grid. Thread-safe. */
public final class Axes {

    private Axes() {}

    /** The distance from the first to the last of {@code count} points. */
    public static double length(int count, double spacing) {
        return (count - 1) * spacing;
    }

    /**
     * The coordinates of {@code count} points: {@code origin + i * spacing}, as VTK computes them.
     *
     * @throws IllegalArgumentException if {@code count} is below 1
     */
    public static double[] points(int count, double spacing, double origin) {
        if (count < 1) {
            throw new IllegalArgumentException("an axis has at least 1 point, found " + count);
        }
        double[] coordinates = new double[count];
        for (int i = 0; i < count; i++) {
            coordinates[i] = origin + i * spacing;
        }
        return coordinates;
    }

    /**
     * The coordinates of the centres of the cells between {@code pointCount} points; along a flat axis that of its one
     * point.
     */
    public static double[] cells(int pointCount, double spacing, double origin) {
        return pointCount > 1
                ? points(pointCount - 1, spacing, origin + 0.5 * spacing)
                : points(pointCount, spacing, origin);
    }

    /**
     * The coordinates of every node of the mesh that three axes span.
     *
     * <p>This takes 24 bytes a node. For an image of some size compute the values from the axes themselves, slice by
     * slice.
     *
     * @return three arrays, the x, y and z coordinates of each node, in {@link Order#X_FASTEST} order
     * @throws ArithmeticException if the mesh has 2^31 nodes or more
     */
    public static double[][] mesh(double[] x, double[] y, double[] z) {
        int count = Math.multiplyExact(Math.multiplyExact(x.length, y.length), z.length);
        double[][] mesh = new double[3][count];
        int node = 0;
        for (double zk : z) {
            for (double yj : y) {
                for (double xi : x) {
                    mesh[0][node] = xi;
                    mesh[1][node] = yj;
                    mesh[2][node++] = zk;
                }
            }
        }
        return mesh;
    }
}
