package io.vtkhdf.vti.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes the values of one array, given as little-endian bytes from the first on. */
interface VtiValues extends AutoCloseable {

    void write(ByteBuffer bytes) throws IOException;

    /** To be called after the last value. */
    void finish() throws IOException;

    @Override
    default void close() {}

    /** The words of headers are UInt64. */
    static ByteBuffer words(long... words) {
        ByteBuffer buffer = ByteBuffer.allocate(words.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asLongBuffer().put(words);
        return buffer;
    }

    /** The number of bytes, then the bytes. */
    final class Raw implements VtiValues {
        private final VtiOutput out;

        Raw(VtiOutput out, long bytes) throws IOException {
            this.out = out;
            out.write(words(bytes));
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            out.write(bytes);
        }

        @Override
        public void finish() {}
    }

    /** Decimal numbers. */
    final class Text implements VtiValues {
        private final VtiPieces pieces;

        Text(VtiOutput out, VtiEncodingThreads workers, VtiEntry entry) {
            this.pieces = new VtiPieces(workers, VtiForm.ascii(), entry.type(), out::write);
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            pieces.write(bytes);
        }

        @Override
        public void finish() throws IOException {
            pieces.finish();
        }

        @Override
        public void close() {
            pieces.close();
        }
    }
}
