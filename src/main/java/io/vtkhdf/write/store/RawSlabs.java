package io.vtkhdf.write.store;

import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.hdf5.write.ChunkPlaces;
import io.vtkhdf.hdf5.write.ChunkTree;
import io.vtkhdf.hdf5.write.ChunkedLayout;
import io.vtkhdf.hdf5.write.ContiguousLayout;
import io.vtkhdf.hdf5.write.Layout;
import io.vtkhdf.hdf5.write.PlacedChunks;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Raw slabs wherever there is room: the whole is chunks without filters, a slab or an equal part of one each. */
public final class RawSlabs implements SlabSpace {

    private final StoreTools tools;
    private final ArrayShape shape;
    private final ReservedParts parts;
    private final long slabBytes;
    private final PlacedChunks places = new PlacedChunks(false);
    private final ChunkTree tree;
    private int count;
    private int lastNumber = -1;
    private long lastAddress;
    /** Whether all parts of the first slab stand one behind the other. */
    private boolean isFirstWhole;

    public RawSlabs(StoreTools tools, ArrayShape shape) {
        this.tools = tools;
        this.shape = shape;
        this.parts = ReservedParts.fewest(shape);
        this.slabBytes = ContiguousStore.bytes(shape);
        this.tree = new ChunkTree(shape.hdf5(), withTime(shape.hdf5Chunk(parts.part())), 0);
    }

    @Override
    public Slab begin(int number, WrittenSlices written) {
        if (number == lastNumber) {
            return Slab.raw(ContiguousStore.resume(tools, shape, written, lastAddress), lastAddress);
        }
        lastNumber = number;
        lastAddress = tools.file().allocate(slabBytes);
        return Slab.raw(ContiguousStore.fresh(tools, shape, written, lastAddress), lastAddress);
    }

    @Override
    public void settle(Slab slab) {
        if (slab.chunks().isPresent()) {
            settle(slab.chunks().get()); // An earlier run has begun it as a chunk that is all of a slab.
        } else {
            settle(slab.address());
        }
    }

    /** A slab that stands at an address. */
    public void settle(long address) {
        long partBytes = slabBytes / parts.count();
        for (int part = 0; part < parts.count(); part++) {
            places.add(address + part * partBytes, 0);
        }
        isFirstWhole |= count == 0;
        count++;
    }

    /** A slab whose parts stand at these places. */
    public void settle(ChunkPlaces found) {
        places.addAll(found);
        count++;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Layout layout() {
        return ChunkedLayout.growing(
                withTime(shape.hdf5Chunk(parts.part())), shape.spec().type().size(), List.of(), places, tree);
    }

    @Override
    public Layout firstLayout() {
        return isFirstWhole
                ? new ContiguousLayout(places.first(1).address(0), slabBytes)
                : new ChunkedLayout(
                        shape.hdf5Chunk(parts.part()),
                        shape.spec().type().size(),
                        List.of(),
                        places.first(Math.toIntExact(parts.count())));
    }

    /** The shape of chunks of one step. */
    public static int[] withTime(int[] chunk) {
        return IntStream.concat(IntStream.of(1), Arrays.stream(chunk)).toArray();
    }
}
