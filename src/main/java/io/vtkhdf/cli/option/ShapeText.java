package io.vtkhdf.cli.option;

import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.shape.IndexRange;
import io.vtkhdf.shape.Scaling;
import io.vtkhdf.shape.Shaping;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The values of the options that shape an image, as people write them. */
final class ShapeText {

    private ShapeText() {}

    static Shaping region(String text, Shaping shaping) {
        List<IndexRange> axes = Arrays.stream(text.split(",", -1))
                .map(axis -> range(text, axis))
                .toList();
        if (axes.size() != 3) {
            throw notRegion(text);
        }
        return shaping.withRegion(axes.get(0), axes.get(1), axes.get(2));
    }

    private static IndexRange range(String text, String axis) {
        String[] ends = axis.split(":", -1);
        if (ends.length > 2 || ends.length == 1 && axis.isBlank()) {
            throw notRegion(text);
        }
        int first = ends[0].isBlank() ? 0 : index(text, ends[0]);
        if (ends.length == 1) {
            return new IndexRange(first, first);
        }
        return new IndexRange(first, ends[1].isBlank() ? IndexRange.END : index(text, ends[1]));
    }

    private static int index(String text, String number) {
        try {
            return Integer.parseInt(number.strip());
        } catch (NumberFormatException e) {
            throw notRegion(text);
        }
    }

    private static IllegalArgumentException notRegion(String text) {
        return new IllegalArgumentException("found --region " + text
                + ", expected X0:X1,Y0:Y1,Z0:Z1, the first and last points along each axis, counted from 0, such as"
                + " 10:19,:,5");
    }

    static Shaping every(String text, Shaping shaping) {
        String[] numbers = text.split(",", -1);
        try {
            int[] every = Arrays.stream(numbers)
                    .mapToInt(number -> Integer.parseInt(number.strip()))
                    .toArray();
            if (every.length == 1) {
                return shaping.withEvery(every[0], every[0], every[0]);
            } else if (every.length == 3) {
                return shaping.withEvery(every[0], every[1], every[2]);
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new IllegalArgumentException(
                "found --every " + text + ", expected X,Y,Z, whole numbers of 1 or more, or one for all axes");
    }

    static double[] triple(String option, String text) {
        try {
            double[] numbers = Arrays.stream(text.split(",", -1))
                    .mapToDouble(number -> Double.parseDouble(number.strip()))
                    .filter(Double::isFinite)
                    .toArray();
            if (numbers.length == 3) {
                return numbers;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new IllegalArgumentException("found " + option + " " + text + ", expected X,Y,Z, three finite numbers");
    }

    /** What stands before the last {@code =}; empty if there is none. */
    static Optional<String> left(String text) {
        int equals = text.lastIndexOf('=');
        return equals < 0 ? Optional.empty() : Optional.of(text.substring(0, equals));
    }

    /** What stands behind the last {@code =}, or all. */
    static String right(String text) {
        return text.substring(text.lastIndexOf('=') + 1);
    }

    static ScalarType type(String text) {
        return Arrays.stream(ScalarType.values())
                .filter(type -> type.vtkName().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found the type '" + text + "', expected one of "
                        + Arrays.stream(ScalarType.values())
                                .map(type -> type.vtkName().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    static ArrayRole role(String text) {
        return Arrays.stream(ArrayRole.values())
                .filter(role -> role.vtkName().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found the role '" + text + "', expected one of "
                        + Arrays.stream(ArrayRole.values())
                                .map(role -> role.vtkName().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    static Scaling scaling(String text) {
        try {
            String[] range = text.split(":", -1);
            if (range.length == 2) {
                return Scaling.ofRange(Double.parseDouble(range[0].strip()), Double.parseDouble(range[1].strip()));
            }
            String[] linear = text.split(",", -1);
            if (linear.length <= 2) {
                return Scaling.of(
                        Double.parseDouble(linear[0].strip()),
                        linear.length == 1 ? 0 : Double.parseDouble(linear[1].strip()));
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new IllegalArgumentException(
                "found --scale " + text + ", expected FACTOR, FACTOR,OFFSET or A:B, such as 10, 0.1,-5 or 0:1");
    }
}
