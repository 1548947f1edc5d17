package io.vtkhdf.input;

import io.vtkhdf.ScalarType;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Values from text, in the target's byte order; exactly so many. */
public final class TextValues implements InputValues {

    private final TextTokens tokens;
    private final ScalarType type;
    private final long count;
    private long next;

    public TextValues(TextTokens tokens, ScalarType type, long count) {
        this.tokens = tokens;
        this.type = type;
        this.count = count;
    }

    @Override
    public void read(ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            if (!tokens.next()) {
                throw tokens.corruptValue(next, "the end after " + next + " values", count + " values");
            }
            put(target);
            next++;
        }
        if (next == count && tokens.next()) {
            throw tokens.corruptValue(count, "more than " + count + " values", "no more than these");
        }
    }

    private void put(ByteBuffer target) throws IOException {
        switch (type) {
            case FLOAT32 -> target.putFloat(tokens.float32());
            case FLOAT64 -> target.putDouble(tokens.float64());
            case INT8, UINT8 -> target.put((byte) tokens.integer(type));
            case INT16, UINT16 -> target.putShort((short) tokens.integer(type));
            case INT32, UINT32 -> target.putInt((int) tokens.integer(type));
            case INT64, UINT64 -> target.putLong(tokens.integer(type));
        }
    }
}
