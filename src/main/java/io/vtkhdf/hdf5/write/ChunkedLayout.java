package io.vtkhdf.hdf5.write;

import io.vtkhdf.chunk.Filter;
import io.vtkhdf.hdf5.ByteWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

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
 * u8  index type: 1 single chunk, 3 fixed array
 *     single chunk with filters: u64 size in the file, u32 filters left out: 0
 *     fixed array: u8 page bits
 * u64 address of the chunk or of the {@link FixedArray}
 * </pre>
 */
public final class ChunkedLayout implements Layout {

    private static final int ALLOCATED_INCREMENTALLY = 3;
    private static final int SINGLE_CHUNK_WITH_FILTERS = 2;
    private static final int SINGLE_CHUNK = 1;
    private static final int FIXED_ARRAY = 3;

    private final int[] chunk;
    private final int elementSize;
    private final List<Filter> filters;
    private final ChunkPlaces places;

    /**
     * @param chunk the chunk's size along each axis, the last varying fastest; a dataset of one chunk has that chunk's
     *     shape
     * @param filters in the order of writing
     * @param places has an entry for each chunk, row-major
     */
    public ChunkedLayout(int[] chunk, int elementSize, List<Filter> filters, ChunkPlaces places) {
        this.chunk = chunk.clone();
        this.elementSize = elementSize;
        this.filters = List.copyOf(filters);
        this.places = places;
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

    @Override
    public long indexBytes() {
        return FixedArray.mostBytes(places.count());
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
