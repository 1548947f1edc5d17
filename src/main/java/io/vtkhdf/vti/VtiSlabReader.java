package io.vtkhdf.vti;

import io.vtkhdf.Extent;
import io.vtkhdf.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** The slabs of one array, put together from its pieces. After a failure every call repeats it. */
final class VtiSlabReader implements SlabReader {

    private final Extent whole;
    private final int tupleSize;
    private final List<VtiPieceReader> pieces;
    private long next;
    private IOException failure;
    private boolean closed;

    /** @param whole the indices of the array's tuples */
    VtiSlabReader(Extent whole, int tupleSize, List<VtiPieceReader> pieces) {
        this.whole = whole;
        this.tupleSize = tupleSize;
        this.pieces = pieces;
        this.next = whole.zMin();
    }

    @Override
    public void read(int slices, ByteBuffer target) throws IOException {
        if (closed) {
            throw new IllegalStateException("the array is closed");
        }
        if (failure != null) {
            throw failure;
        }
        if (slices < 0 || slices > whole.zMax() - next + 1) {
            throw new IllegalArgumentException(slices + " slices wanted, " + (whole.zMax() - next + 1) + " left");
        }
        int size = size(slices, target.remaining());
        try {
            for (VtiPieceReader piece : pieces) {
                piece.read(next, next + slices - 1, target.slice().order(target.order()));
            }
        } catch (IOException e) {
            failure = e;
            throw e;
        }
        next += slices;
        target.position(target.position() + size);
    }

    private int size(int slices, int room) {
        long sliceTuples = (long) whole.dimensions().x() * whole.dimensions().y();
        // Divided, not multiplied: the product may exceed a long.
        if (slices > 0 && sliceTuples > (long) room / tupleSize / slices) {
            throw new IllegalArgumentException("a buffer with room for " + room + " bytes does not hold " + slices
                    + " slices of " + sliceTuples + " tuples of " + tupleSize + " bytes");
        }
        return (int) (slices * sliceTuples * tupleSize);
    }

    @Override
    public void close() {
        closed = true;
        pieces.forEach(VtiPieceReader::close);
    }
}
