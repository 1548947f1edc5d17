package io.vtkhdf.write.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Writes values to a place in a file: as they stand, or piece by piece, so that they need never stand in memory a
 * second time as bytes. Thread-safe.
 */
public final class StagedCopy {

    /** Small enough to stay in the processor's cache on its way. */
    private static final int STAGE_BYTES = 256 << 10;

    /** Where the pieces go. */
    public interface Target {
        void write(long position, ByteBuffer piece) throws IOException;
    }

    private final ConcurrentLinkedQueue<ByteBuffer> idle = new ConcurrentLinkedQueue<>();

    /** Writes all of {@code values}, the first byte to {@code position}. */
    void write(Values values, Target target, long position) throws IOException {
        write(values, 0, values.length(), target, position);
    }

    /** Writes some of {@code values}, the first byte to {@code position}. */
    void write(Values values, int first, int count, Target target, long position) throws IOException {
        Optional<ByteBuffer> stored = values.stored();
        if (stored.isPresent()) {
            int size = values.type().size();
            ByteBuffer bytes = stored.get();
            target.write(position, count == values.length() ? bytes : bytes.slice(first * size, count * size));
        } else {
            writeByPieces(values, first, count, target, position);
        }
    }

    private void writeByPieces(Values values, int first, int count, Target target, long position) throws IOException {
        ByteBuffer stage = idle.poll();
        if (stage == null) {
            stage = ByteBuffer.allocateDirect(STAGE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        }
        try {
            int size = values.type().size();
            for (int done = 0; done < count; ) {
                int taken = Math.min(STAGE_BYTES / size, count - done);
                values.get(first + done, taken, stage.clear());
                target.write(position + (long) done * size, stage.flip());
                done += taken;
            }
        } finally {
            idle.add(stage);
        }
    }
}
