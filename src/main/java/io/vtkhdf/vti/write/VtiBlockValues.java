package io.vtkhdf.vti.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Compressed blocks. In front of them stand, as words: their number, the size of each before compression, that of the
 * last if it is smaller, else 0; and the compressed size of each. The sizes are put into their places block by block,
 * so that a long array's do not pile up in memory.
 */
final class VtiBlockValues implements VtiValues {

    private static final int SIZES_AT_ONCE = 1024;

    private final VtiOutput out;
    private final VtiPieces pieces;
    private final ByteBuffer sizes =
            ByteBuffer.allocate(SIZES_AT_ONCE * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    /** Where those sizes go. */
    private long sizesStart;

    VtiBlockValues(VtiOutput out, VtiEncodingThreads workers, VtiForm form, VtiEntry entry) throws IOException {
        this.out = out;
        this.pieces = new VtiPieces(workers, form, entry.type(), this::append);
        long last = entry.bytes() % VtiEncoder.PIECE;
        long blocks = entry.bytes() / VtiEncoder.PIECE + (last == 0 ? 0 : 1);
        out.write(VtiValues.words(blocks, VtiEncoder.PIECE, last));
        this.sizesStart = out.position();
        out.skip(blocks * Long.BYTES);
    }

    private void append(byte[] block) throws IOException {
        out.write(block);
        sizes.putLong(block.length);
        if (!sizes.hasRemaining()) {
            storeSizes();
        }
    }

    private void storeSizes() throws IOException {
        int bytes = sizes.position();
        out.patch(sizesStart, sizes.flip());
        sizesStart += bytes;
        sizes.clear();
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        pieces.write(bytes);
    }

    @Override
    public void finish() throws IOException {
        pieces.finish();
        storeSizes();
    }

    @Override
    public void close() {
        pieces.close();
    }
}
