package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.chunk.Filter;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.hdf5.StoredFilter;
import io.vtkhdf.hdf5.StoredShape;
import io.vtkhdf.hdf5.StoredType;
import io.vtkhdf.hdf5.read.LayoutMessage.Chunked;
import io.vtkhdf.hdf5.read.LayoutMessage.Compact;
import io.vtkhdf.hdf5.read.LayoutMessage.Contiguous;
import io.vtkhdf.hdf5.read.LayoutMessage.Virtual;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** The structure of an HDF5 dataset, checked as far as it can be without reading data. Immutable. */
public final class StoredDataset {

    private final StoredObject object;
    private final StoredType type;
    private final StoredShape space;
    private final long[] shape;
    private final long size;

    private StoredDataset(StoredObject object, StoredType type, StoredShape space) throws IOException {
        this.object = object;
        this.type = type;
        this.space = space;
        this.shape = space.sizes();
        if (type.size() < 1 || Arrays.stream(shape).anyMatch(n -> n < 0)) {
            throw file().corrupt(
                            path(),
                            "shape " + Arrays.toString(shape) + " of elements of " + type.size() + " bytes",
                            "a positive size");
        }
        this.size = countBytes();
    }

    private long countBytes() throws IOException {
        try {
            return Math.multiplyExact(space.elements(), (long) type.size());
        } catch (ArithmeticException e) {
            throw file().corrupt(
                            path(),
                            "shape " + Arrays.toString(shape) + " of elements of " + type.size() + " bytes",
                            "less than 2^63 bytes in all");
        }
    }

    public static StoredDataset of(StoredObject object) throws IOException {
        Optional<StoredType> type = object.header().type();
        Optional<StoredShape> space = object.header().shape();
        if (type.isEmpty() || space.isEmpty()) {
            String missing = type.isEmpty() ? "an object without a datatype" : "an object without a dataspace";
            throw object.file().corrupt(object.path(), missing, "a whole dataset");
        }
        return new StoredDataset(object, type.get(), space.get());
    }

    public StoredFile file() {
        return object.file();
    }

    public String path() {
        return object.path();
    }

    public long[] shape() {
        return shape.clone();
    }

    /** The bytes of all elements. */
    public long size() {
        return size;
    }

    public StoredType type() {
        return type;
    }

    /** What the elements are, for people. */
    public String typeName() {
        return type.describe();
    }

    /** @throws UnsupportedFileException if the elements are not of one of the ten scalar types */
    public StoredNumbers numbers() throws IOException {
        Optional<StoredNumbers> numbers = StoredNumbers.of(type);
        if (numbers.isEmpty()) {
            throw file().unsupported(
                            path(),
                            "elements of " + typeName(),
                            "integers of 8 to 64 bits, or IEEE floating-point numbers of 32 or 64 bits");
        }
        return numbers.get();
    }

    public Optional<StoredAttribute> attribute(String name) throws IOException {
        return object.attribute(name);
    }

    public Optional<StoredAttribute> attributeIfSupported(String name) throws IOException {
        return object.attributeIfSupported(name);
    }

    /**
     * The strings that elements stand for, as the file has them.
     *
     * @throws CorruptFileException if they are not to be found
     */
    public List<String> strings(ByteBuffer elements) throws IOException {
        if (!(type instanceof StoredType.Text text)) {
            throw file().corrupt(path(), "elements of " + typeName(), "strings");
        }
        return file().parse(path(), storage -> StoredStrings.read(storage, text, elements));
    }

    /** How to get at the data, which must not be empty. */
    public Blocks blocks() throws IOException {
        LayoutMessage layout = layout();
        if (layout instanceof Compact compact) {
            return new CompactBlocks(shape, requireSize(compact.data()));
        }
        if (layout instanceof Contiguous contiguous) {
            return contiguous(contiguous.address());
        }
        if (layout instanceof Virtual) {
            throw file().unsupported(path(), "a virtual dataset", "compact, contiguous or chunked data");
        }
        return chunked((Chunked) layout);
    }

    /** Whether HDF5 1 cannot open it. */
    public boolean isOfHdf5Two() throws IOException {
        return object.header().isOfHdf5Two()
                || layout() instanceof Virtual virtual
                        && file().parse(path(), storage -> VirtualPart.isOfHdf5Two(storage, virtual));
    }

    public boolean isVirtual() throws IOException {
        return layout() instanceof Virtual;
    }

