package io.vtkhdf.vti;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Some blocks with their compressed bytes, to be decoded into where they belong by any thread. */
final class VtiBlockBatch {

    private byte[] input = {};
    private int used;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(VtiBlockInput.Block block, int start, int length, ByteBuffer target) {}

    /** Reads the compressed bytes of a block. */
    void add(VtiBlockInput.Block block, VtiBlockInput source, ByteBuffer target) throws IOException {
        int length = (int) block.compressedSize();
        if (length > input.length - used) {
            input = Arrays.copyOf(input, Math.max(used + length, 2 * used));
        }
        source.read(input, used, length);
        entries.add(new Entry(block, used, length, target));
        used += length;
    }

    /** The memory that it takes, be it empty. */
    int held() {
        return input.length;
    }

    int bytes() {
        return used;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    void decode(VtiBlockDecoder decoder) throws IOException {
        for (Entry entry : entries) {
            try {
                decoder.decode(input, entry.start, entry.length, entry.target);
            } catch (VtiBlockException e) {
                throw entry.block.corrupt(e);
            }
        }
    }

    /** Makes it empty; the memory is kept. */
    VtiBlockBatch clear() {
        used = 0;
        entries.clear();
        return this;
    }
}
