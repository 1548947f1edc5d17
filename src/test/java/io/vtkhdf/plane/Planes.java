package io.vtkhdf.plane;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Planes in memory, the values of {@code make_pictures.py}, and what numpy makes of them. */
public final class Planes {

    private Planes() {}

    /** An array that is held. */
    public record Held(ArraySpec spec, Dimensions dimensions, ByteBuffer bytes) implements ArrayValues {

        @Override
        public int rowsTogether(Axis axis) {
            return 1;
        }

        @Override
        public void read(Region region, ByteBuffer target) {
            int size = spec.tupleSize();
            for (int k = region.z(); k < region.z() + region.size().z(); k++) {
                for (int j = region.y(); j < region.y() + region.size().y(); j++) {
                    int at = ((k * dimensions.y() + j) * dimensions.x() + region.x()) * size;
                    target.put(bytes.slice(at, region.size().x() * size));
                }
            }
        }

        @Override
        public void close() {}
    }

    /** An array of the type's carrier, of points. */
    public static ArrayValues cube(ScalarType type, int components, int x, int y, int z, Object values) {
        ArraySpec spec = ArraySpec.point("a", type).withComponents(components);
        return new Held(spec, new Dimensions(x, y, z), type.toBytes(values).order(ByteOrder.LITTLE_ENDIAN));
    }

    public static Plane of(int width, int height, double... values) {
        return of(ScalarType.FLOAT64, 1, width, height, values);
    }

    /** A slice across z, the only one. */
    public static Plane of(ScalarType type, int components, int width, int height, Object values) {
        return new SlicePlane(cube(type, components, width, height, 1, values), Axis.Z, 0);
    }

    public static double[] values(int count) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> (i * 7919L + 13) % 1009 / 8.0 - 50);
        return values;
    }

    public static double[] special(int count) {
        double[] values = values(count);
        for (int i = 0; i < count; i++) {
            values[i] = i % 7 == 3 ? Double.NaN : values[i];
            values[i] = i % 11 == 5 ? Double.POSITIVE_INFINITY : values[i];
            values[i] = i % 13 == 2 ? Double.NEGATIVE_INFINITY : values[i];
        }
        return values;
    }

    /** The numbers of a line of {@code expected.txt}. */
    public static double[] expected(String name) {
        try (InputStream in = Planes.class.getResourceAsStream("/pictures/expected.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            String line = text.lines()
                    .filter(candidate -> candidate.startsWith(name + " "))
                    .findFirst()
                    .orElseThrow();
            return Arrays.stream(line.substring(name.length() + 1).split(" "))
                    .mapToDouble(number -> switch (number) {
                        case "nan" -> Double.NaN;
                        case "inf" -> Double.POSITIVE_INFINITY;
                        case "-inf" -> Double.NEGATIVE_INFINITY;
                        default -> Double.parseDouble(number);
                    })
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All values of a plane. */
    public static double[] read(Plane plane) throws IOException {
        double[] values =
                new double[plane.width() * plane.height() * plane.spec().components()];
        int width = plane.width() * plane.spec().components();
        PlaneRows.forEach(plane, (row, carrier) -> {
            for (int x = 0; x < width; x++) {
                values[row * width + x] = plane.spec().type().doubleAt(carrier, x);
            }
        });
        return values;
    }
}
