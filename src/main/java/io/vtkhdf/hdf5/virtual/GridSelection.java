package io.vtkhdf.hdf5.virtual;

import io.vtkhdf.chunk.ElementBox;
import io.vtkhdf.hdf5.Malformed;
import java.util.Arrays;
import java.util.Optional;

/** What HDF5 calls a regular hyperslab: each combination of some indices of each axis. */
public final class GridSelection implements Selection {

    private final GridAxis[] axes;
    /** The number of elements that share an index of an axis and all before it. */
    private final long[] inner;

    private final long count;

    /** @throws Malformed if there are 2^63 elements or more, though not for ever */
    GridSelection(GridAxis... axes) {
        this.axes = axes;
        this.inner = new long[axes.length];
        long elements = 1;
        for (int axis = axes.length - 1; axis >= 0; axis--) {
            inner[axis] = elements;
            elements = axes[axis].isUnlimited() ? elements : product(elements, axes[axis].count());
        }
        this.count = unlimitedAxis() < 0 ? elements : GridAxis.UNLIMITED;
    }

    private static long product(long elements, long count) {
        try {
            return Math.multiplyExact(elements, count);
        } catch (ArithmeticException e) {
            throw new Malformed("a selection of 2^63 elements or more", "fewer");
        }
    }

    public GridAxis axis(int axis) {
        return axes[axis];
    }

    /** The same with other indices along one axis. */
    public GridSelection with(int axis, GridAxis other) {
        GridAxis[] changed = axes.clone();
        changed[axis] = other;
        return new GridSelection(changed);
    }

    @Override
    public int rank() {
        return axes.length;
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public int unlimitedAxis() {
        for (int axis = 0; axis < axes.length; axis++) {
            if (axes[axis].isUnlimited()) {
                return axis;
            }
        }
        return -1;
    }

    @Override
    public long[] lowest() {
        return Arrays.stream(axes).mapToLong(GridAxis::start).toArray();
    }

    @Override
    public long[] extent() {
        return Arrays.stream(axes).mapToLong(GridAxis::extent).toArray();
    }

    /** Of the indices along each axis, in turn, the first one in a box and the one after the last. */
    private long[][] range(ElementBox box) {
        long[] low = new long[axes.length];
        long[] high = new long[axes.length];
        for (int axis = 0; axis < axes.length; axis++) {
            low[axis] = axes[axis].below(box.first()[axis]);
            high[axis] = axes[axis].below(box.first()[axis] + box.size()[axis]);
            if (low[axis] == high[axis]) {
                return null;
            }
        }
        return new long[][] {low, high};
    }

    @Override
    public Optional<Inside> inside(ElementBox box) {
        long[][] range = range(box);
        if (range == null) {
            return Optional.empty();
        }
        boolean full = true;
        long[] first = new long[axes.length];
        int[] size = new int[axes.length];
        for (int axis = 0; axis < axes.length; axis++) {
            long count = range[1][axis] - range[0][axis];
            first[axis] = axes[axis].at(range[0][axis]);
            size[axis] = (int) (axes[axis].at(range[1][axis] - 1) - first[axis] + 1);
            full &= size[axis] == count;
        }
        return Optional.of(new Inside(ElementBox.of(first, size), full));
    }

    @Override
    public void forEach(ElementBox box, Runs runs) {
        long[][] range = range(box);
        if (range != null) {
            walk(0, 0, range[0], range[1], new long[axes.length], runs);
        }
    }

    private void walk(int axis, long ordinal, long[] low, long[] high, long[] index, Runs runs) {
        if (axis == axes.length) { // A single value.
            runs.run(ordinal, index, 1);
            return;
        }
        GridAxis along = axes[axis];
        boolean last = axis == axes.length - 1;
        for (long i = low[axis]; i < high[axis]; ) {
            index[axis] = along.at(i);
            long next = ordinal + i * inner[axis];
            long width = last ? Math.min(along.run(i), high[axis] - i) : 1;
            if (last) {
                runs.run(next, index, (int) width);
            } else {
                walk(axis + 1, next, low, high, index, runs);
            }
            i += width;
        }
    }

    @Override
    public long locate(long ordinal, long[] index) {
        long rest = ordinal;
        long run = 1;
        for (int axis = 0; axis < axes.length; axis++) {
            long i = rest / inner[axis];
            rest %= inner[axis];
            index[axis] = axes[axis].at(i);
            run = axes[axis].run(i);
        }
        return run;
    }
}
