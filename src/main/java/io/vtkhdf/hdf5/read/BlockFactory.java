package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.ChunkFilters;
import io.vtkhdf.chunk.ChunkFormatException;
import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.chunk.Filter;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.hdf5.StoredFilter;
import io.vtkhdf.hdf5.StoredShape;
import io.vtkhdf.hdf5.number.StoredNumbers;
import io.vtkhdf.hdf5.read.LayoutMessage.Chunked;
import io.vtkhdf.hdf5.read.LayoutMessage.Compact;
import io.vtkhdf.hdf5.read.LayoutMessage.Contiguous;
import io.vtkhdf.hdf5.virtual.PartListener;
import io.vtkhdf.runtime.MemoryBudget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds out how to get at the data of a dataset, and whether we can. */
final class BlockFactory {

    private final StoredFile file;
    private final String path;
    private final StoredHeader header;
    private final StoredShape space;
    private final Optional<VirtualMappings> mappings;
    private final long[] shape;
    private final int elementSize;
    private final long size;

    /**
     * @param header has a type and a shape
     * @param mappings what it is made of if it is virtual
     * @param shape as it is, which may be another one than the header has if the dataset is virtual
     * @param size the bytes of all elements
     */
    BlockFactory(
            StoredFile file,
            String path,
            StoredHeader header,
            Optional<VirtualMappings> mappings,
            long[] shape,
            long size) {
        this.file = file;
        this.path = path;
        this.header = header;
        this.space = header.shape().orElseThrow();
        this.mappings = mappings;
        this.shape = shape;
        this.elementSize = header.type().orElseThrow().size();
        this.size = size;
    }

    /** How to get at the data, which must not be empty. */
    Blocks blocks() throws IOException {
        LayoutMessage layout = layout();
        if (layout instanceof Compact compact) {
            return new CompactBlocks(file, shape, requireSize(compact.data()));
        }
        if (layout instanceof Contiguous contiguous) {
            return contiguous(contiguous.address());
        }
        if (mappings.isPresent()) {
            return virtual(mappings.get());
        }
        return chunked((Chunked) layout);
    }

    private Blocks virtual(VirtualMappings parts) throws IOException {
        Optional<StoredNumbers> numbers = StoredNumbers.of(header.type().orElseThrow());
        if (numbers.isEmpty()) {
            throw file.unsupported(
                    path,
                    "a virtual dataset of " + header.type().orElseThrow().describe(),
                    "one of numbers; h5repack and h5copy put others into the file itself");
        }
        return unbounded(parts, numbers.get()).requireReach();
    }

    private VirtualBlocks unbounded(VirtualMappings parts, StoredNumbers numbers) {
        return new VirtualBlocks(parts, numbers, numbers.form(header.fill()), shape);
    }

    /** Tells what is wrong with the parts of a virtual dataset of numbers, also of one that has some out of reach. */
    void checkParts(PartListener listener) throws IOException {
        Optional<StoredNumbers> numbers = StoredNumbers.of(header.type().orElseThrow());
        if (numbers.isPresent() && size > 0 && mappings.isPresent()) {
            unbounded(mappings.get(), numbers.get()).checkParts(listener);
        }
    }

    /** Whether HDF5 1 cannot read what it is made of. */
    boolean isMappedByHdf5Two() throws IOException {
        return mappings.isPresent() && mappings.get().isOfHdf5Two();
    }

    private LayoutMessage layout() throws IOException {
        Optional<LayoutMessage> layout = header.layout();
        if (layout.isEmpty()) {
            throw file.corrupt(path, "an object without a data layout", "a whole dataset");
        }
        return layout.get();
    }

    private ByteBuffer requireSize(ByteBuffer data) throws IOException {
        if (data.remaining() < size) {
            throw file.corrupt(path, data.remaining() + " bytes of data", Long.toString(size));
        }
        return data;
    }

    private Blocks contiguous(long address) throws IOException {
        if (address >= 0) {
            requireHeld(address);
        }
        return new ContiguousBlocks(file, address, shape, elementSize);
    }

