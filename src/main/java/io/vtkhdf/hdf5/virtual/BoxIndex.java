package io.vtkhdf.hdf5.virtual;

import io.vtkhdf.chunk.ElementBox;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finds those of many boxes that may have something of another, without a look at each: by their indices along the axis
 * of which they take the least. Immutable.
 */
final class BoxIndex {

    /** The memory that a box takes. */
    static final int BYTES = 40;

    private final int axis;
    /** The number of each box, from the one that begins first. */
    private final int[] boxes;

    private final long[] first;
    /** Of a heap of the boxes in that order, in which each has the last index of those below it: root 1. */
    private final long[] end;

    private final int leaves;

    /** @param low the first index of each box along each axis; {@code high} the one after the last */
    BoxIndex(long[][] low, long[][] high) {
        this.axis = axis(low, high);
        this.boxes = IntStream.range(0, low.length)
                .boxed()
                .sorted(Comparator.comparingLong(box -> low[box][axis]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.first = Arrays.stream(boxes).mapToLong(box -> low[box][axis]).toArray();
        this.leaves = Math.max(1, Integer.highestOneBit(Math.max(1, boxes.length - 1)) * 2);
        this.end = new long[2 * leaves];
        for (int i = 0; i < boxes.length; i++) {
            end[leaves + i] = high[boxes[i]][axis];
        }
        for (int node = leaves - 1; node > 0; node--) {
            end[node] = Math.max(end[2 * node], end[2 * node + 1]);
        }
    }

    /** The one along which boxes are the shortest, measured by all of them. */
    private static int axis(long[][] low, long[][] high) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int axis = 0; low.length > 0 && axis < low[0].length; axis++) {
            double sum = 0;
            double all = 1;
            for (int box = 0; box < low.length; box++) {
                sum += (double) high[box][axis] - low[box][axis];
                all = Math.max(all, high[box][axis]);
            }
            if (sum / all < least) {
                least = sum / all;
                best = axis;
            }
        }
        return best;
    }

    /** The numbers of the boxes that share indices of one axis with a box, in increasing order. */
    int[] near(ElementBox box) {
        if (box.size().length == 0) {
            return IntStream.range(0, boxes.length).toArray();
        }
        long from = box.first()[axis];
        int behind = behind(from + box.size()[axis]);
        IntStream.Builder found = IntStream.builder();
        add(1, 0, leaves, from, behind, found);
        return found.build().sorted().toArray();
    }

    /** How many boxes begin below an index. */
    private int behind(long index) {
        int low = 0;
        int high = first.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (first[middle] < index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void add(int node, int start, int size, long from, int behind, IntStream.Builder found) {
        if (start >= behind || end[node] <= from) {
            return;
        } else if (size == 1) {
            found.add(boxes[start]);
            return;
        }
        add(2 * node, start, size / 2, from, behind, found);
        add(2 * node + 1, start + size / 2, size / 2, from, behind, found);
    }
}
