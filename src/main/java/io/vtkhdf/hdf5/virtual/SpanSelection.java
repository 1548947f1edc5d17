package io.vtkhdf.hdf5.virtual;

import io.vtkhdf.chunk.ElementBox;
import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.NotSupported;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The union of boxes that do not overlap: what HDF5 calls an irregular hyperslab, as a tree of spans axis by axis. */
public final class SpanSelection implements Selection {

    /**
     * Neighbouring indices of an axis at which the same is selected.
     *
     * @param before the elements of the same axis' spans before this one
     * @param each the elements at each index
     * @param inner along the next axis; empty at the last one
     */
    private record Span(long low, long high, long before, long each, List<Span> inner) {

        /** How many elements it has. */
        long elements() {
            return Math.multiplyExact(high - low, each);
        }
    }

    /** What a span takes of memory. */
    private static final int SPAN_SIZE = 80;

    private final int rank;
    private final List<Span> spans;
    private final long count;
    private final long[] lowest;
    private final long[] extent;

    /**
     * @param low the first index of each box along each axis; {@code high} the one after the last
     * @param storage counts the memory that it takes
     * @throws NotSupported if boxes overlap
     */
    SpanSelection(List<long[]> low, List<long[]> high, BoundedBytes storage) {
        this.rank = low.get(0).length;
        List<Integer> boxes = new ArrayList<>();
        this.lowest = low.get(0).clone();
        this.extent = new long[rank];
        for (int i = 0; i < low.size(); i++) {
            boxes.add(i);
            for (int axis = 0; axis < rank; axis++) {
                lowest[axis] = Math.min(lowest[axis], low.get(i)[axis]);
                extent[axis] = Math.max(extent[axis], high.get(i)[axis]);
            }
        }
        this.spans = spans(0, boxes, low, high, storage);
        this.count = total(spans);
    }

    /**
     * The spans of an axis. Blocks that share some indices of it must share all: so HDF5 writes its own tree of spans,
     * and there are no more of these than blocks.
     */
    private List<Span> spans(int axis, List<Integer> boxes, List<long[]> low, List<long[]> high, BoundedBytes storage) {
        List<Integer> inOrder = new ArrayList<>(boxes);
        inOrder.sort(Comparator.comparingLong(box -> low.get(box)[axis]));
        boolean last = axis == rank - 1;
        List<Span> found = new ArrayList<>();
        long before = 0;
        for (int from = 0, to; from < inOrder.size(); from = to) {
            long start = low.get(inOrder.get(from))[axis];
            long end = high.get(inOrder.get(from))[axis];
            for (to = from + 1; to < inOrder.size() && low.get(inOrder.get(to))[axis] < end; to++) {
                if (last || low.get(inOrder.get(to))[axis] != start || high.get(inOrder.get(to))[axis] != end) {
                    throw new NotSupported("a selection of blocks that overlap", "blocks beside one another");
                }
            }
            storage.takeMemory(SPAN_SIZE);
            List<Span> inner = last ? List.of() : spans(axis + 1, inOrder.subList(from, to), low, high, storage);
            Span span = new Span(start, end, before, last ? 1 : total(inner), inner);
            before = Math.addExact(before, span.elements());
            found.add(span);
        }
        return found;
    }

    private static long total(List<Span> spans) {
        Span last = spans.get(spans.size() - 1);
        return Math.addExact(last.before, last.elements());
    }

    @Override
    public int rank() {
        return rank;
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public long[] lowest() {
        return lowest.clone();
    }

    @Override
    public long[] extent() {
        return extent.clone();
    }

    /** The bounds are those of all of them, cut off at the box. */
    @Override
    public Optional<Inside> inside(ElementBox box) {
        if (!isAny(0, spans, box)) {
            return Optional.empty();
        }
        long[] first = new long[rank];
        int[] size = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            first[axis] = Math.max(box.first()[axis], lowest[axis]);
            size[axis] = (int) (Math.min(box.first()[axis] + box.size()[axis], extent[axis]) - first[axis]);
        }
        return Optional.of(new Inside(ElementBox.of(first, size), false));
    }

    /** Whether one is in a box, of which only these axes count: that and those behind it. */
    private boolean isAny(int axis, List<Span> along, ElementBox box) {
        long end = box.first()[axis] + box.size()[axis];
        for (int i = firstAbove(along, box.first()[axis]); i < along.size() && along.get(i).low < end; i++) {
            if (axis == rank - 1 || isAny(axis + 1, along.get(i).inner, box)) {
                return true;
            }
        }
        return false;
    }

    /** The number of the first span that does not end at an index or before. */
    private static int firstAbove(List<Span> along, long index) {
        int low = 0;
        int high = along.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (along.get(middle).high <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public void forEach(ElementBox box, Runs runs) {
        walk(0, spans, 0, box, new long[rank], runs);
    }

    /** Visits no index of an axis at which nothing is in the box. */
    private void walk(int axis, List<Span> along, long ordinal, ElementBox box, long[] index, Runs runs) {
        long end = box.first()[axis] + box.size()[axis];
        for (int n = firstAbove(along, box.first()[axis]); n < along.size() && along.get(n).low < end; n++) {
            Span span = along.get(n);
            long from = Math.max(span.low, box.first()[axis]);
            long to = Math.min(span.high, end);
            if (axis == rank - 1) {
                index[axis] = from;
                runs.run(ordinal + span.before + from - span.low, index, (int) (to - from));
            } else if (isAny(axis + 1, span.inner, box)) {
                for (long i = from; i < to; i++) {
                    index[axis] = i;
                    long next = ordinal + span.before + (i - span.low) * span.each;
                    walk(axis + 1, span.inner, next, box, index, runs);
                }
            }
        }
    }

    @Override
    public long locate(long ordinal, long[] index) {
        List<Span> along = spans;
        long rest = ordinal;
        for (int axis = 0; ; axis++) {
            Span span = find(along, rest);
            rest -= span.before;
            index[axis] = span.low + rest / span.each;
            if (axis == rank - 1) {
                return span.high - index[axis];
            }
            rest %= span.each;
            along = span.inner;
        }
    }

    /** The last span that does not begin behind an element. */
    private static Span find(List<Span> along, long ordinal) {
        int low = 0;
        int high = along.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (along.get(middle).before <= ordinal) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return along.get(low);
    }
}
