package io.vtkhdf.vti.block;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.input.InputPlace;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The compressed blocks of an array, one after the other. Their sizes are read as they are needed, so that many blocks
 * take no memory.
 */
public final class VtiBlockInput {

    private final InputPlace place;
    private final VtiFormat format;
    private final VtiBlocks blocks;
    private final VtiBytes sizes;
    private final VtiBytes data;
    private long index = -1;
    /** The start of a block that may be read again. */
    private VtiBytes.Mark start;

    /**
     * @param sizes at the compressed size of the first block
     * @param data at the first block
     */
    public VtiBlockInput(InputPlace place, VtiFormat format, VtiBlocks blocks, VtiBytes sizes, VtiBytes data) {
        this.place = place;
        this.format = format;
        this.blocks = blocks;
        this.sizes = sizes;
        this.data = data;
    }

    /**
     * A block: how many bytes it has, and had before compression.
     *
     * @param array that it is part of
     * @param count the number of blocks
     */
    record Block(InputPlace array, long index, long count, long size, long compressedSize) {

        InputPlace place() {
            return new InputPlace(array.file(), array.array() + ", block " + index + " of " + count);
        }

        CorruptFileException corrupt(VtiBlockException e) {
            InputPlace place = place();
            return new CorruptFileException(place.file().path().toString(), place.array(), e.getMessage(), e);
        }
    }

    /**
     * Goes to the next block.
     *
     * @param unread how many bytes of the blocks before have not been read
     */
    Block next(long unread) throws IOException {
        index++;
        long compressedSize = format.readWord(sizes);
        Block block = new Block(place, index, blocks.count(), blocks.size(index), compressedSize);
        long left = data.left() - unread;
        if (compressedSize > left) {
            throw block.place()
                    .corrupt(compressedSize + " compressed bytes", "no more than the " + left + " left in the file");
        }
        return block;
    }

    /** Notes the start of the current block, those before having been read. */
    void mark() {
        start = data.mark();
    }

    /** Goes back to the {@linkplain #mark noted} start of the current block. */
    void restart() {
        data.reset(start);
    }

    long held() {
        return sizes.held() + data.held();
    }

    void rest() {
        sizes.rest();
        data.rest();
    }

    void read(byte[] target, int start, int length) throws IOException {
        data.read(ByteBuffer.wrap(target, start, length));
    }
}
