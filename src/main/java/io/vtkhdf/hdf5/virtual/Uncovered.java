package io.vtkhdf.hdf5.virtual;

import io.vtkhdf.chunk.ElementBox;
import java.util.ArrayList;
import java.util.List;

/** What is left of a box when others are taken out, each of which should not overlap those before. */
public final class Uncovered {

    /** With more boxes than these it is not worth it. */
    private static final int MOST_BOXES = 256;

    private List<ElementBox> boxes;

    public Uncovered(ElementBox box) {
        this.boxes = List.of(box);
    }

    /**
     * Takes a box out.
     *
     * @return whether all of it was there, and what is left could be told
     */
    public boolean take(ElementBox box) {
        long there = 0;
        List<ElementBox> left = new ArrayList<>();
        for (ElementBox one : boxes) {
            there += take(box, one, left);
        }
        boxes = left;
        return there == box.count() && left.size() <= MOST_BOXES;
    }

    /** Adds what is left of a box without another; returns how many elements they share. */
    private static long take(ElementBox box, ElementBox from, List<ElementBox> left) {
        int rank = box.size().length;
        long[] low = new long[rank];
        long[] high = new long[rank];
        for (int axis = 0; axis < rank; axis++) {
            low[axis] = Math.max(box.first()[axis], from.first()[axis]);
            high[axis] = Math.min(box.first()[axis] + box.size()[axis], from.first()[axis] + from.size()[axis]);
            if (low[axis] >= high[axis]) {
                left.add(from);
                return 0;
            }
        }
        long[] first = from.first().clone();
        int[] size = from.size().clone();
        long shared = 1;
        for (int axis = 0; axis < rank; axis++) {
            long end = first[axis] + size[axis];
            addPart(first, size, axis, first[axis], low[axis], left);
            addPart(first, size, axis, high[axis], end, left);
            first[axis] = low[axis];
            size[axis] = (int) (high[axis] - low[axis]);
            shared *= size[axis];
        }
        return shared;
    }

    private static void addPart(long[] first, int[] size, int axis, long from, long to, List<ElementBox> left) {
        if (from < to) {
            long[] start = first.clone();
            int[] part = size.clone();
            start[axis] = from;
            part[axis] = (int) (to - from);
            left.add(ElementBox.of(start, part));
        }
    }

    /** What is left. */
    public List<ElementBox> boxes() {
        return boxes;
    }
}
