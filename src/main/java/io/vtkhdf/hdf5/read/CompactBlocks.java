package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.hdf5.LayoutClass;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Data that stand in the dataset's header: one block. */
final class CompactBlocks implements LoadedBlocks {

    private final ChunkGrid grid;
    private final ByteBuffer data;
    private final int elements;

    CompactBlocks(long[] shape, ByteBuffer data) {
        this.grid = new ChunkGrid(
                shape, Arrays.stream(shape).mapToInt(Math::toIntExact).toArray());
        this.data = data;
        this.elements = grid.chunkElements();
    }

    @Override
    public ChunkGrid grid() {
        return grid;
    }

    @Override
    public Loader loader(long[] firstPlace, int[] places) {
        return (block, box) -> {
            int from = data.limit() / elements * box.first();
            return new Elements(data.slice(from, data.limit() - from), box.strides());
        };
    }

    @Override
    public long storedCount() {
        return 1;
    }

    @Override
    public Stored stored(long index) {
        return new Stored(0, 0, data.limit());
    }

    @Override
    public void verify(long block) {}

    @Override
    public long loaderMemory() {
        return data.limit();
    }

    @Override
    public LayoutClass storage() {
        return LayoutClass.COMPACT;
    }

    @Override
    public long storedBytes() {
        return data.limit();
    }
}
