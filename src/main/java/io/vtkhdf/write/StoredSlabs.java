package io.vtkhdf.write;

import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.format.FillValue;
import io.vtkhdf.format.ImageArray;
import io.vtkhdf.hdf5.read.ChunkedBlocks;
import io.vtkhdf.hdf5.read.StoredChunks;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.hdf5.write.ChunkTable;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.write.store.ChunkedSlabs;
import io.vtkhdf.write.store.ContiguousStore;
import io.vtkhdf.write.store.RawSlabs;
import io.vtkhdf.write.store.ReservedParts;
import io.vtkhdf.write.store.ReservedSlabs;
import io.vtkhdf.write.store.SlabSpace;
import io.vtkhdf.write.store.StoreTools;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * A point or cell array of all complete steps of a file: where its slabs are, each in a place of its own, so that more
 * can be added without writing them again.
 */
final class StoredSlabs {

    private final ImageArray stored;
    private final StoredDataset dataset;
    private final ArrayShape shape;
    private final int steps;
    private final int slabs;
    private final Storage storage;
    /** Of the first slab if they are contiguous. */
    private final OptionalLong address;
    /** Whether its slabs are as they are where storage is raw. */
    private final boolean isRaw;

    /** @param steps at least one */
    StoredSlabs(ImageArray stored, ImageGeometry geometry, int steps) throws IOException {
        this.stored = stored;
        this.dataset = stored.dataset();
        this.shape = ArrayShape.of(stored.spec(), geometry);
        this.steps = steps;
        this.slabs = countSlabs();
        requireForm();
        require(stored.blocks().storedCount() > 0 || hasOurFill(), "an array that was never written");
        this.address = dataset.contiguousAddress();
        this.storage = address.isPresent() ? Storage.raw() : chunkedStorage();
        this.isRaw = address.isPresent()
                || storage.filters().isEmpty()
                        && storage.chunkOf(shape)
                                .orElseThrow()
                                .equals(ReservedParts.fewest(shape).part());
    }

    ArrayShape shape() {
        return shape;
    }

    private int countSlabs() throws IOException {
        long last = 0;
        for (int step = 0; step < steps; step++) {
            last = Math.max(last, slab(step));
        }
        return Math.toIntExact(last + 1);
    }

    /** The slab of a step, which the dataset has. */
    private long slab(int step) throws IOException {
        return steps == 1 ? 0 : stored.atStep(step).axes().start()[0];
    }

    private void requireForm() throws IOException {
        require(dataset.numbers().isAsWritten(), "numbers of another form, or big-endian");
        long[] size = dataset.shape();
        long[] slab = steps == 1 ? size : Arrays.copyOfRange(size, 1, size.length);
        require(Arrays.equals(slab, shape.hdf5()), "the shape " + Arrays.toString(size));
    }

    private void require(boolean fulfilled, String found) throws UnsupportedFileException {
        StoredStorage.require(dataset, fulfilled, found);
    }

    private Storage chunkedStorage() throws IOException {
        require(dataset.blocks() instanceof ChunkedBlocks, "data that are neither contiguous nor in chunks");
        int[] chunk = stored.blocks().grid().chunkShape();
        require(steps == 1 || chunk[0] == 1, "chunks of " + chunk[0] + " steps");
        int components = shape.spec().components();
        require(components == 1 || chunk[chunk.length - 1] == components, "chunks of parts of tuples");
        Dimensions size = stored.chunk().orElseThrow();
        Dimensions array = shape.dimensions();
        boolean fits = size.x() <= array.x() && size.y() <= array.y() && size.z() <= array.z();
        require(fits, "chunks of " + size + ", larger than the image");
        Storage found = StoredStorage.ofChunks(stored);
        SizeLimits.requireHeap(shape, found);
        return found;
    }

    /**
     * The array, to go on with.
     *
     * @param isReserved whether the space behind it is that of the steps to come
     * @param isResumed see {@link SeriesArray#resumed}
     */
    SeriesArray restore(WriterSession session, boolean isReserved, boolean isResumed) throws IOException {
        SlabSpace space = space(session.tools(), isReserved);
        SeriesArray array = isResumed
                ? SeriesArray.resumed(session.file(), shape, isRaw ? Storage.raw() : storage, space)
                : SeriesArray.found(session.file(), shape, isRaw ? Storage.raw() : storage, space);
        for (int step = 0; step < steps; step++) {
            array.settleAt(slab(step));
        }
        return array;
    }

    private SlabSpace space(StoreTools tools, boolean isReserved) throws IOException {
        if (address.isPresent() && isReserved) {
            return ReservedSlabs.resume(tools, shape, slabs, address.getAsLong());
        }
        return isRaw ? rawSlabs(tools) : chunkedSlabs(tools);
    }

    private RawSlabs rawSlabs(StoreTools tools) throws IOException {
        RawSlabs space = new RawSlabs(tools, shape);
        long slabBytes = ContiguousStore.bytes(shape);
        for (int slab = 0; slab < slabs; slab++) {
            if (address.isPresent()) {
                space.settle(address.getAsLong() + slab * slabBytes);
            } else {
                space.settle(chunks(slab));
            }
        }
        return space;
    }

    private ChunkedSlabs chunkedSlabs(StoreTools tools) throws IOException {
        ChunkedSlabs space =
                new ChunkedSlabs(tools, shape, storage.chunkOf(shape).orElseThrow(), storage.encoder(shape));
        for (int slab = 0; slab < slabs; slab++) {
            space.settle(chunks(slab));
        }
        return space;
    }

    /** The chunks of a slab. */
    private ChunkTable chunks(int slab) throws IOException {
        ChunkedBlocks blocks = (ChunkedBlocks) stored.blocks();
        long all = steps == 1 ? 1 : dataset.shape()[0];
        int count = Math.toIntExact(blocks.grid().count() / all);
        ChunkTable table = new ChunkTable(count);
        for (int number = 0; number < count; number++) {
            StoredChunks.Chunk found = blocks.find((long) slab * count + number);
            require(found != null || hasOurFill(), "chunks that were never written, and another fill value");
            require(found == null || found.filterMask() == 0, "a chunk that has left out filters");
            if (found != null) {
                table.set(number, found.address(), Math.toIntExact(found.size()));
            }
        }
        return table;
    }

    private boolean hasOurFill() {
        ByteBuffer found = dataset.fillValue();
        return found.equals(ByteBuffer.wrap(new FillValue(shape.spec().type()).value()));
    }
}
