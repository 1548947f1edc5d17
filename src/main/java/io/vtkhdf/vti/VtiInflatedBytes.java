package io.vtkhdf.vti;

import io.vtkhdf.CorruptFileException;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.InputValues;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The bytes of zlib blocks. Blocks are inflated straight into the target and their sizes are read as they are needed,
 * so that neither large nor many blocks take memory.
 */
final class VtiInflatedBytes implements InputValues {

    private static final int BUFFER_SIZE = 1 << 15;

    private final InputPlace place;
    private final VtiFormat format;
    private final VtiBlocks blocks;
    private final VtiBytes sizes;
    private final VtiBytes data;
    private final Inflater inflater = new Inflater();
    private final ByteBuffer input = ByteBuffer.allocate(BUFFER_SIZE);
    private final ByteBuffer spare = ByteBuffer.allocate(1);
    private long block = -1;
    private long blockLeft;
    private long compressedLeft;

    /**
     * @param sizes at the compressed size of the first block
     * @param data at the first block
     */
    VtiInflatedBytes(InputPlace place, VtiFormat format, VtiBlocks blocks, VtiBytes sizes, VtiBytes data) {
        this.place = place;
        this.format = format;
        this.blocks = blocks;
        this.sizes = sizes;
        this.data = data;
    }

    @Override
    public void read(ByteBuffer target) throws IOException {
        int end = target.limit();
        while (target.position() < end) {
            if (blockLeft == 0) {
                openBlock();
            }
            int count = (int) Math.min(blockLeft, end - target.position());
            target.limit(target.position() + count);
            inflate(target);
            target.limit(end);
            blockLeft -= count;
            if (blockLeft == 0) {
                closeBlock();
            }
        }
    }

    private void openBlock() throws IOException {
        block++;
        blockLeft = blocks.size(block);
        compressedLeft = format.readWord(sizes);
        if (compressedLeft > data.left()) {
            throw corrupt(
                    compressedLeft + " compressed bytes", "no more than the " + data.left() + " left in the file");
        }
        inflater.reset();
    }

    private void inflate(ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            if (inflateSome(target) == 0) {
                if (inflater.finished()) {
                    throw corrupt(
                            "an end " + (blockLeft - target.remaining()) + " bytes too early",
                            "to inflate to " + blocks.size(block) + " bytes");
                }
                feed();
            }
        }
    }

    /** Makes sure that the block ends here. */
    private void closeBlock() throws IOException {
        while (!inflater.finished()) {
            if (inflateSome(spare.clear()) > 0) {
                throw corrupt("more bytes", "to inflate to " + blocks.size(block) + " bytes");
            }
            if (!inflater.finished()) {
                feed();
            }
        }
        long unused = compressedLeft + inflater.getRemaining();
        if (unused > 0) {
            throw corrupt(unused + " bytes after the end of the zlib stream", "none");
        }
    }

    private int inflateSome(ByteBuffer target) throws IOException {
        try {
            return inflater.inflate(target);
        } catch (DataFormatException e) {
            String problem = "zlib data is broken: " + e.getMessage();
            throw new CorruptFileException(place.file().path(), blockPlace(), problem, e);
        }
    }

    private void feed() throws IOException {
        if (inflater.needsDictionary()) {
            throw corrupt("a zlib stream that needs a dictionary", "one that needs none");
        }
        if (compressedLeft == 0) {
            throw corrupt("the end of the compressed bytes", "the end of the zlib stream");
        }
        input.clear().limit((int) Math.min(BUFFER_SIZE, compressedLeft));
        data.read(input);
        compressedLeft -= input.flip().remaining();
        inflater.setInput(input);
    }

    private CorruptFileException corrupt(String found, String expected) {
        return place.file().corrupt(blockPlace(), found, expected);
    }

    private String blockPlace() {
        return place.array() + ", block " + block + " of " + blocks.count();
    }

    @Override
    public void close() {
        inflater.end();
    }
}
