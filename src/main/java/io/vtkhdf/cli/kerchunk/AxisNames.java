package io.vtkhdf.cli.kerchunk;

import io.vtkhdf.format.AxisOrder;
import io.vtkhdf.format.ImageArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The axes of datasets by name, as xarray wants them: axes of one group that have one name have one length. So the
 * length is part of the name unless the image tells it: {@code z}, {@code y}, {@code x}, {@code step}, but {@code c_3}.
 */
final class AxisNames {

    private AxisNames() {}

    /** @param steps of the file */
    static List<String> ofImage(ImageArray array, int steps) {
        AxisOrder axes = array.axes();
        long[] shape = array.dataset().shape();
        String[] names = new String[shape.length];
        Arrays.fill(names, "c");
        long[] lengths = new long[shape.length];
        name(axes.z(), "z", array.dimensions().z(), names, lengths);
        name(axes.y(), "y", array.dimensions().y(), names, lengths);
        name(axes.x(), "x", array.dimensions().x(), names, lengths);
        boolean hasOwn =
                IntStream.range(0, steps).allMatch(step -> array.slabs().at(step) == step);
        name(axes.time(), hasOwn ? "step" : "slab", hasOwn ? steps : 0, names, lengths);
        List<String> named = new ArrayList<>();
        for (int axis = 0; axis < shape.length; axis++) {
            named.add(shape[axis] == lengths[axis] ? names[axis] : sized(names[axis], shape[axis]));
        }
        return named;
    }

    private static void name(int axis, String name, long length, String[] names, long[] lengths) {
        if (axis >= 0) {
            names[axis] = name;
            lengths[axis] = length;
        }
    }

    /**
     * Rows, and what stands in each.
     *
     * @param steps of which the rows are told; 0 if they are of none
     */
    static List<String> ofTable(long[] shape, int steps) {
        return IntStream.range(0, shape.length)
                .mapToObj(axis -> axis == 0 && shape[0] == steps ? "step" : sized(axis == 0 ? "row" : "c", shape[axis]))
                .toList();
    }

    private static String sized(String name, long length) {
        return name + "_" + length;
    }
}
