package io.vtkhdf.legacy;

import io.vtkhdf.input.InputValues;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Values of one type as values of another. */
final class LegacyConverted implements InputValues {

    private static final int BUFFER_SIZE = 1 << 16;

    /** Takes one value from a buffer and puts one into another. */
    interface Conversion {
        void convert(ByteBuffer from, ByteBuffer to);
    }

    private final InputValues source;
    private final int sourceSize;
    private final int targetSize;
    private final Conversion conversion;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE).order(ByteOrder.nativeOrder());

    private LegacyConverted(InputValues source, int sourceSize, int targetSize, Conversion conversion) {
        this.source = source;
        this.sourceSize = sourceSize;
        this.targetSize = targetSize;
        this.conversion = conversion;
    }

    /** 32-bit integers as 64-bit ones. */
    static InputValues widened(InputValues ints) {
        return new LegacyConverted(ints, Integer.BYTES, Long.BYTES, (from, to) -> to.putLong(from.getInt()));
    }

    /** Long integers as 0 or 1: whether they are not 0. */
    static InputValues truths(InputValues longs) {
        return new LegacyConverted(
                longs, Long.BYTES, Byte.BYTES, (from, to) -> to.put((byte) (from.getLong() == 0 ? 0 : 1)));
    }

    /** Floats from 0 to 1 as bytes from 0 to 255, rounded as VTK rounds them. */
    static InputValues colours(InputValues floats) {
        return new LegacyConverted(floats, Float.BYTES, Byte.BYTES, (from, to) -> to.put(colour(from.getFloat())));
    }

    private static byte colour(float value) {
        return (byte) Math.max(0, Math.min(255, 255.0 * value + 0.5));
    }

    @Override
    public void read(ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            int values = Math.min(BUFFER_SIZE / sourceSize, target.remaining() / targetSize);
            source.read(buffer.clear().limit(values * sourceSize));
            buffer.flip();
            while (buffer.hasRemaining()) {
                conversion.convert(buffer, target);
            }
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
