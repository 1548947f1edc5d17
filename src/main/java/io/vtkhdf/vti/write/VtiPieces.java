package io.vtkhdf.vti.write;

import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Cuts an array into pieces, has them encoded in parallel, and hands on what becomes of them in their order. */
final class VtiPieces implements AutoCloseable {

    /** Is given each encoded piece. */
    interface Target {
        void take(byte[] encoded) throws IOException;
    }

    private final VtiEncodingThreads workers;
    private final Supplier<VtiEncoder> encoders;
    private final Target target;
    private final Queue<VtiEncoder> idle = new ConcurrentLinkedQueue<>();
    private final Deque<Future<byte[]>> underWay = new ArrayDeque<>();
    private byte[] piece = new byte[VtiEncoder.PIECE];
    private int length;

    VtiPieces(VtiEncodingThreads workers, VtiForm form, ScalarType type, Target target) {
        this.workers = workers;
        this.encoders = () -> VtiEncoder.of(form, type);
        this.target = target;
    }

    void write(ByteBuffer values) throws IOException {
        while (values.hasRemaining()) {
            int count = Math.min(values.remaining(), piece.length - length);
            values.get(piece, length, count);
            length += count;
            if (length == piece.length) {
                submit();
            }
        }
    }

    /** Waits until all pieces have been handed on. */
    void finish() throws IOException {
        if (length > 0) {
            submit();
        }
        while (!underWay.isEmpty()) {
            handOn();
        }
    }

    private void submit() throws IOException {
        if (underWay.size() == workers.pieces()) {
            handOn();
        }
        byte[] full = piece;
        int fullLength = length;
        underWay.add(workers.submit(() -> encode(full, fullLength)));
        piece = new byte[VtiEncoder.PIECE];
        length = 0;
    }

    private byte[] encode(byte[] full, int fullLength) {
        VtiEncoder encoder = idle.poll();
        encoder = encoder == null ? encoders.get() : encoder;
        try {
            return encoder.encode(full, fullLength);
        } finally {
            idle.add(encoder);
        }
    }

    private void handOn() throws IOException {
        try {
            target.take(underWay.remove().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while values were encoded");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("values could not be encoded: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        underWay.forEach(piece -> piece.cancel(true));
        // Taken out one by one: a piece that is still being encoded may take one, too.
        for (VtiEncoder encoder = idle.poll(); encoder != null; encoder = idle.poll()) {
            encoder.close();
        }
    }
}
