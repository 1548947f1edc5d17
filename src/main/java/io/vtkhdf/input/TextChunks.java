package io.vtkhdf.input;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.runtime.PendingTasks;
import io.vtkhdf.runtime.Workers;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;

/** The chunks of a text, parsed by all workers, in their order. */
public final class TextChunks {

    private static final int CHUNK_SIZE = 1 << 16;

    private final InputText text;
    private final ScalarType type;
    private final int ahead;
    private final PendingTasks<TextChunk> pending;
    private final Queue<TextChunk> idle = new ArrayDeque<>();
    /** Of the chunk that comes next; null at the end. */
    private byte[] before = {};

    public TextChunks(InputText text, ScalarType type, Workers workers) {
        this.text = text;
        this.type = type;
        this.ahead = 2 * workers.count();
        this.pending = new PendingTasks<>(workers);
    }

    /** The next chunk, parsed; null at the end. It is given back by {@link #recycle}. */
    public TextChunk next() throws IOException {
        while (before != null && pending.size() < ahead) {
            TextChunk chunk = idle.isEmpty() ? new TextChunk(capacity()) : idle.remove();
            before = chunk.fill(text, before);
            pending.submit(() -> chunk.parse(type));
        }
        return pending.size() == 0 ? null : pending.take();
    }

    private int capacity() {
        // One more than there is shows that this is the end.
        return (int) Math.min(CHUNK_SIZE, before.length + text.left() + 1);
    }

    public void recycle(TextChunk chunk) {
        idle.add(chunk);
    }

    /** An error about the value of that index, or what stands in its place, in or after a chunk. */
    public CorruptFileException corrupt(TextChunk chunk, long index, String problem) {
        InputPlace place = text.place();
        String where = place.array() + ", value " + index + (chunk == null ? "" : ", after byte " + chunk.position());
        return new CorruptFileException(place.file().path().toString(), where, problem, (Throwable) null);
    }

    /** About how many bytes of memory the chunks take. */
    long held() {
        return (pending.size() + idle.size() + 1L) * CHUNK_SIZE * (1 + type.size() / 2);
    }

    public void close() {
        before = null;
        pending.drop();
    }
}
