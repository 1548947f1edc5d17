package io.vtkhdf.shape;

import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many values there are along each axis in place of one. */
record Blocks(int x, int y, int z) {

    /** @throws IllegalArgumentException with one below 1 */
    Blocks {
        if (x < 1 || y < 1 || z < 1) {
            throw new IllegalArgumentException(
                    "found every " + x + "," + y + "," + z + ", expected X,Y,Z of 1 or more each");
        }
    }

    int along(Axis axis) {
        return switch (axis) {
            case X -> x;
            case Y -> y;
            case Z -> z;
        };
    }

    /** These, but no larger than what there is. */
    Blocks within(Dimensions values) {
        return new Blocks(Math.min(x, values.x()), Math.min(y, values.y()), Math.min(z, values.z()));
    }

    /** How many complete blocks so many values make. */
    Dimensions complete(Dimensions values) {
        return new Dimensions(values.x() / x, values.y() / y, values.z() / z);
    }

    /** How many values the first of each block are. */
    Dimensions firsts(Dimensions values) {
        return new Dimensions((values.x() - 1) / x + 1, (values.y() - 1) / y + 1, (values.z() - 1) / z + 1);
    }

    /** The last values along each axis that are in no complete block, in words; empty if all are. */
    List<String> leftOver(Dimensions values, String what) {
        List<String> words = new ArrayList<>();
        for (Axis axis : Axis.values()) {
            int rest = values.along(axis) % along(axis);
            if (rest > 0) {
                words.add("the last " + rest + " of " + values.along(axis) + " " + what + " along "
                        + axis.name().toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    /** The points of an image's first point and on, so much further apart; the extent starts at 0. */
    ImageGeometry geometry(ImageGeometry image, Dimensions points, Vector3 origin) {
        Vector3 spacing = image.spacing();
        return new ImageGeometry(
                points.extent(),
                origin,
                new Vector3(spacing.x() * x, spacing.y() * y, spacing.z() * z),
                image.direction());
    }

    @Override
    public String toString() {
        return x + "," + y + "," + z;
    }
}
