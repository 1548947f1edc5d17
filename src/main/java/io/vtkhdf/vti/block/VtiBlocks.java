package io.vtkhdf.vti.block;

import java.io.IOException;

/**
 * The start of a compressed payload, in words: the number of blocks, the size of each before compression, that of the
 * last if it differs, else 0. The compressed size of each block follows.
 *
 * @param blockSize 0 if there is no block
 * @param lastSize the size of the last block, whether it differs or not
 * @param length the size of all blocks together, before compression
 */
public record VtiBlocks(long count, long blockSize, long lastSize, long length, long headerSize) {

    private static final int WORDS = 3;

    public static VtiBlocks read(VtiBytes bytes, VtiFormat format) throws IOException {
        long count = format.readWord(bytes);
        if (count == 0) {
            return new VtiBlocks(0, 0, 0, 0, format.wordSize());
        }
        long blockSize = format.readWord(bytes);
        long partial = format.readWord(bytes);
        if (count > bytes.left() / format.wordSize()) {
            throw bytes.corrupt(
                    count + " blocks", "no more than have their sizes in the " + bytes.left() + " bytes left");
        }
        if (partial > blockSize || blockSize == 0 && count > 1) {
            throw bytes.corrupt(
                    "blocks of " + blockSize + " bytes with a last one of " + partial,
                    "a last one no larger than the others");
        }
        long last = partial == 0 ? blockSize : partial;
        if (count > 1 && blockSize > (Long.MAX_VALUE - last) / (count - 1)) {
            throw bytes.corrupt(count + " blocks of " + blockSize + " bytes", "less than 2^63 bytes");
        }
        long length = (count - 1) * blockSize + last;
        return new VtiBlocks(count, blockSize, last, length, (WORDS + count) * format.wordSize());
    }

    long size(long block) {
        return block == count - 1 ? lastSize : blockSize;
    }
}
