package io.vtkhdf;

import io.jhdf.btree.record.AttributeNameForIndexedAttributesRecord;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.AttributeMessage;
import io.jhdf.object.message.Message;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The messages, attributes and links of an object, whatever path leads to it. Thread-safe.
 *
 * <p>Where the data lie and the fill value we read on our own: jHDF gives up when a single chunk was never written, and
 * drops that chunks at the edges may have no filters.
 */
final class JhdfHeader {

    private final List<Message> messages = new ArrayList<>();
    private final Map<String, AttributeMessage> attributes = new TreeMap<>();
    private ReaderDataLayout layout;
    private ByteBuffer fillValue;
    private ByteBuffer oldFillValue;
    private volatile Map<String, JhdfLinks.Link> links;

    private JhdfHeader() {}

    static JhdfHeader read(JhdfStorage storage, long address) {
        JhdfHeader header = new JhdfHeader();
        for (ReaderMessages.Message message : ReaderMessages.read(storage, address)) {
            header.add(message, storage);
        }
        header.addAttributes(storage);
        return header;
    }

    private void add(ReaderMessages.Message message, JhdfStorage storage) {
        switch (message.type()) {
            case ReaderMessages.DATA_LAYOUT -> layout = ReaderDataLayout.read(message.content(), storage);
            case ReaderMessages.OLD_FILL_VALUE -> oldFillValue = fillValue(message.content());
            case ReaderMessages.FILL_VALUE -> fillValue = newFillValue(message.content());
            default -> messages.add(parse(message, storage));
        }
    }

    /** jHDF reads messages as they stand in headers of version 2. */
    private static Message parse(ReaderMessages.Message message, JhdfStorage storage) {
        int size = message.content().remaining();
        ByteBuffer stored = ByteBuffer.allocate(4 + size).order(ByteOrder.LITTLE_ENDIAN);
        stored.put((byte) message.type()).putShort((short) size).put((byte) message.flags());
        stored.put(message.content()).flip();
        return Message.readObjectHeaderV2Message(stored, storage, false);
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

    private void addAttributes(JhdfStorage storage) {
        for (AttributeInfoMessage info : messages(AttributeInfoMessage.class)) {
            if (info.getFractalHeapAddress() >= 0) {
                JhdfHeap heap = JhdfHeap.read(storage, info.getFractalHeapAddress());
                JhdfTrees.<AttributeNameForIndexedAttributesRecord>records(
                                storage, info.getAttributeNameBTreeAddress(), null)
                        .forEach(record ->
                                add(new AttributeMessage(heap.get(record.getHeapId()), storage, record.getFlags())));
            }
        }
        messages(AttributeMessage.class).forEach(this::add);
    }

    private void add(AttributeMessage attribute) {
        attributes.put(attribute.getName(), attribute);
    }

    <T extends Message> List<T> messages(Class<T> type) {
        return messages.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Empty if this is no dataset. */
    Optional<ReaderDataLayout> layout() {
        return Optional.ofNullable(layout);
    }

    /**
     * As it stands in the file; empty if there is none. The old message is for libraries that do not know the new one.
     */
    Optional<ByteBuffer> fillValue() {
        return Optional.ofNullable(fillValue != null ? fillValue : oldFillValue);
    }

    Map<String, AttributeMessage> attributes() {
        return attributes;
    }

    /** Null if they have not been read. */
    Map<String, JhdfLinks.Link> links() {
        return links;
    }

    void setLinks(Map<String, JhdfLinks.Link> read) {
        links = read;
    }
}
