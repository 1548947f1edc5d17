package io.vtkhdf.vti.block;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Neighbouring blocks, read at once and decoded into where they belong by any thread. */
final class VtiBlockBatch {

    private byte[] input = {};
    private int used;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(VtiBlockInput.Block block, int start, int length, ByteBuffer target) {}

    void add(VtiBlockInput.Block block, ByteBuffer target) {
        int length = (int) block.compressedSize();
        entries.add(new Entry(block, used, length, target));
        used += length;
    }

    /** Reads the compressed bytes of all blocks at once. */
    VtiBlockBatch read(VtiBlockInput source) throws IOException {
        if (input.length < used) {
            input = new byte[used];
        }
        source.read(input, 0, used);
        return this;
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

    VtiBlockBatch decode(VtiBlockDecoder decoder) throws IOException {
        for (Entry entry : entries) {
            try {
                decoder.decode(input, entry.start, entry.length, entry.target);
            } catch (VtiBlockException e) {
                throw entry.block.corrupt(e);
            }
        }
        return this;
    }

    /** Makes it empty; the memory is kept. */
    VtiBlockBatch clear() {
        used = 0;
        entries.clear();
        return this;
    }
}
