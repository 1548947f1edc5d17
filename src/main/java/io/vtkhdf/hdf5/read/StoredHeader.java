package io.vtkhdf.hdf5.read;

import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.ByteReader;
import io.vtkhdf.hdf5.LinkTarget;
import io.vtkhdf.hdf5.MessageType;
import io.vtkhdf.hdf5.NotSupported;
import io.vtkhdf.hdf5.StoredFilter;
import io.vtkhdf.hdf5.StoredShape;
import io.vtkhdf.hdf5.StoredType;
import io.vtkhdf.hdf5.StoredValue;
import io.vtkhdf.hdf5.Texts;
import io.vtkhdf.hdf5.jhdf.JhdfMessages;
import io.vtkhdf.hdf5.jhdf.JhdfTypes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The messages, attributes and links of an object, whatever path leads to it. Thread-safe.
 *
 * <p>Where the data lie and the fill value we read on our own: jHDF gives up when a single chunk was never written, and
 * drops that chunks at the edges may have no filters. Attributes are parsed when somebody asks for them: those of types
 * that jHDF does not know do no harm. Messages that nothing depends on are passed over.
 */
final class StoredHeader {

    private final Map<String, ByteBuffer> attributes = new TreeMap<>();
    private final List<ByteBuffer> linkMessages = new ArrayList<>();
    private final List<StoredFilter> filters = new ArrayList<>();
    private final List<DenseIndex> attributeIndexes = new ArrayList<>();
    private NotSupported attributesUnknown;
    private StoredType type;
    private StoredShape shape;
    private SymbolTable symbolTable;
    private DenseIndex linkIndex;
    private LayoutMessage layout;
    private boolean ofHdf5Two;
    private ByteBuffer fillValue;
    private ByteBuffer oldFillValue;
    private volatile Map<String, LinkTarget> links;

    private static final int AFTER_ID = 9;
    private static final int COUNTED = 1;

    /** Where the links of a group of the old style are. */
    record SymbolTable(long tree, long heap) {}

    /** Where links or attributes are if they are many: in a fractal heap, listed by a B-tree of version 2. */
    record DenseIndex(long heap, long tree) {}

    private StoredHeader() {}

    static StoredHeader read(BoundedBytes storage, long address) {
        StoredHeader header = new StoredHeader();
        for (HeaderMessages.Message message : HeaderMessages.read(storage, address)) {
            header.add(message);
        }
        try {
            header.addAttributes(storage);
        } catch (NotSupported e) {
            header.attributesUnknown = e;
        }
        return header;
    }

    private void add(HeaderMessages.Message message) {
        ByteBuffer content = message.content();
        switch (message.type()) {
            case MessageType.DATASPACE -> shape = JhdfMessages.shape(content);
            case MessageType.DATATYPE -> type = JhdfTypes.read(content);
            case MessageType.FILTER_PIPELINE -> filters.addAll(JhdfMessages.filters(content));
            case MessageType.EXTERNAL_FILES ->
                throw new NotSupported(
                        "raw data in other files (HDF5's external storage)",
                        "data in the file itself, into which h5repack puts them");
            case MessageType.DATA_LAYOUT -> {
                ofHdf5Two = LayoutMessage.isOfHdf5Two(content);
                layout = LayoutMessage.read(content);
            }
            case MessageType.OLD_FILL_VALUE -> oldFillValue = fillValue(content);
            case MessageType.FILL_VALUE -> fillValue = newFillValue(content);
            case MessageType.LINK -> linkMessages.add(content);
            case MessageType.LINK_INFO -> linkIndex = denseIndex("links", content, Long.BYTES);
            case MessageType.SYMBOL_TABLE ->
                symbolTable = new SymbolTable(ByteReader.address(content), ByteReader.address(content));
            case MessageType.ATTRIBUTE -> add(content);
            case MessageType.ATTRIBUTE_INFO -> attributeIndexes.add(denseIndex("attributes", content, Short.BYTES));
            default -> {}
        }
    }

    /** Version 0, flags, the number of those ever made if the flags say so, addresses of heap and B-tree. */
    private static DenseIndex denseIndex(String what, ByteBuffer content, int countSize) {
        int version = content.get();
        if (version != 0) {
            throw new NotSupported("a list of " + what + " of version " + version, "0");
        }
        if ((content.get() & COUNTED) != 0) {
            content.position(content.position() + countSize);
        }
        return new DenseIndex(ByteReader.address(content), ByteReader.address(content));
    }

