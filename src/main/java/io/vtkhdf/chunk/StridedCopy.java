package io.vtkhdf.chunk;

import java.util.ArrayList;
import java.util.List;

/** A box of values to be copied from one strided array to another, taken apart into runs. */
public final class StridedCopy {

    /** Receives the runs of a box: {@code count} runs of {@code width} values. */
    public interface Runs {
        void run(int from, int fromStride, int to, int toStride, int count, int width);
    }

    private record Axis(int size, int fromStride, int toStride) {

        /** Whether this axis goes on where {@code inner} ends, in both arrays. */
        boolean continues(Axis inner) {
            return fromStride == inner.size * inner.fromStride && toStride == inner.size * inner.toStride;
        }
    }

    /** So many steps of a transposed copy stay in the processor's first cache. */
    private static final int BLOCK = 32;

    private static final Axis ONE = new Axis(1, 1, 1);

    private final Runs runs;
    private final Axis run;
    private final Axis steps;
    private final List<Axis> outer;

    /**
     * @param size the box's size along each axis
     * @param fromStrides the distance of neighbours along each axis in the source; likewise for the target
     */
    private StridedCopy(int[] size, int[] fromStrides, int[] toStrides, Runs runs) {
        this.runs = runs;
        List<Axis> axes = merged(size, fromStrides, toStrides);
        this.run = takeLast(axes, true);
        this.steps = takeLast(axes, false);
        if (steps.toStride > run.size) {
            // A transposition: what is dense in the target comes innermost of what is left.
            axes.sort((a, b) -> Integer.compare(b.toStride, a.toStride));
        }
        this.outer = axes;
    }

    public static void copy(int[] size, int[] fromStrides, int from, int[] toStrides, int to, Runs runs) {
        StridedCopy copy = new StridedCopy(size, fromStrides, toStrides, runs);
        int block = copy.outer.isEmpty() ? copy.steps.size : BLOCK;
        for (int first = 0; first < copy.steps.size; first += block) {
            int count = Math.min(block, copy.steps.size - first);
            copy.walk(0, from + first * copy.steps.fromStride, to + first * copy.steps.toStride, count);
            if (first > Integer.MAX_VALUE - block) {
                break;
            }
        }
    }

    private static List<Axis> merged(int[] size, int[] fromStrides, int[] toStrides) {
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < size.length; i++) {
            Axis axis = new Axis(size[i], fromStrides[i], toStrides[i]);
            int last = axes.size() - 1;
            if (size[i] == 1) {
                continue;
            } else if (last >= 0 && axes.get(last).continues(axis)) {
                axes.set(last, new Axis(axes.get(last).size * axis.size, axis.fromStride, axis.toStride));
            } else {
                axes.add(axis);
            }
        }
        return axes;
    }

    private static Axis takeLast(List<Axis> axes, boolean contiguous) {
        int last = axes.size() - 1;
        if (last < 0 || contiguous && (axes.get(last).fromStride != 1 || axes.get(last).toStride != 1)) {
            return ONE;
        }
        return axes.remove(last);
    }

    private void walk(int depth, int from, int to, int count) {
        if (depth == outer.size()) {
            runs.run(from, steps.fromStride, to, steps.toStride, count, run.size);
            return;
        }
        Axis axis = outer.get(depth);
        for (int i = 0; i < axis.size; i++) {
            walk(depth + 1, from + i * axis.fromStride, to + i * axis.toStride, count);
        }
    }
}
