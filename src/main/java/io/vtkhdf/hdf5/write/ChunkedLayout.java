package io.vtkhdf.hdf5.write;

import io.vtkhdf.chunk.Filter;
import io.vtkhdf.hdf5.ByteWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Data in chunks of one shape, each through the filters; data layout message version 4.
 *
 * <pre>
 * u8  version 4
 * u8  class 2
 * u8  flags: 2 if there is a single chunk and it has filters
 * u8  rank + 1
 * u8  n, the bytes that a size takes
 * u8n the chunk's size along each axis, slowest first; the size of an element
 * u8  index type: 1 single chunk, 3 fixed array, 5 B-tree of version 2
 *     single chunk with filters: u64 size in the file, u32 filters left out: 0
 *     fixed array: u8 page bits
 *     B-tree: u32 size of a node, u8 split percentage, u8 merge percentage
 * u64 address of the chunk, of the {@link FixedArray} or of the {@link ChunkTree}
 * </pre>
 */
public final class ChunkedLayout implements Layout {

    private static final int ALLOCATED_INCREMENTALLY = 3;
    private static final int SINGLE_CHUNK_WITH_FILTERS = 2;
    private static final int SINGLE_CHUNK = 1;
    private static final int FIXED_ARRAY = 3;
    private static final int B_TREE = 5;

    /** The bytes of an index that is written whole again, rather than as a tree of which a few nodes are. */
    private static final int LARGE_INDEX = 4 * ChunkTree.NODE_SIZE;

    private final int[] chunk;
    private final int elementSize;
    private final List<Filter> filters;
    private final ChunkPlaces places;
    private final Optional<ChunkTree> tree;
    private boolean complete;

    /**
     * @param chunk the chunk's size along each axis, the last varying fastest; a dataset of one chunk has that chunk's
     *     shape
     * @param filters in the order of writing
     * @param places has an entry for each chunk, row-major
     */
    public ChunkedLayout(int[] chunk, int elementSize, List<Filter> filters, ChunkPlaces places) {
        this(chunk, elementSize, filters, places, Optional.empty());
    }

    private ChunkedLayout(
            int[] chunk, int elementSize, List<Filter> filters, ChunkPlaces places, Optional<ChunkTree> tree) {
        this.chunk = chunk.clone();
        this.elementSize = elementSize;
        this.filters = List.copyOf(filters);
        this.places = places;
        this.tree = tree;
    }

    /**
     * Of an array that grows along its slowest axis: as long as it does, its index is a tree of which each commit
     * writes a few nodes. Chunks that were never written have no place in a tree: libhdf5 lists each record as a chunk,
     * and h5repack dies of one without an address.
     *
     * @param tree that of all the array's layouts
     */
    public static ChunkedLayout growing(
            int[] chunk, int elementSize, List<Filter> filters, PlacedChunks places, ChunkTree tree) {
        return new ChunkedLayout(
                chunk,
                elementSize,
                filters,
                places.first(places.count()),
                places.isWhole() ? Optional.of(tree) : Optional.empty());
    }

    @Override
    public byte[] write(ByteWriter out) throws IOException {
        synchronized (places) { // One moment's state of it, while other threads write chunks.
            return writeIndex(out);
        }
    }

    private byte[] writeIndex(ByteWriter out) throws IOException {
        boolean single = places.count() == 1;
        boolean filtered = !filters.isEmpty();
        int width = ByteWriter.bytesFor(Math.max(Arrays.stream(chunk).max().orElse(1), elementSize));
        ByteWriter message = new ByteWriter(0)
                .u8(4)
                .u8(2)
                .u8(single && filtered ? SINGLE_CHUNK_WITH_FILTERS : 0)
                .u8(chunk.length + 1)
                .u8(width);
        for (int size : chunk) {
            message.unsigned(size, width);
        }
        message.unsigned(elementSize, width);
        if (isTree()) {
            return message.u8(B_TREE)
                    .u32(ChunkTree.NODE_SIZE)
                    .u8(ChunkTree.SPLIT_PERCENT)
                    .u8(ChunkTree.MERGE_PERCENT)
                    .u64(tree.orElseThrow().write(out, places))
                    .toByteArray();
        }
        if (!single) {
            FixedArray index = new FixedArray(places, filtered ? FixedArray.sizeWidth(chunkBytes()) : 0);
            return message.u8(FIXED_ARRAY)
                    .u8(FixedArray.PAGE_BITS)
                    .u64(index.write(out))
                    .toByteArray();
        }
        message.u8(SINGLE_CHUNK);
        if (filtered) {
            message.u64(places.size(0)).u32(0);
        }
        return message.u64(places.address(0)).toByteArray();
    }

    private long chunkBytes() {
        return Arrays.stream(chunk).asLongStream().reduce(elementSize, Math::multiplyExact);
    }

    private boolean isTree() {
        return tree.isPresent() && !complete && FixedArray.mostBytes(places.count()) > LARGE_INDEX;
    }

    @Override
    public void complete() {
        complete = true;
    }

    @Override
    public long indexBytes() {
        return isTree() ? tree.orElseThrow().changedBytes() : FixedArray.mostBytes(places.count());
    }

    @Override
    public List<Filter> filters() {
        return filters;
    }

    @Override
    public int allocationTime() {
        return ALLOCATED_INCREMENTALLY;
    }
}
