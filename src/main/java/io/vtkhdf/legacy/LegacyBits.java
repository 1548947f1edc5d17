package io.vtkhdf.legacy;

import io.vtkhdf.input.InputValues;
import io.vtkhdf.input.RawBytes;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Packed bits, the most significant first, as one byte each: 0 or 1. */
final class LegacyBits implements InputValues {

    private static final int BUFFER_SIZE = 1 << 13;

    private final RawBytes bytes;
    private final ByteBuffer packed = ByteBuffer.allocate(BUFFER_SIZE).limit(0);
    private int current;
    private int bitsLeft;

    LegacyBits(RawBytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public void read(ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            if (bitsLeft == 0) {
                nextByte(target.remaining());
            }
            bitsLeft--;
            target.put((byte) (current >> bitsLeft & 1));
        }
    }

    /** @param bits that are needed at least */
    private void nextByte(int bits) throws IOException {
        if (!packed.hasRemaining()) {
            packed.clear().limit(Math.min(BUFFER_SIZE, (bits - 1) / Byte.SIZE + 1));
            bytes.read(packed);
            packed.flip();
        }
        current = packed.get();
        bitsLeft = Byte.SIZE;
    }
}
