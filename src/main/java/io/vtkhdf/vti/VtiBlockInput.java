package io.vtkhdf.vti;

import io.vtkhdf.CorruptFileException;
import io.vtkhdf.input.InputPlace;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The compressed blocks of an array, one after the other. Their sizes are read as they are needed, so that many blocks
 * take no memory.
 */
final class VtiBlockInput {

    private final InputPlace place;
    private final VtiFormat format;
    private final VtiBlocks blocks;
    private final VtiBytes sizes;
    private final VtiBytes data;
    private long index = -1;
    /** The start of the current block. */
    private VtiBytes.Mark start;

    /**
     * @param sizes at the compressed size of the first block
     * @param data at the first block
     */
    VtiBlockInput(InputPlace place, VtiFormat format, VtiBlocks blocks, VtiBytes sizes, VtiBytes data) {
        this.place = place;
        this.format = format;
        this.blocks = blocks;
        this.sizes = sizes;
        this.data = data;
    }

    /** A block: how many bytes it has, and had before compression. */
    record Block(InputPlace place, long size, long compressedSize) {

        CorruptFileException corrupt(VtiBlockException e) {
            return new CorruptFileException(place.file().path(), place.array(), e.getMessage(), e);
        }
    }

    /** Goes to the next block; the bytes of the one before must have been read. */
    Block next() throws IOException {
        index++;
        InputPlace blockPlace =
                new InputPlace(place.file(), place.array() + ", block " + index + " of " + blocks.count());
        long compressedSize = format.readWord(sizes);
        if (compressedSize > data.left()) {
            throw blockPlace.corrupt(
                    compressedSize + " compressed bytes", "no more than the " + data.left() + " left in the file");
        }
        start = data.mark();
        return new Block(blockPlace, blocks.size(index), compressedSize);
    }

    /** Goes back to the start of the current block. */
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
