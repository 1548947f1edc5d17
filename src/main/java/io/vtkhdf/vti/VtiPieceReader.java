package io.vtkhdf.vti;

import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Extent;
import io.vtkhdf.input.InputValues;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The values of one array in one piece, or in a part of it, put into slabs of the whole image. Opened when the first
 * slab needs it.
 */
final class VtiPieceReader implements Closeable {

    interface Opener {
        InputValues open() throws IOException;
    }

    private final Extent stored;
    private final Extent box;
    private final Extent whole;
    private final int tupleSize;
    private final Opener opener;
    private final VtiMemory memory;
    private InputValues stream;
    /** What has been granted of the memory. */
    private long granted;
    /** How many of the stored tuples have been read. */
    private long taken;

    /**
     * @param stored the indices of the tuples that the values are for
     * @param box those of them that are taken
     * @param whole the indices of the image's tuples
     */
    VtiPieceReader(Extent stored, Extent box, Extent whole, int tupleSize, Opener opener, VtiMemory memory) {
        this.stored = stored;
        this.box = box;
        this.whole = whole;
        this.tupleSize = tupleSize;
        this.opener = opener;
        this.memory = memory;
    }

    /**
     * Puts what the piece has of a slab into it.
     *
     * @param slab from its start on, with room for all of the slab, which fits an int; its position and limit are
     *     changed
     */
    void read(long zMin, long zMax, ByteBuffer slab) throws IOException {
        long from = Math.max(zMin, box.zMin());
        long to = Math.min(zMax, box.zMax());
        if (from > to) {
            return;
        }
        if (stream == null) {
            stream = opener.open();
        }
        if (isWholeSlices(stored) && isWholeSlices(box)) {
            Dimensions d = whole.dimensions();
            fill(slab, from, zMin, whole.yMin(), (to - from + 1) * d.x() * d.y());
        } else {
            for (long z = from; z <= to; z++) {
                for (long y = box.yMin(); y <= box.yMax(); y++) {
                    fill(slab, z, zMin, y, box.dimensions().x());
                }
            }
        }
        if (to == box.zMax()) {
            close();
        } else {
            keepOrRest();
        }
    }

    private void keepOrRest() {
        memory.giveBack(granted);
        long held = stream.held();
        if (memory.take(held)) {
            granted = held;
        } else {
            granted = 0;
            stream.rest();
        }
    }

    private boolean isWholeSlices(Extent extent) {
        return extent.dimensions().x() == whole.dimensions().x()
                && extent.dimensions().y() == whole.dimensions().y();
    }

    /** Reads so many tuples, from the first one that is taken of a row on. */
    private void fill(ByteBuffer slab, long z, long zMin, long y, long tuples) throws IOException {
        skipTo(index(stored, box.xMin(), y, z));
        long first = index(whole, box.xMin(), y, z) - index(whole, whole.xMin(), whole.yMin(), zMin);
        int start = Math.toIntExact(first * tupleSize);
        slab.limit(Math.toIntExact(start + tuples * tupleSize)).position(start);
        stream.read(slab);
        taken += tuples;
    }

    private static long index(Extent extent, long x, long y, long z) {
        Dimensions d = extent.dimensions();
        return ((z - extent.zMin()) * d.y() + (y - extent.yMin())) * d.x() + (x - extent.xMin());
    }

    private void skipTo(long tuple) throws IOException {
        if (tuple == taken) {
            return;
        }
        stream.skip((tuple - taken) * tupleSize);
        taken = tuple;
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
            stream = null;
        }
        memory.giveBack(granted);
        granted = 0;
    }
}