    /** Version, when space is taken, when it is filled, and unless in version 2 it is undefined, size and value. */
    private static ByteBuffer newFillValue(ByteBuffer content) {
        int version = content.get();
        boolean hasValue;
        if (version == 3) {
            hasValue = (content.get() & 1 << 5) != 0;
        } else {
            content.position(3);
            hasValue = content.get() != 0 || version == 1;
        }
        return hasValue ? fillValue(content) : null;
    }

    /** A size and so many bytes. */
    private static ByteBuffer fillValue(ByteBuffer content) {
        int size = content.getInt();
        return size > 0 ? content.slice(content.position(), size) : null;
    }

    private void addAttributes(BoundedBytes storage) {
        for (DenseIndex index : attributeIndexes) {
            if (index.heap() >= 0) {
                FractalHeap heap = FractalHeap.read(storage, index.heap());
                RecordTree.forEach(storage, index.tree(), RecordTree.ATTRIBUTE_NAMES, entry -> addDense(heap, entry));
            }
        }
    }

    /** An entry is: id, flags (1), order of creation (4), hash of the name (4). */
    private void addDense(FractalHeap heap, ByteBuffer entry) {
        int idSize = entry.remaining() - AFTER_ID;
        if ((entry.get(idSize) & HeaderMessages.SHARED) != 0) {
            throw new NotSupported("an attribute that is shared by objects", "one of its own");
        }
        add(heap.get(entry.slice(0, idSize)));
    }

    /**
     * An attribute is: version, 1 byte, sizes of name, datatype and dataspace (2 each), in version 3 the character set
     * of the name, name, …
     */
    private void add(ByteBuffer attribute) {
        ByteBuffer content = attribute.slice().order(ByteOrder.LITTLE_ENDIAN);
        int start = content.get(0) == 3 ? 9 : 8;
        int length = content.getShort(2) & 0xffff;
        attributes.put(Texts.decode(content.slice(start, length), 0), content);
    }

    /** Empty if this is no dataset. */
    Optional<StoredType> type() {
        return Optional.ofNullable(type);
    }

    /** Empty if this is no dataset. */
    Optional<StoredShape> shape() {
        return Optional.ofNullable(shape);
    }

    /** In the order of writing. */
    List<StoredFilter> filters() {
        return filters;
    }

    /** Empty if this is no dataset. */
    Optional<LayoutMessage> layout() {
        return Optional.ofNullable(layout);
    }

    /** Whether where the data lie is told in a way that came with HDF5 2.0. */
    boolean isOfHdf5Two() {
        return ofHdf5Two;
    }

    /**
     * One element as it stands in the file, for what was never written: 0 unless the dataset says otherwise. The old
     * message is for libraries that do not know the new one.
     */
    ByteBuffer fill() {
        ByteBuffer value = fillValue != null ? fillValue : oldFillValue;
        return value != null && value.remaining() == type.size() ? value : ByteBuffer.allocate(type.size());
    }

    /**
     * An attribute; empty if there is none.
     *
     * @throws NotSupported if its type is, or the way in which all of them are stored
     */
    Optional<StoredValue> attribute(String name, BoundedBytes storage) {
        ByteBuffer content = attributes.get(name);
        if (content == null && attributesUnknown != null) {
            throw attributesUnknown;
        }
        return content == null
                ? Optional.empty()
                : Optional.of(JhdfMessages.attribute(content.duplicate().order(ByteOrder.LITTLE_ENDIAN), storage));
    }

    /** Empty unless this is a group of the old style. */
    Optional<SymbolTable> symbolTable() {
        return Optional.ofNullable(symbolTable);
    }

    /** Empty unless there are very many links. */
    Optional<DenseIndex> linkIndex() {
        return linkIndex == null || linkIndex.tree() < 0 ? Optional.empty() : Optional.of(linkIndex);
    }

    Set<String> attributeNames() {
        return attributes.keySet();
    }

    /** The contents of the messages of links. */
    List<ByteBuffer> linkMessages() {
        return linkMessages;
    }

    /** Null if they have not been read. */
    Map<String, LinkTarget> links() {
        return links;
    }

    void setLinks(Map<String, LinkTarget> read) {
        links = read;
    }
}
