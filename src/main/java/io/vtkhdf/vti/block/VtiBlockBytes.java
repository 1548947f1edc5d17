package io.vtkhdf.vti.block;

import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.input.InputValues;
import io.vtkhdf.runtime.PendingTasks;
import io.vtkhdf.runtime.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The bytes of compressed blocks. Blocks of a usual size are decoded in parallel, straight into the target; larger ones
 * pass through as streams, so that they take no memory.
 */
public final class VtiBlockBytes implements InputValues {

    /** The largest block that is decoded whole, of those that can be decoded as streams. */
    private static final int MAX_WHOLE = 1 << 20;
    /** The same of those that cannot. */
    private static final int MAX_WHOLE_LZ4 = 1 << 24;
    /** Compressed bytes that are worth a task. */
    private static final int BATCH_SIZE = 1 << 17;

    private static final int SKIP_SIZE = 1 << 14;
    /** The native memory of a decoder, about. */
    private static final int DECODER_SIZE = 1 << 16;

    private final VtiBlockInput input;
    private final VtiCompression compression;
    private final Workers workers;
    private final PendingTasks<VtiBlockBatch> pending;
    private final Queue<VtiBlockDecoder> decoders = new ConcurrentLinkedQueue<>();
    /** Those that are free. */
    private final Queue<VtiBlockBatch> batches = new ArrayDeque<>();

    private VtiBlockBatch batch = new VtiBlockBatch();

    /** The block that began in an earlier target and goes on, and how much of it is left. */
    private InputValues open;

    private VtiBlockInput.Block openBlock;
    private long openLeft;
    /** The most that a decoder has decoded at once. */
    private long largest;

    public VtiBlockBytes(VtiBlockInput input, VtiCompression compression, Workers workers) {
        this.input = input;
        this.compression = compression;
        this.workers = workers;
        this.pending = new PendingTasks<>(workers);
    }

    @Override
    public void read(ByteBuffer target) throws IOException {
        try {
            while (target.hasRemaining()) {
                if (openLeft > 0) {
                    readOpen(target);
                } else {
                    readBlock(input.next(batch.bytes()), target);
                }
            }
            flush();
            while (pending.size() > 0) {
                batches.add(pending.take().clear());
            }
        } finally {
            pending.drop();
        }
    }

    private void readOpen(ByteBuffer target) throws IOException {
        if (open == null) {
            reopen();
        }
        int count = (int) Math.min(openLeft, target.remaining());
        int end = target.limit();
        open.read(target.limit(target.position() + count));
        target.limit(end);
        openLeft -= count;
        if (openLeft == 0) {
            open.close();
            open = null;
        }
    }

    /** Goes back to where the open block was left when it was given up. */
    private void reopen() throws IOException {
        input.restart();
        open = values(openBlock);
        ByteBuffer skipped = ByteBuffer.allocate(SKIP_SIZE);
        for (long left = openBlock.size() - openLeft; left > 0; left -= skipped.limit()) {
            open.read(skipped.clear().limit((int) Math.min(left, SKIP_SIZE)));
        }
    }

    private void readBlock(VtiBlockInput.Block block, ByteBuffer target) throws IOException {
        largest = Math.max(largest, Math.min(block.size(), MAX_WHOLE_LZ4));
        if (isDecodedWhole(block) && block.size() <= target.remaining()) {
            int size = (int) block.size();
            batch.add(block, target.slice(target.position(), size));
            target.position(target.position() + size);
            if (batch.bytes() >= BATCH_SIZE) {
                flush();
            }
        } else {
            flush();
            input.mark();
            open = values(block);
            openBlock = block;
            openLeft = block.size();
        }
    }

    /** The bytes of a block that does not end in the target. */
    private InputValues values(VtiBlockInput.Block block) throws IOException {
        return isDecodedWhole(block) ? decode(block) : new VtiBlockStream(block, input, compression);
    }

    private boolean isDecodedWhole(VtiBlockInput.Block block) throws UnsupportedFileException {
        long size = Math.max(block.size(), block.compressedSize());
        if (compression == VtiCompression.LZ4 && size > MAX_WHOLE_LZ4) {
            throw block.place()
                    .file()
                    .unsupported(
                            block.place().array(), "an LZ4 block of " + size + " bytes", "at most " + MAX_WHOLE_LZ4);
        }
        return compression != VtiCompression.LZMA
                && size <= (compression == VtiCompression.LZ4 ? MAX_WHOLE_LZ4 : MAX_WHOLE);
    }

    private InputValues decode(VtiBlockInput.Block block) throws IOException {
        ByteBuffer decoded = ByteBuffer.allocate((int) block.size());
        VtiBlockBatch single = new VtiBlockBatch();
        single.add(block, decoded);
        decode(single.read(input));
        return new Decoded(decoded.flip());
    }

    private record Decoded(ByteBuffer bytes) implements InputValues {

        @Override
        public void read(ByteBuffer target) {
            int count = target.remaining();
            target.put(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
        }

        @Override
        public long held() {
            return bytes.capacity();
        }
    }

    /** Gives the batch to the workers; while they have enough to do, waits. */
    private void flush() throws IOException {
        if (batch.isEmpty()) {
            return;
        }
        VtiBlockBatch full = batch.read(input);
        pending.submit(() -> decode(full));
        if (pending.size() > 2 * workers.count() || full.bytes() > MAX_WHOLE) {
            batches.add(pending.take().clear());
        }
        batch = batches.isEmpty() ? new VtiBlockBatch() : batches.remove();
    }

    private VtiBlockBatch decode(VtiBlockBatch full) throws IOException {
        VtiBlockDecoder idle = decoders.poll();
        VtiBlockDecoder decoder = idle != null ? idle : decoder();
        try {
            return full.decode(decoder);
        } finally {
            decoders.add(decoder);
        }
    }

    private VtiBlockDecoder decoder() {
        return compression == VtiCompression.LZ4 ? new VtiLz4Decoder() : new VtiZlibDecoder();
    }

    @Override
    public long held() {
        long decoding = decoders.size() * (largest + DECODER_SIZE);
        long read = batches.stream().mapToLong(VtiBlockBatch::held).sum() + batch.held();
        return input.held() + read + decoding + (open == null ? 0 : open.held());
    }

    @Override
    public void rest() {
        close();
        batches.clear();
        batch = new VtiBlockBatch();
        open = null;
        input.rest();
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
        }
        decoders.forEach(VtiBlockDecoder::close);
        decoders.clear();
    }
}
