package io.vtkhdf.input;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes of 0 and 1 from bits, of which the most significant of a byte comes first. */
public final class BitBytes implements InputValues {

    private static final int BUFFER_SIZE = 1 << 12;

    private final InputValues packed;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE).flip();
    private long packedLeft;
    private int current;
    /** How many bits of the current byte have not been taken. */
    private int bitsLeft;

    /** @param packed of which the bytes of {@code count} bits are read */
    public BitBytes(InputValues packed, long count) {
        this.packed = packed;
        this.packedLeft = size(count);
    }

    /** The number of bytes that so many bits take. */
    public static long size(long count) {
        return (count - 1) / Byte.SIZE + 1;
    }

    @Override
    public void read(ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            if (bitsLeft == 0) {
                current = nextByte();
                bitsLeft = Byte.SIZE;
            }
            bitsLeft--;
            target.put((byte) (current >> bitsLeft & 1));
        }
    }

    private int nextByte() throws IOException {
        if (!buffer.hasRemaining()) {
            packed.read(buffer.clear().limit((int) Math.min(BUFFER_SIZE, packedLeft)));
            packedLeft -= buffer.flip().remaining();
        }
        return buffer.get();
    }

    @Override
    public long held() {
        return packed.held();
    }

    @Override
    public void rest() {
        packed.rest();
    }

    @Override
    public void close() {
        packed.close();
    }
}
