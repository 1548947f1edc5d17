package io.vtkhdf.hdf5.virtual;

import io.vtkhdf.chunk.ElementBox;
import io.vtkhdf.hdf5.BoundedBytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

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

    private List<Span> spans(int axis, List<Integer> boxes, List<long[]> low, List<long[]> high, BoundedBytes storage) {
        TreeSet<Long> cuts = new TreeSet<>();
        for (int box : boxes) {
            cuts.add(low.get(box)[axis]);
            cuts.add(high.get(box)[axis]);
        }
        List<Integer> coming = new ArrayList<>(boxes);
        coming.sort(Comparator.comparingLong(box -> low.get(box)[axis]));
        List<Integer> here = new ArrayList<>();
        List<Span> found = new ArrayList<>();
        int next = 0;
        long before = 0;
        for (long from : cuts) {
            here.removeIf(box -> high.get(box)[axis] <= from);
            for (; next < coming.size() && low.get(coming.get(next))[axis] == from; next++) {
                here.add(coming.get(next));
            }
            if (!here.isEmpty()) {
                storage.takeMemory(SPAN_SIZE);
                boolean last = axis == rank - 1;
                List<Span> inner = last ? List.of() : spans(axis + 1, here, low, high, storage);
                Span span = new Span(from, cuts.higher(from), before, last ? 1 : total(inner), inner);
                before = Math.addExact(before, span.elements());
                found.add(span);
            }
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
    public long[] extent() {
        return extent.clone();
    }

    /** Tells not more than that they are where all are: whoever visits them may find none. */
    @Override
    public Optional<Inside> inside(ElementBox box) {
        long[] first = new long[rank];
        int[] size = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            first[axis] = Math.max(box.first()[axis], lowest[axis]);
            size[axis] = (int) Math.max(0, Math.min(box.first()[axis] + box.size()[axis], extent[axis]) - first[axis]);
            if (size[axis] == 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new Inside(ElementBox.of(first, size), false));
    }

    @Override
    public void forEach(ElementBox box, Runs runs) {
        walk(0, spans, 0, box.first(), box.size(), new long[rank], runs);
    }

    private void walk(int axis, List<Span> along, long ordinal, long[] first, int[] size, long[] index, Runs runs) {
        for (Span span : along) {
            long from = Math.max(span.low, first[axis]);
            long to = Math.min(span.high, first[axis] + size[axis]);
            if (from < to && axis == rank - 1) {
                index[axis] = from;
                runs.run(ordinal + span.before + from - span.low, index, (int) (to - from));
            } else {
                for (long i = from; i < to; i++) {
                    index[axis] = i;
                    long next = ordinal + span.before + (i - span.low) * span.each;
                    walk(axis + 1, span.inner, next, first, size, index, runs);
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
