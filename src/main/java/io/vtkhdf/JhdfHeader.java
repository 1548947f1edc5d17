package io.vtkhdf;

import io.jhdf.ObjectHeader;
import io.jhdf.btree.record.AttributeNameForIndexedAttributesRecord;
import io.jhdf.checksum.ChecksumUtils;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.AttributeMessage;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** The messages, attributes and links of an object, whatever path leads to it. Thread-safe. */
final class JhdfHeader {

    /** Of version 2: "OHDR", version, flags; then times, limits of attributes, and the size of the messages. */
    private static final int PREFIX_SIZE = 6;

    private static final int SIZE_SIZE = 3;
    private static final int LIMITS = 1 << 4;
    private static final int LIMITS_SIZE = 4;
    private static final int TIMES = 1 << 5;
    private static final int TIMES_SIZE = 16;

    private final ObjectHeader messages;
    private final Map<String, AttributeMessage> attributes;
    private volatile Map<String, JhdfLinks.Link> links;

    private JhdfHeader(ObjectHeader messages, Map<String, AttributeMessage> attributes) {
        this.messages = messages;
        this.attributes = attributes;
    }

    static JhdfHeader read(JhdfStorage storage, long address) {
        requireChecksum(storage, address);
        ObjectHeader messages = ObjectHeader.readObjectHeader(storage, address);
        return new JhdfHeader(messages, attributes(storage, messages));
    }

    /** jHDF looks at the messages first, and what is broken would pass for something that it does not support. */
    private static void requireChecksum(JhdfStorage storage, long address) {
        ByteBuffer prefix = storage.readBufferFromAddress(address, PREFIX_SIZE);
        if (prefix.get() != 'O') {
            return;
        }
        int flags = prefix.get(PREFIX_SIZE - 1);
        int optional = ((flags & TIMES) == 0 ? 0 : TIMES_SIZE) + ((flags & LIMITS) == 0 ? 0 : LIMITS_SIZE);
        int sizeSize = 1 << (flags & SIZE_SIZE);
        long start = (long) PREFIX_SIZE + optional + sizeSize;
        ByteBuffer size = storage.readBufferFromAddress(address + PREFIX_SIZE + optional, sizeSize);
        long length = Math.addExact(start, JhdfNumbers.unsigned(size, sizeSize));
        ChecksumUtils.validateChecksum(storage.map(address, Math.addExact(length, ReaderIndexBlock.CHECKSUM_SIZE)));
    }

    private static Map<String, AttributeMessage> attributes(JhdfStorage storage, ObjectHeader header) {
        Map<String, AttributeMessage> attributes = new TreeMap<>();
        for (AttributeInfoMessage info : header.getMessagesOfType(AttributeInfoMessage.class)) {
            if (info.getFractalHeapAddress() >= 0) {
                JhdfHeap heap = JhdfHeap.read(storage, info.getFractalHeapAddress());
                JhdfTrees.<AttributeNameForIndexedAttributesRecord>records(
                                storage, info.getAttributeNameBTreeAddress(), null)
                        .forEach(record -> {
                            AttributeMessage message =
                                    new AttributeMessage(heap.get(record.getHeapId()), storage, record.getFlags());
                            attributes.put(message.getName(), message);
                        });
            }
        }
        for (AttributeMessage message : header.getMessagesOfType(AttributeMessage.class)) {
            attributes.put(message.getName(), message);
        }
        return attributes;
    }

    ObjectHeader messages() {
        return messages;
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
