package io.vtkhdf.vti;

import io.vtkhdf.Extent;
import io.vtkhdf.input.InputValues;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The values of one array in one piece, put into slabs of the whole image. Opened when the first slab needs it. */
final class VtiPieceReader implements Closeable {

    interface Opener {
        InputValues open() throws IOException;
    }

    private final Extent box;
    private final Extent whole;
    private final int tupleSize;
    private final Opener opener;
    private InputValues stream;

    /**
     * @param box the indices of the piece's tuples
     * @param whole the indices of the image's tuples
     */
    VtiPieceReader(Extent box, Extent whole, int tupleSize, Opener opener) {
        this.box = box;
        this.whole = whole;
        this.tupleSize = tupleSize;
        this.opener = opener;
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
        if (box.dimensions().x() == whole.dimensions().x()
                && box.dimensions().y() == whole.dimensions().y()) {
            fill(
                    slab,
                    from - zMin,
                    0,
                    0,
                    (to - from + 1)
                            * whole.dimensions().x()
                            * whole.dimensions().y());
        } else {
            fillRows(slab, from - zMin, to - zMin);
        }
        if (to == box.zMax()) {
            stream.close();
        }
    }

    private void fillRows(ByteBuffer slab, long from, long to) throws IOException {
        for (long z = from; z <= to; z++) {
            for (long y = box.yMin(); y <= box.yMax(); y++) {
                fill(
                        slab,
                        z,
                        y - whole.yMin(),
                        (long) box.xMin() - whole.xMin(),
                        box.dimensions().x());
            }
        }
    }

    private void fill(ByteBuffer slab, long z, long y, long x, long tuples) throws IOException {
        long first = (z * whole.dimensions().y() + y) * whole.dimensions().x() + x;
        int start = Math.toIntExact(first * tupleSize);
        slab.limit(Math.toIntExact(start + tuples * tupleSize)).position(start);
        stream.read(slab);
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
        }
    }
}
