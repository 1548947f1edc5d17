package io.vtkhdf.vti.write;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.vtkhdf.image.ScalarType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Numbers as decimal text, eight on a line; floating-point numbers in the shortest form that reads back the same, which
 * Java's own is not before version 19. What is not finite is spelled as VTK's reader knows it: {@code inf},
 * {@code -inf}, {@code nan}.
 */
final class VtiDecimalEncoder implements VtiEncoder {

    private static final int VALUES_PER_LINE = 8;

    private final ScalarType type;
    private final StringBuilder text = new StringBuilder();

    VtiDecimalEncoder(ScalarType type) {
        this.type = type;
    }

    @Override
    public byte[] encode(byte[] piece, int length) {
        Object values = type.toArray(ByteBuffer.wrap(piece, 0, length).slice().order(ByteOrder.LITTLE_ENDIAN));
        int count = length / type.size();
        text.setLength(0);
        for (int i = 0; i < count; i++) {
            text.append(spell(values, i)).append(i % VALUES_PER_LINE == VALUES_PER_LINE - 1 ? '\n' : ' ');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private String spell(Object values, int index) {
        if (values instanceof float[] floats) {
            float value = floats[index];
            return Float.isFinite(value) ? NumberOutput.toString(value, true) : notFinite(value);
        } else if (values instanceof double[] doubles) {
            return spell(doubles[index]);
        }
        return type.textAt(values, index);
    }

    static String spell(double value) {
        return Double.isFinite(value) ? NumberOutput.toString(value, true) : notFinite(value);
    }

    private static String notFinite(double value) {
        return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
}
