package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.Box;
import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.hdf5.FileBytes;
import io.vtkhdf.hdf5.LayoutClass;
import io.vtkhdf.hdf5.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Data that stand in the file in one piece, cut into blocks that stand in one piece as well. */
final class ContiguousBlocks implements LoadedBlocks {

    private static final int BLOCK_SIZE = 1 << 20;

    private final StoredFile file;
    private final long address;
    private final long[] shape;
    private final int elementSize;
    private final ChunkGrid grid;

    /** @param address negative if no space was ever allocated */
    ContiguousBlocks(StoredFile file, long address, long[] shape, int elementSize) {
        this.file = file;
        this.address = address;
        this.shape = shape;
        this.elementSize = elementSize;
        this.grid = new ChunkGrid(shape, blockShape(shape, elementSize));
    }

    /** As many whole trailing axes as fit, part of the next one, and 1 along the others. */
    static int[] blockShape(long[] shape, int elementSize) {
        int[] block = new int[shape.length];
        Arrays.fill(block, 1);
        int room = Math.max(1, BLOCK_SIZE / elementSize);
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            block[axis] = (int) Math.min(shape[axis], room);
            if (block[axis] < shape[axis]) {
                break;
            }
            room = Math.max(1, room / block[axis]);
        }
        return block;
    }

    @Override
    public ChunkGrid grid() {
        return grid;
    }

    @Override
    public StoredFile file() {
        return file;
    }

    @Override
    public Span needed(long block, Box box) {
        return address < 0 ? null : new Span(address(block, box), box.span() * elementSize);
    }

    private long address(long block, Box box) {
        return address + (start(block) + box.first()) * elementSize;
    }

    @Override
    public Loader loader(FileBytes bytes, long[] firstPlace, int[] places) {
        return new RunLoader(bytes);
    }

    private final class RunLoader implements Loader {
        private final FileBytes bytes;
        private ByteBuffer stage;

        RunLoader(FileBytes bytes) {
            this.bytes = bytes;
        }

        @Override
        public Elements load(long block, Box box) throws IOException {
            if (address < 0) {
                return null;
            }
            int size = box.span() * elementSize;
            if (stage == null || stage.capacity() < size) {
                close();
                stage = file.stages().take(Math.max(size, RegionCopy.PIECE_SIZE));
            }
            bytes.read(address(block, box), stage.limit(size).position(0));
            return new Elements(stage.flip(), box.strides());
        }

        @Override
        public void close() {
            if (stage != null) {
                file.stages().giveBack(stage);
                stage = null;
            }
        }
    }

    @Override
    public long storedCount() {
        return address < 0 ? 0 : grid.count();
    }

    @Override
    public Stored stored(long index) {
        return new Stored(index, address + start(index) * elementSize, (long) elements(index) * elementSize);
    }

    private int elements(long block) {
        return ChunkGrid.elements(grid.sizeInside(grid.place(block)));
    }

    @Override
    public void verify(FileBytes bytes, long block) throws IOException {
        try (RunLoader loader = new RunLoader(bytes)) {
            loader.load(block, new Box(0, new int[] {elements(block)}, new int[] {1}));
        }
    }

    /** The number of the block's first element. */
    private long start(long block) {
        long element = 0;
        long[] start = grid.start(grid.place(block));
        for (int axis = 0; axis < shape.length; axis++) {
            element = element * shape[axis] + start[axis];
        }
        return element;
    }

    @Override
    public long loaderMemory() {
        return Math.max(elementSize, RegionCopy.PIECE_SIZE);
    }

    @Override
    public LayoutClass storage() {
        return LayoutClass.CONTIGUOUS;
    }

    @Override
    public long storedBytes() {
        return address < 0 ? 0 : Arrays.stream(shape).reduce(elementSize, Math::multiplyExact);
    }
}
