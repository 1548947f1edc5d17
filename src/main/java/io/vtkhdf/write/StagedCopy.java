package io.vtkhdf.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Writes values to a place in a file: as they stand, or piece by piece, so that they need never stand in memory a
 * second time as bytes. Thread-safe.
 */
final class StagedCopy {

    /** Small enough to stay in the processor's cache on its way. */
    private static final int STAGE_BYTES = 256 << 10;

    /** Where the pieces go. */
    interface Target {
        void write(long position, ByteBuffer piece) throws IOException;
    }

    private final ConcurrentLinkedQueue<ByteBuffer> idle = new ConcurrentLinkedQueue<>();

    /** Writes all of {@code values}, the first byte to {@code position}. */
    void write(Values values, Target target, long position) throws IOException {
        Optional<ByteBuffer> stored = values.stored();
        if (stored.isPresent()) {
            target.write(position, stored.get());
        } else {
            writeByPieces(values, target, position);
        }
    }

    private void writeByPieces(Values values, Target target, long position) throws IOException {
        ByteBuffer stage = idle.poll();
        if (stage == null) {
            stage = ByteBuffer.allocateDirect(STAGE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        }
        try {
            int step = STAGE_BYTES / values.type().size();
            for (int first = 0; first < values.length(); ) {
                int count = Math.min(step, values.length() - first);
                values.get(first, count, stage.clear());
                target.write(position, stage.flip());
                position += (long) count * values.type().size();
                first += count;
            }
        } finally {
            idle.add(stage);
        }
    }
}
