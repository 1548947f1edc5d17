package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.Box;
import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.hdf5.FileBytes;
import io.vtkhdf.hdf5.LayoutClass;
import io.vtkhdf.hdf5.Span;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Data that stand in the dataset's header: one block. */
final class CompactBlocks implements LoadedBlocks {

    private final StoredFile file;
    private final ChunkGrid grid;
    private final ByteBuffer data;
    private final int elements;

    CompactBlocks(StoredFile file, long[] shape, ByteBuffer data) {
        this.file = file;
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
    public StoredFile file() {
        return file;
    }

    @Override
    public Span needed(long block, Box box) {
        return null;
    }

    @Override
    public Loader loader(FileBytes bytes, long[] firstPlace, int[] places) {
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
    public void verify(FileBytes bytes, long block) {}

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
