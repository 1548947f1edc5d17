package io.vtkhdf.hdf5.read;

import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.AttributeMessage;
import io.jhdf.object.message.Message;
import io.vtkhdf.hdf5.jhdf.JhdfBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.BitSet;
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
 * that jHDF does not know do no harm.
 */
final class StoredHeader {

    private final List<Message> messages = new ArrayList<>();
    private final Map<String, ByteBuffer> attributes = new TreeMap<>();
    private final List<ByteBuffer> linkMessages = new ArrayList<>();
    private UnsupportedHdfException attributesUnknown;
    private DataType type;
    private LayoutMessage layout;
    private boolean ofHdf5Two;
    private ByteBuffer fillValue;
    private ByteBuffer oldFillValue;
    private volatile Map<String, LinkMessage.Target> links;

    private static final int AFTER_ID = 9;

    private StoredHeader() {}

    static StoredHeader read(JhdfBytes storage, long address) {
        StoredHeader header = new StoredHeader();
        for (HeaderMessages.Message message : HeaderMessages.read(storage, address)) {
            header.add(message, storage);
        }
        try {
            header.addAttributes(storage);
        } catch (UnsupportedHdfException e) {
            header.attributesUnknown = e;
        }
        return header;
    }

    private void add(HeaderMessages.Message message, JhdfBytes storage) {
        switch (message.type()) {
            case HeaderMessages.DATA_LAYOUT -> {
                ofHdf5Two = LayoutMessage.isOfHdf5Two(message.content());
                layout = LayoutMessage.read(message.content(), storage);
            }
            case HeaderMessages.OLD_FILL_VALUE -> oldFillValue = fillValue(message.content());
            case HeaderMessages.FILL_VALUE -> fillValue = newFillValue(message.content());
            case HeaderMessages.DATATYPE -> type = parseType(message.content());
            case HeaderMessages.LINK -> linkMessages.add(message.content());
            case HeaderMessages.ATTRIBUTE -> add(message.content());
            default -> messages.add(parse(message, storage));
        }
    }

    /** jHDF reads messages as they stand in headers of version 2. */
    private static Message parse(HeaderMessages.Message message, JhdfBytes storage) {
        int size = message.content().remaining();
        ByteBuffer stored = ByteBuffer.allocate(4 + size).order(ByteOrder.LITTLE_ENDIAN);
        stored.put((byte) message.type()).putShort((short) size).put((byte) message.flags());
        stored.put(message.content()).flip();
        return Message.readObjectHeaderV2Message(stored, storage, false);
    }

    private static DataType parseType(ByteBuffer content) {
        Optional<DataType> odd = OddType.of(content);
        return odd.isPresent() ? odd.get() : DataType.readDataType(content);
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

    private void addAttributes(JhdfBytes storage) {
        for (AttributeInfoMessage info : messages(AttributeInfoMessage.class)) {
            if (info.getFractalHeapAddress() >= 0) {
                FractalHeap heap = FractalHeap.read(storage, info.getFractalHeapAddress());
                RecordTree.forEach(
                        storage,
                        info.getAttributeNameBTreeAddress(),
                        RecordTree.ATTRIBUTE_NAMES,
                        entry -> addDense(heap, entry));
            }
        }
    }

    /** An entry is: id, flags (1), order of creation (4), hash of the name (4). */
    private void addDense(FractalHeap heap, ByteBuffer entry) {
        int idSize = entry.remaining() - AFTER_ID;
        if ((entry.get(idSize) & HeaderMessages.SHARED) != 0) {
            throw new UnsupportedHdfException("found an attribute that is shared by objects, expected one of its own");
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
        attributes.put(StoredLinks.name(content.slice(start, length), 0), content);
    }

    <T extends Message> List<T> messages(Class<T> type) {
        return messages.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Empty if this is no dataset. */
    Optional<DataType> type() {
        return Optional.ofNullable(type);
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
     * As it stands in the file; empty if there is none. The old message is for libraries that do not know the new one.
     */
    Optional<ByteBuffer> fillValue() {
        return Optional.ofNullable(fillValue != null ? fillValue : oldFillValue);
    }

    /**
     * An attribute; null if there is none.
     *
     * @throws UnsupportedHdfException if its type is, or the way in which all of them are stored
     */
    AttributeMessage attribute(String name, JhdfBytes storage) {
        ByteBuffer content = attributes.get(name);
        if (content == null && attributesUnknown != null) {
            throw attributesUnknown;
        }
        return content == null
                ? null
                : new AttributeMessage(content.duplicate().order(ByteOrder.LITTLE_ENDIAN), storage, new BitSet());
    }

    Set<String> attributeNames() {
        return attributes.keySet();
    }

    /** The contents of the messages of links. */
    List<ByteBuffer> linkMessages() {
        return linkMessages;
    }

    /** Null if they have not been read. */
    Map<String, LinkMessage.Target> links() {
        return links;
    }

    void setLinks(Map<String, LinkMessage.Target> read) {
        links = read;
    }
}