    /** The datasets that it is made of; empty if it is not virtual. */
    public List<VirtualPart> virtualParts() throws IOException {
        return layout() instanceof Virtual virtual
                ? file().parse(path(), storage -> VirtualPart.read(storage, virtual))
                : List.of();
    }

    private LayoutMessage layout() throws IOException {
        Optional<LayoutMessage> layout = object.header().layout();
        if (layout.isEmpty()) {
            throw file().corrupt(path(), "an object without a data layout", "a whole dataset");
        }
        return layout.get();
    }

    private ByteBuffer requireSize(ByteBuffer data) throws IOException {
        if (data.remaining() < size) {
            throw file().corrupt(path(), data.remaining() + " bytes of data", Long.toString(size));
        }
        return data;
    }

    private Blocks contiguous(long address) throws IOException {
        if (address >= 0) {
            requireHeld(address);
        }
        return new ContiguousBlocks(file(), address, shape, type.size());
    }

    private Blocks chunked(Chunked layout) throws IOException {
        int[] chunk = chunkShape(layout);
        List<StoredFilter> filters = filters();
        ChunkGrid grid = new ChunkGrid(shape, chunk);
        int chunkSize = chunkSize(chunk);
        long memory = Runtime.getRuntime().maxMemory() / 4 * 3;
        if (!filters.isEmpty() && chunkSize > memory) {
            throw file().unsupported(
                            path(),
                            "chunks of " + chunkSize + " bytes to be decoded",
                            "at most " + memory + ", three quarters of Java's heap (-Xmx)");
        }
        return new ChunkedBlocks(file(), path(), grid, filters, type.size(), chunkSize, index(layout, grid));
    }

    private int chunkSize(int[] chunk) throws IOException {
        return file().parse(path(), storage -> Math.multiplyExact(ChunkGrid.elements(chunk), type.size()));
    }

    private ChunkIndex index(Chunked layout, ChunkGrid grid) throws IOException {
        return new ChunkIndex(
                layout,
                grid,
                space.maxSizes(),
                chunkSize(grid.chunkShape()),
                !object.header().filters().isEmpty());
    }

    /** The filters that a reader of the data needs: those that at least one chunk did not leave out. */
    public List<StoredFilter> neededFilters() throws IOException {
        List<StoredFilter> stored = object.header().filters();
        if (stored.isEmpty() || size == 0 || !(layout() instanceof Chunked layout)) {
            return List.of();
        }
        ChunkIndex index = index(layout, new ChunkGrid(shape, chunkShape(layout)));
        int unneeded = file().parse(path(), index::read).leftOutByAll();
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
            throw file().corrupt(path(), "chunks of shape " + Arrays.toString(chunk), "rank " + shape.length);
        }
        return chunk;
    }

    /** The parameters of the filter of the given number; empty if there is none. */
    public Optional<int[]> filterParameters(int id) {
        return object.header().filters().stream()
                .filter(filter -> filter.id() == id)
                .map(StoredFilter::parameters)
                .findFirst();
    }

    /** Where the data lie if they are contiguous, inside the file; empty if they are stored otherwise. */
    public OptionalLong contiguousAddress() throws IOException {
        if (!(layout() instanceof Contiguous contiguous)) {
            return OptionalLong.empty();
        }
        requireHeld(contiguous.address());
        return OptionalLong.of(contiguous.address());
    }

    /** @throws CorruptFileException if so many bytes as the data take are not inside the file at that address */
    public void requireHeld(long address) throws IOException {
        if (!file().bytes().holds(address, size)) {
            throw file().corrupt(
                            path(),
                            size + " bytes of data at address " + address,
                            "data inside the file of " + file().bytes().length() + " bytes");
        }
    }

    private List<StoredFilter> filters() throws IOException {
        List<StoredFilter> filters = object.header().filters();
        int deflates = 0;
        for (StoredFilter filter : filters) {
            deflates += filter.id() == Filter.DEFLATE ? 1 : 0;
            if (!Filter.isKnown(filter.id())) {
                throw file().unsupported(path(), "the filter " + filter.name(), "deflate, shuffle or fletcher32");
            }
        }
        if (deflates > 1) {
            throw file().unsupported(path(), "data deflated twice", "one deflate filter");
        }
        return filters;
    }

    /** One element as it stands in the file, for chunks never written: 0 unless the dataset says otherwise. */
    public ByteBuffer fillValue() {
        return object.header()
                .fillValue()
                .filter(value -> value.remaining() == type.size())
                .orElseGet(() -> ByteBuffer.allocate(type.size()));
    }
}
