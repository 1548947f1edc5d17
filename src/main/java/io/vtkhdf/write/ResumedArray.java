package io.vtkhdf.write;

import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.format.ImageArray;
import io.vtkhdf.format.UnfinishedMarks;
import io.vtkhdf.hdf5.read.ChunkedBlocks;
import io.vtkhdf.hdf5.read.StoredAttribute;
import io.vtkhdf.hdf5.read.StoredChunks;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.hdf5.write.ChunkTable;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.write.store.ChunkedSlabs;
import io.vtkhdf.write.store.ChunkedStore;
import io.vtkhdf.write.store.ContiguousStore;
import io.vtkhdf.write.store.RawSlabs;
import io.vtkhdf.write.store.ReservedParts;
import io.vtkhdf.write.store.ReservedSlabs;
import io.vtkhdf.write.store.Slab;
import io.vtkhdf.write.store.SlabSpace;
import io.vtkhdf.write.store.StoreTools;
import io.vtkhdf.write.store.WrittenSlices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** What an interrupted run has left of a point or cell array, all of it inside the file. */
final class ResumedArray {

    private final ImageArray stored;
    private final StoredDataset dataset;
    private final ArrayShape shape;
    private final WrittenSlices written;
    private final Storage storage;
    /** Of the space reserved for it if it is stored raw, else null. */
    private final Long address;
    /** Null if it is stored raw. */
    private final ChunkTable chunks;

    ResumedArray(ImageArray stored, ImageGeometry geometry) throws IOException {
        this.stored = stored;
        this.dataset = stored.dataset();
        this.shape = ArrayShape.of(stored.spec(), geometry);
        this.written = new WrittenSlices(stored.spec().name(), shape.dimensions());
        require(dataset.numbers().isAsWritten() && Arrays.equals(dataset.shape(), shape.hdf5()), "another form");
        OptionalLong contiguous = dataset.contiguousAddress();
        Optional<StoredAttribute> reserved = dataset.attribute(UnfinishedMarks.RESERVED);
        if (contiguous.isPresent()) {
            this.address = contiguous.getAsLong();
            written.found(0, shape.dimensions().z());
        } else if (reserved.isPresent()) {
            this.address = reserved.get().longInteger();
            dataset.requireHeld(address);
            claimParts();
        } else {
            this.address = null;
        }
        this.storage = address == null ? StoredStorage.ofChunks(stored) : Storage.raw();
        this.chunks = address == null ? claimChunks() : null;
    }

    private void require(boolean fulfilled, String found) throws UnsupportedFileException {
        StoredStorage.require(dataset, fulfilled, found);
    }

    private ChunkedBlocks storedChunks() throws IOException {
        require(dataset.blocks() instanceof ChunkedBlocks, "another layout");
        return (ChunkedBlocks) dataset.blocks();
    }

    /** The parts of the reserved space that are there. */
    private void claimParts() throws IOException {
        ReservedParts parts = ReservedParts.of(shape);
        ChunkedBlocks blocks = storedChunks();
        int[] partShape = shape.hdf5Chunk(parts.part());
        require(Arrays.equals(blocks.grid().chunkShape(), partShape), "other parts");
        require(blocks.filters().isEmpty(), "filters in the reserved space");
        long partBytes = blocks.chunkSize();
        boolean[] there = new boolean[Math.toIntExact(parts.count())];
        for (int part = 0; part < there.length; part++) {
            StoredChunks.Chunk chunk = blocks.find(part);
            there[part] = chunk != null;
            require(chunk == null || chunk.address() == address + part * partBytes, "a chunk in another place");
        }
        written.foundLayers(parts.part().z(), parts.partsOfSlice(), part -> there[(int) part]);
    }

    private ChunkTable claimChunks() throws IOException {
        ChunkedBlocks blocks = storedChunks();
        SizeLimits.require(shape, storage);
        ChunkTable table = new ChunkTable(Math.toIntExact(blocks.grid().count()));
        boolean[] there = new boolean[Math.toIntExact(blocks.grid().count())];
        for (int number = 0; number < there.length; number++) {
            StoredChunks.Chunk chunk = blocks.find(number);
            if (chunk != null) {
                require(chunk.filterMask() == 0, "a chunk that has left out filters");
                table.set(number, chunk.address(), Math.toIntExact(chunk.size()));
                there[number] = true;
            }
        }
        int thickness = stored.chunk().orElseThrow().z();
        long layers = (shape.dimensions().z() - 1) / thickness + 1;
        int layerChunks = (int) (there.length / layers);
        written.foundLayers(thickness, layerChunks, chunk -> there[(int) chunk]);
        for (int number = 0; number < there.length; number++) {
            if (!written.contains(number / layerChunks * thickness)) {
                table.forget(number); // Its slices are missing, so it comes again.
            }
        }
        return table;
    }

    /** @throws ResumeMismatchException if an array of this name is to be made that is another, or stored otherwise */
    void requireSame(Path file, ArraySpec asked, Storage askedStorage) {
        requireSame(file, ResumeMismatchException.Aspect.ARRAY, describe(shape.spec()), describe(asked));
        requireSame(
                file,
                ResumeMismatchException.Aspect.STORAGE,
                storage.of(shape),
                askedStorage.goingOnWith(storage, shape).of(shape));
    }

    private void requireSame(Path file, ResumeMismatchException.Aspect aspect, Object found, Object asked) {
        if (!found.equals(asked)) {
            String place =
                    shape.spec().association().groupName() + "/" + shape.spec().name() + ": ";
            throw ResumeMismatchException.of(aspect, file, place, found.toString(), asked.toString());
        }
    }

    static String describe(ArraySpec spec) {
        String names = spec.componentNames().isEmpty() ? "" : " " + spec.componentNames();
        return spec.type().vtkName() + " of " + spec.components()
                + (spec.components() == 1 ? " component" : " components") + names;
    }

    ArrayShape shape() {
        return shape;
    }

    WrittenSlices written() {
        return written;
    }

    /** What takes the slices that are missing. */
    Slab slab(StoreTools tools) {
        return address == null
                ? Slab.chunked(ChunkedStore.resume(
                        tools, shape, storage.chunkOf(shape).orElseThrow(), storage.encoder(shape), chunks))
                : Slab.raw(ContiguousStore.resume(tools, shape, written, address), address);
    }

    /** The array of a series of which it is the first step. */
    SeriesArray restore(WriterSession session, TimeAxis axis) {
        StoreTools tools = session.tools();
        SlabSpace space;
        if (address == null) {
            space = new ChunkedSlabs(tools, shape, storage.chunkOf(shape).orElseThrow(), storage.encoder(shape));
        } else if (axis.isGrowing()) {
            space = new RawSlabs(tools, shape);
        } else {
            space = ReservedSlabs.resume(tools, shape, 0, address);
        }
        return SeriesArray.resumed(session.file(), shape, storage, space);
    }

    /**
     * What there is of it at a step of a series.
     *
     * @throws io.vtkhdf.error.FileContentException if it is not as the steps before have it
     */
    StepArray stepArray(WriterSession session, SeriesArray array) throws IOException {
        boolean isSame = array.shape().equals(shape) && array.isStoredAs(storage);
        require(isSame, "another form than in the steps before");
        require(address == null || array.isNext(address), "space in another place");
        return StepArray.of(session, array, slab(session.tools()), written);
    }
}
