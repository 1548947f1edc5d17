package io.vtkhdf.input;

import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The coordinates of the points of a rectilinear grid along an axis. The grid is an image if they are at equal
 * distances: if none is farther from its place than a ten-thousandth of the distance, or than its type, or six decimal
 * digits, can tell.
 *
 * @param name x, y or z
 * @param type of the coordinates, as the file stores them
 */
public record GridAxis(String name, double[] coordinates, ScalarType type) {

    /** Of all axes together half of this is held: 8 bytes a point. */
    public static final int MAX_POINTS = 4 << 20;

    private static final double NEGLIGIBLE = 1e-4;
    private static final double SIX_DIGITS = 1e-6;

    /** Reads so many coordinates, no more than {@link #MAX_POINTS}, and closes the values. */
    public static GridAxis read(String name, InputValues values, int points, ScalarType type) throws IOException {
        try (values) {
            ByteBuffer bytes = ByteBuffer.allocate(points * type.size()).order(ByteOrder.LITTLE_ENDIAN);
            values.read(bytes);
            Object array = type.toArray(bytes.flip());
            double[] coordinates = new double[points];
            for (int i = 0; i < points; i++) {
                coordinates[i] = type.doubleAt(array, i);
            }
            return new GridAxis(name, coordinates, type);
        }
    }

    public double first() {
        return coordinates[0];
    }

    /** From one point to the next; 1 if there is one only. */
    public double spacing() {
        int last = coordinates.length - 1;
        return last == 0 ? 1 : (coordinates[last] - coordinates[0]) / last;
    }

    /** What keeps the axis from being one of an image, and where; empty if nothing does. */
    public Optional<String> problem() {
        for (double coordinate : coordinates) {
            if (!Double.isFinite(coordinate)) {
                return Optional.of("the coordinate " + coordinate + " along " + name);
            }
        }
        double allowed = allowed();
        double spacing = spacing();
        for (int i = 0; i < coordinates.length; i++) {
            double off = Math.abs(coordinates[i] - (coordinates[0] + i * spacing));
            if (!(off <= allowed)) { // As it also is where numbers overflow.
                return Optional.of(uneven(allowed));
            }
        }
        return spacing == 0 ? Optional.of("the distance 0 along " + name) : Optional.empty();
    }

    private double allowed() {
        double largest = 0;
        for (double coordinate : coordinates) {
            largest = Math.max(largest, Math.abs(coordinate));
        }
        boolean isCoarse = type == ScalarType.FLOAT32;
        return Math.max(NEGLIGIBLE * Math.abs(spacing()), isCoarse ? SIX_DIGITS * largest : 4 * Math.ulp(largest));
    }

    private String uneven(double allowed) {
        double before = coordinates[1] - coordinates[0];
        int point = 1;
        while (point < coordinates.length - 1 && Math.abs(distance(point) - before) <= allowed) {
            point++;
        }
        return point == coordinates.length - 1
                ? "distances along " + name + " that grow slowly, from " + before
                : "the distance " + distance(point) + " along " + name + " from point " + point + " to " + (point + 1)
                        + ", and " + before + " from point 0 to 1";
    }

    private double distance(int point) {
        return coordinates[point + 1] - coordinates[point];
    }

    /** What is expected instead of an axis with a {@link #problem}. */
    public static String expected() {
        return "equal distances, as an image has; in ParaView the filter 'Resample To Image' makes an image of a grid";
    }
}