    private Blocks chunked(Chunked layout) throws IOException {
        int[] chunk = chunkShape(layout);
        List<StoredFilter> filters = filters();
        ChunkGrid grid = new ChunkGrid(shape, chunk);
        int chunkSize = chunkSize(chunk);
        ChunkFilters pipeline = pipeline(filters, chunkSize);
        MemoryBudget memory = pipeline.isHeldTwice() ? MemoryBudget.UNPACKED_CHUNK : MemoryBudget.CHUNK;
        if (!filters.isEmpty() && chunkSize > memory.bytes()) {
            throw file.unsupported(
                    path,
                    "chunks of " + chunkSize + " bytes to be decoded",
                    "at most " + memory.bytes() + ", " + memory.share());
        }
        return new ChunkedBlocks(file, path, grid, filters, pipeline, elementSize, index(layout, grid));
    }

    private ChunkFilters pipeline(List<StoredFilter> filters, int chunkSize) throws IOException {
        try {
            return ChunkFilters.of(filters.stream().map(StoredFilter::filter).toList(), chunkSize);
        } catch (ChunkFormatException e) {
            throw file.corrupt(path, e.found(), e.expected());
        }
    }

    private int chunkSize(int[] chunk) throws IOException {
        return file.parse(path, storage -> Math.multiplyExact(ChunkGrid.elements(chunk), elementSize));
    }

    private ChunkIndex index(Chunked layout, ChunkGrid grid) throws IOException {
        return new ChunkIndex(
                layout,
                grid,
                space.maxSizes(),
                chunkSize(grid.chunkShape()),
                !header.filters().isEmpty());
    }

    /** The filters that a reader of the data needs: those that at least one chunk did not leave out. */
    List<StoredFilter> neededFilters() throws IOException {
        List<StoredFilter> stored = header.filters();
        if (stored.isEmpty() || size == 0 || !(layout() instanceof Chunked layout)) {
            return List.of();
        }
        ChunkIndex index = index(layout, new ChunkGrid(shape, chunkShape(layout)));
        int unneeded = file.parse(path, index::read).leftOutByAll();
        return IntStream.range(0, stored.size())
                .filter(i -> (unneeded >> i & 1) == 0)
                .mapToObj(stored::get)
                .toList();
    }

    private int[] chunkShape(Chunked layout) throws IOException {
        int[] chunk = layout.chunk();
        boolean empty = false;
        for (int n : chunk) {
            empty |= n < 1;
        }
        if (chunk.length != shape.length || empty) {
            throw file.corrupt(path, "chunks of shape " + Arrays.toString(chunk), "rank " + shape.length);
        }
        return chunk;
    }

    private List<StoredFilter> filters() throws IOException {
        List<StoredFilter> filters = header.filters();
        Set<Integer> packers = new HashSet<>();
        for (StoredFilter filter : filters) {
            if (!Filter.isKnown(filter.id())) {
                throw file.unsupported(
                        path,
                        "the filter " + filter.name(),
                        "deflate, shuffle, fletcher32, lzf, nbit or scaleoffset: HDF5's 'h5repack -f GZIP=1', where it"
                                + " has that filter, makes such a file");
            }
            if (Filter.isPacker(filter.id()) && !packers.add(filter.id())) {
                throw file.unsupported(path, "the filter " + filter.name() + " twice", "it once");
            }
        }
        return filters;
    }

    /** Where the data lie if they are contiguous, inside the file; empty if they are stored otherwise. */
    OptionalLong contiguousAddress() throws IOException {
        if (!(layout() instanceof Contiguous contiguous)) {
            return OptionalLong.empty();
        }
        requireHeld(contiguous.address());
        return OptionalLong.of(contiguous.address());
    }

    /** @throws CorruptFileException if so many bytes as the data take are not inside the file at that address */
    void requireHeld(long address) throws IOException {
        if (!file.bytes().holds(address, size)) {
            throw file.corrupt(
                    path,
                    size + " bytes of data at address " + address,
                    "data inside the file of " + file.bytes().length() + " bytes");
        }
    }
}
