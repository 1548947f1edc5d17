package io.vtkhdf.hdf5.virtual;

import io.vtkhdf.chunk.Destination;
import io.vtkhdf.chunk.ElementBox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two grids of the same shape but for axes of one index, evenly spaced along each axis: a box of the one is a box of
 * the other.
 */
final class AlignedGrids {

    private final GridSelection source;
    private final GridSelection target;
    /** Of each axis of the source the one of the target; -1 if it has only one index. */
    private final int[] targetAxis;

    private AlignedGrids(GridSelection source, GridSelection target, int... targetAxis) {
        this.source = source;
        this.target = target;
        this.targetAxis = targetAxis;
    }

    /** Null if they are not of the same shape. */
    static AlignedGrids of(GridSelection source, GridSelection target) {
        List<Integer> from = longAxes(source);
        List<Integer> into = longAxes(target);
        if (from == null || into == null || from.size() != into.size()) {
            return null;
        }
        int[] axes = new int[source.rank()];
        Arrays.fill(axes, -1);
        for (int i = 0; i < from.size(); i++) {
            if (source.axis(from.get(i)).count() != target.axis(into.get(i)).count()) {
                return null;
            }
            axes[from.get(i)] = into.get(i);
        }
        return new AlignedGrids(source, target, axes);
    }

    /** The axes that do not have exactly one index; null if one is not evenly spaced. */
    private static List<Integer> longAxes(GridSelection grid) {
        List<Integer> axes = new ArrayList<>();
        for (int axis = 0; axis < grid.rank(); axis++) {
            if (!grid.axis(axis).isEven()) {
                return null;
            } else if (grid.axis(axis).count() != 1) {
                axes.add(axis);
            }
        }
        return axes;
    }

    /** Copies what of a box of the target is mapped, which must not be nothing. */
    void copy(ElementBox box, Destination to, MappedBoxes.Copy copy) throws IOException {
        long[] low = new long[target.rank()];
        int[] count = new int[target.rank()];
        int start = to.start();
        for (int axis = 0; axis < target.rank(); axis++) {
            GridAxis along = target.axis(axis);
            low[axis] = along.below(box.first()[axis]);
            count[axis] = (int) (along.below(box.first()[axis] + box.size()[axis]) - low[axis]);
            if (count[axis] == 0) {
                return;
            }
            start += (int) (along.at(low[axis]) - box.first()[axis]) * to.strides()[axis];
        }
        int rank = source.rank();
        long[] first = new long[rank];
        int[] size = new int[rank];
        long[] steps = new long[rank];
        int[] strides = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            int other = targetAxis[axis];
            first[axis] = source.axis(axis).at(other < 0 ? 0 : low[other]);
            size[axis] = other < 0 ? 1 : count[other];
            steps[axis] = other < 0 || size[axis] == 1 ? 1 : source.axis(axis).step();
            strides[axis] =
                    other < 0 || size[axis] == 1 ? 0 : (int) target.axis(other).step() * to.strides()[other];
        }
        copy.copy(new ElementBox(first, size, steps), new Destination(to.target(), start, strides));
    }
}
