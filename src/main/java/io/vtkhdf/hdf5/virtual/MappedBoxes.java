package io.vtkhdf.hdf5.virtual;

import io.vtkhdf.chunk.Destination;
import io.vtkhdf.chunk.ElementBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * The elements of a source that stand in a box of a virtual dataset, as boxes of the source. Two grids of the same
 * shape are one box; others are taken apart into rows, of which neighbours that go on alike are put together.
 */
public final class MappedBoxes {

    /** Copies a box of the source, or a grid in it. */
    @FunctionalInterface
    public interface Copy {
        void copy(ElementBox source, Destination to) throws IOException;
    }

    private final Selection source;
    private final ElementBox box;
    private final Destination to;
    private final Copy copy;

    // Rows that are put together.
    private long[] first;
    private int[] size;
    private int rowWidth;
    private int start;
    private int[] strides;
    /** The axis of the source along which rows follow one another; -1 as long as there is one. */
    private int along;

    private MappedBoxes(Selection source, ElementBox box, Destination to, Copy copy) {
        this.source = source;
        this.box = box;
        this.to = to;
        this.copy = copy;
    }

    /**
     * Copies what of a box is mapped.
     *
     * @param source has as many elements as the target
     * @param box of the virtual dataset, without gaps
     * @param to where that box goes
     */
    public static void copy(Selection source, Selection target, ElementBox box, Destination to, Copy copy)
            throws IOException {
        if (source instanceof GridSelection from && target instanceof GridSelection into) {
            AlignedGrids grids = AlignedGrids.of(from, into);
            if (grids != null) {
                grids.copy(box, to, copy);
                return;
            }
        }
        new MappedBoxes(source, box, to, copy).copyRows(target);
    }

    private void copyRows(Selection target) throws IOException {
        long[] index = new long[source.rank()];
        try {
            target.forEach(box, (ordinal, at, count) -> {
                for (int done = 0; done < count; ) {
                    int width = (int) Math.min(source.locate(ordinal + done, index), count - done);
                    add(index, width, place(at, done));
                    done += width;
                }
            });
            flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Where an element of the virtual dataset, or one some further along the last axis, goes. */
    private int place(long[] index, int further) {
        int place = to.start();
        for (int axis = 0; axis < index.length; axis++) {
            place += (int) (index[axis] - box.first()[axis]) * to.strides()[axis];
        }
        return index.length == 0 ? place : place + further * to.strides()[index.length - 1];
    }

    private void add(long[] index, int width, int place) {
        int last = index.length - 1;
        if (first == null || !goesOn(index, width, place)) {
            flush();
            first = index.clone();
            size = new int[index.length];
            Arrays.fill(size, 1);
            strides = new int[index.length];
            start = place;
            rowWidth = width;
            along = -1;
            if (last >= 0) {
                size[last] = width;
                strides[last] = to.strides().length == 0 ? 0 : to.strides()[to.strides().length - 1];
            }
        }
    }

    /** Whether a row follows those before it, as each of them the one before; takes it then. */
    private boolean goesOn(long[] index, int width, int place) {
        int last = index.length - 1;
        int moved = -1;
        for (int axis = 0; axis <= last; axis++) {
            long expected = first[axis] + (axis == along ? size[axis] : 0);
            if (index[axis] != expected) {
                if (along >= 0 || moved >= 0 || index[axis] != expected + 1) {
                    return false;
                }
                moved = axis;
            }
        }
        if (last < 0 || width != rowWidth || moved == last && width > 1 || along < 0 && moved < 0) {
            return false;
        } else if (along < 0) {
            along = moved;
            strides[along] = place - start;
        } else if (place != start + size[along] * strides[along]) {
            return false;
        }
        size[along]++;
        return true;
    }

    private void flush() {
        if (first == null) {
            return;
        }
        try {
            copy.copy(ElementBox.of(first, size), new Destination(to.target(), start, strides));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        first = null;
    }
}
