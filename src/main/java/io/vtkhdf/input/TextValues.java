package io.vtkhdf.input;

import io.vtkhdf.image.ScalarType;
import io.vtkhdf.runtime.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of values from text, in the byte order of {@link TextChunk}; exactly so many values. */
public final class TextValues implements InputValues {

    private final InputText text;
    private final ScalarType type;
    private final long count;
    private final Workers workers;
    private TextChunks chunks;
    private TextChunk current;
    private long next;
    /** The bytes of values in the coming chunks that have been read. */
    private long again;

    /** The values, in the target's byte order. */
    public static InputValues of(InputText text, ScalarType type, long count, Workers workers) {
        return new BinaryValues(new TextValues(text, type, count, workers), TextChunk.ORDER, type.size());
    }

    private TextValues(InputText text, ScalarType type, long count, Workers workers) {
        this.text = text;
        this.type = type;
        this.count = count;
        this.workers = workers;
    }

    @Override
    public void read(ByteBuffer target) throws IOException {
        if (chunks == null) {
            chunks = new TextChunks(text, type, workers);
        }
        while (again > 0 && hasValues()) {
            ByteBuffer values = current.values();
            int count = (int) Math.min(again, values.remaining());
            values.position(values.position() + count);
            again -= count;
        }
        while (target.hasRemaining()) {
            if (!hasValues()) {
                throw chunks.corrupt(
                        current, next, "found the end after " + next + " values, expected " + count + " values");
            }
            next += take(target) / type.size();
        }
        if (next == count && !isAtEnd()) {
            throw chunks.corrupt(current, count, "found more than " + count + " values, expected no more than these");
        }
    }

    /** Whether there are more values, which are then in the current chunk. */
    private boolean hasValues() throws IOException {
        while (current == null || !current.values().hasRemaining()) {
            if (current != null && current.problem() != null) {
                throw chunks.corrupt(current, next, current.problem());
            }
            TextChunk following = chunks.next();
            if (following == null) {
                return false;
            }
            if (current != null) {
                chunks.recycle(current);
            }
            current = following;
        }
        return true;
    }

    private boolean isAtEnd() throws IOException {
        return current.problem() == null && !hasValues() && current.problem() == null;
    }

    private int take(ByteBuffer target) {
        ByteBuffer values = current.values();
        int size = Math.min(values.remaining(), target.remaining());
        target.put(values.slice(values.position(), size));
        values.position(values.position() + size);
        return size;
    }

    @Override
    public long held() {
        return text.held() + (chunks == null ? 0 : chunks.held());
    }

    @Override
    public void rest() {
        if (current == null) {
            return;
        }
        close();
        chunks = null;
        again = current.values().position();
        text.seek(current.offset());
        current = null;
    }

    @Override
    public void close() {
        if (chunks != null) {
            chunks.close();
        }
    }
}
