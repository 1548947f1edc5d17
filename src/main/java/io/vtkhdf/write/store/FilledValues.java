package io.vtkhdf.write.store;

import io.vtkhdf.format.FillValue;
import io.vtkhdf.image.ScalarType;
import java.nio.ByteBuffer;

/** The fill value of a type, so many times. */
final class FilledValues implements Values {

    private static final int PIECE_BYTES = 1 << 16;

    private final ScalarType type;
    private final int length;
    private final byte[] piece;

    FilledValues(ScalarType type, int length) {
        this.type = type;
        this.length = length;
        this.piece = new FillValue(type).bytes((int) Math.min(PIECE_BYTES, (long) length * type.size()));
    }

    @Override
    public ScalarType type() {
        return type;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public void get(int first, int count, ByteBuffer target) {
        for (int left = count * type.size(); left > 0; left -= Math.min(left, piece.length)) {
            target.put(piece, 0, Math.min(left, piece.length));
        }
    }
}
