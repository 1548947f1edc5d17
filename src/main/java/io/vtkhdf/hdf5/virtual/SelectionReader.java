package io.vtkhdf.hdf5.virtual;

import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.ByteReader;
import io.vtkhdf.hdf5.Malformed;
import io.vtkhdf.hdf5.NotSupported;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A selection as it stands in a list of mappings (specification VII.C).
 *
 * <pre>
 * type (4) 0 none, 3 all, version (4), 8 bytes
 * type (4) 2 hyperslab, version (4) 1, 4 bytes, length (4), rank (4), number of blocks (4), blocks of numbers of 4 bytes
 * type (4) 2 hyperslab, version (4) 2, flags (1) 1, length (4), rank (4), axes of numbers of 8 bytes
 * type (4) 2 hyperslab, version (4) 3, flags (1), width (1), rank (4), axes if flags are 1, or else
 *                       number of blocks (width), blocks
 * block:  the first index along each axis, the last index along each axis
 * axes:   of each start, stride, number of blocks, size of a block; all bits set: for ever
 * </pre>
 */
final class SelectionReader {

    private static final int NONE = 0;
    private static final int POINTS = 1;
    private static final int HYPERSLAB = 2;
    private static final int ALL = 3;
    private static final int REGULAR = 1;
    /** The most axes that a dataset of HDF5 has. */
    private static final int MOST_AXES = 32;

    /** What stands for a dataset of whatever shape. */
    static final Selection WHOLE = new GridSelection();

    private final ByteBuffer list;
    private final BoundedBytes storage;

    SelectionReader(ByteBuffer list, BoundedBytes storage) {
        this.list = list;
        this.storage = storage;
    }

    /** {@link #WHOLE} if it is all of a dataset; null if it is nothing. */
    Selection read() {
        int type = list.getInt();
        int version = list.getInt();
        if (type == NONE || type == ALL) {
            list.getLong();
            return type == ALL ? WHOLE : null;
        } else if (type == HYPERSLAB && version == 1) {
            list.getLong();
            return blocks(rank(), Integer.BYTES);
        } else if (type == HYPERSLAB && (version == 2 || version == 3)) {
            boolean regular = (list.get() & REGULAR) != 0;
            int width = version == 2 ? Long.BYTES : list.get();
            if (version == 2) {
                list.getInt();
            }
            requireWidth(width);
            int rank = rank();
            return regular ? grid(rank, width) : blocks(rank, width);
        }
        String kind = type == POINTS ? "of points" : "of type " + type + ", version " + version;
        throw new NotSupported("a mapping of a selection " + kind, "hyperslabs, as HDF5 has them in virtual datasets");
    }

    private static void requireWidth(int width) {
        if (width != 2 && width != 4 && width != 8) {
            throw new Malformed("a selection with numbers of " + width + " bytes", "2, 4 or 8");
        }
    }

    private int rank() {
        int rank = list.getInt();
        if (rank < 1 || rank > MOST_AXES) {
            throw new Malformed("a selection of " + rank + " axes", "1 to " + MOST_AXES);
        }
        return rank;
    }

    private GridSelection grid(int rank, int width) {
        GridAxis[] axes = new GridAxis[rank];
        for (int axis = 0; axis < rank; axis++) {
            axes[axis] = axis(number(width), number(width), number(width), number(width));
        }
        storage.takeMemory((long) rank * GridAxis.BYTES);
        GridSelection grid = new GridSelection(axes);
        for (int axis = grid.unlimitedAxis() + 1; axis > 0 && axis < rank; axis++) {
            if (axes[axis].isUnlimited()) {
                throw new Malformed("a selection that goes on for ever along two axes", "along one");
            }
        }
        return grid;
    }

    private static GridAxis axis(long start, long stride, long blocks, long block) {
        boolean forEver = blocks == GridAxis.UNLIMITED || block == GridAxis.UNLIMITED;
        return new GridAxis(start, stride, block, forEver ? GridAxis.UNLIMITED : Math.multiplyExact(blocks, block));
    }

    private long number(int width) {
        long number = ByteReader.unsigned(list, width);
        long forEver = -1L >>> Long.SIZE - 8 * width;
        if (number == forEver) {
            return GridAxis.UNLIMITED;
        } else if (number < 0) {
            throw new Malformed("a selection of 2^63 indices or more", "fewer");
        }
        return number;
    }

    private Selection blocks(int rank, int width) {
        long count = ByteReader.unsigned(list, width);
        if (count < 0 || count > list.remaining() / (2L * rank * width)) {
            throw new Malformed("a selection of " + count + " blocks", "no more than there are");
        }
        storage.takeMemory(2 * count * (rank + 4) * Long.BYTES);
        List<long[]> low = new ArrayList<>();
        List<long[]> high = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            low.add(corner(rank, width, 0));
            high.add(corner(rank, width, 1));
            for (int axis = 0; axis < rank; axis++) {
                if (low.get((int) i)[axis] >= high.get((int) i)[axis]) {
                    throw new Malformed("a selection with a block that ends before it begins", "one that has elements");
                }
            }
        }
        return count == 0 ? null : new SpanSelection(low, high, storage);
    }

    private long[] corner(int rank, int width, int more) {
        long[] corner = new long[rank];
        for (int axis = 0; axis < rank; axis++) {
            corner[axis] = Math.addExact(number(width), more);
        }
        return corner;
    }
}
