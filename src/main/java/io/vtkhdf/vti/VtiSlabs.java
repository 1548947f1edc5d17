package io.vtkhdf.vti;

import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Extent;
import io.vtkhdf.input.InputValues;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** The values of one array, put together from its pieces, whole slices at a time. */
final class VtiSlabs implements InputValues {

    private final long sliceSize;
    private final List<VtiPieceReader> pieces;
    private long next;

    /** @param whole the indices of the array's tuples */
    VtiSlabs(Extent whole, int tupleSize, List<VtiPieceReader> pieces) {
        Dimensions tuples = whole.dimensions();
        this.sliceSize = (long) tuples.x() * tuples.y() * tupleSize;
        this.pieces = pieces;
        this.next = whole.zMin();
    }

    @Override
    public void read(ByteBuffer target) throws IOException {
        long slices = target.remaining() / sliceSize;
        for (VtiPieceReader piece : pieces) {
            piece.read(next, next + slices - 1, target.slice().order(target.order()));
        }
        next += slices;
        target.position(target.limit());
    }

    /** The pieces pass over it when something behind it is wanted. */
    @Override
    public void skip(long count) {
        next += count / sliceSize;
    }

    @Override
    public void close() {
        pieces.forEach(VtiPieceReader::close);
    }
}
