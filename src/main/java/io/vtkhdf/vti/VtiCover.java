package io.vtkhdf.vti;

import io.vtkhdf.image.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What is left of a box when others are taken away. */
final class VtiCover {

    private final List<Extent> left = new ArrayList<>();

    VtiCover(Extent whole) {
        left.add(whole);
    }

    /** Boxes that together are what is left, without overlap. */
    List<Extent> left() {
        return left;
    }

    void remove(Extent box) {
        List<Extent> rest = new ArrayList<>();
        left.forEach(part -> subtract(part, box, rest::add));
        left.clear();
        left.addAll(rest);
    }

    /**
     * Slices off {@code part}, axis after axis, what lies before and after {@code box}; the middle is then within it.
     */
    private static void subtract(Extent part, Extent box, Consumer<Extent> rest) {
        int[] p = part.toArray();
        int[] b = box.toArray();
        for (int axis = 0; axis < 3; axis++) {
            int min = 2 * axis;
            int max = min + 1;
            if (b[max] < p[min] || b[min] > p[max]) {
                rest.accept(part);
                return;
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            int min = 2 * axis;
            int max = min + 1;
            if (p[min] < b[min]) {
                rest.accept(with(p, max, b[min] - 1));
                p[min] = b[min];
            }
            if (p[max] > b[max]) {
                rest.accept(with(p, min, b[max] + 1));
                p[max] = b[max];
            }
        }
    }

    private static Extent with(int[] extent, int index, int value) {
        int[] e = extent.clone();
        e[index] = value;
        return new Extent(e[0], e[1], e[2], e[3], e[4], e[5]);
    }
}
