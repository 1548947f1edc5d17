package io.vtkhdf.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Values of one type as values of another. */
public final class ConvertedValues implements InputValues {

    private static final int BUFFER_SIZE = 1 << 16;

    /** Takes one value from a buffer and puts one into another. */
    @FunctionalInterface
    public interface Conversion {
        void convert(ByteBuffer from, ByteBuffer to);
    }

    private final InputValues source;
    private final int sourceSize;
    private final int targetSize;
    private final Conversion conversion;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE).order(ByteOrder.nativeOrder());

    /** @param source closed with this */
    public ConvertedValues(InputValues source, int sourceSize, int targetSize, Conversion conversion) {
        this.source = source;
        this.sourceSize = sourceSize;
        this.targetSize = targetSize;
        this.conversion = conversion;
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
