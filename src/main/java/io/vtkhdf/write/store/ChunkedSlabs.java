package io.vtkhdf.write.store;

import io.vtkhdf.chunk.ChunkEncoder;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.hdf5.write.ChunkPlaces;
import io.vtkhdf.hdf5.write.ChunkTree;
import io.vtkhdf.hdf5.write.ChunkedLayout;
import io.vtkhdf.hdf5.write.Layout;
import io.vtkhdf.hdf5.write.PlacedChunks;
import io.vtkhdf.image.Dimensions;

/** Slabs in chunks, none of which belongs to more than one. */
public final class ChunkedSlabs implements SlabSpace {

    private final StoreTools tools;
    private final ArrayShape shape;
    private final Dimensions chunk;
    private final ChunkEncoder encoder;
    private final PlacedChunks places;
    private final ChunkTree tree;
    private int count;

    public ChunkedSlabs(StoreTools tools, ArrayShape shape, Dimensions chunk, ChunkEncoder encoder) {
        this.tools = tools;
        this.shape = shape;
        this.chunk = chunk;
        this.encoder = encoder;
        boolean filtered = !encoder.filters().isEmpty();
        this.places = new PlacedChunks(filtered);
        long chunkBytes = chunk.count() * shape.spec().tupleSize();
        this.tree = new ChunkTree(shape.hdf5(), RawSlabs.withTime(shape.hdf5Chunk(chunk)), filtered ? chunkBytes : 0);
    }

    @Override
    public Slab begin(int number, WrittenSlices written) {
        return Slab.chunked(ChunkedStore.create(tools, shape, chunk, encoder));
    }

    @Override
    public void settle(Slab slab) {
        settle(slab.chunks().orElseThrow());
    }

    /** A slab whose chunks have these places. */
    public void settle(ChunkPlaces chunks) {
        places.addAll(chunks);
        count++;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Layout layout() {
        return ChunkedLayout.growing(
                RawSlabs.withTime(shape.hdf5Chunk(chunk)), shape.spec().type().size(), encoder.filters(), places, tree);
    }

    @Override
    public Layout firstLayout() {
        return new ChunkedLayout(
                shape.hdf5Chunk(chunk),
                shape.spec().type().size(),
                encoder.filters(),
                places.first(places.count() / count));
    }
}
