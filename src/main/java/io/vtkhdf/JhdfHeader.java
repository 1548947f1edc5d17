package io.vtkhdf;

import io.jhdf.ObjectHeader;
import io.jhdf.btree.record.AttributeNameForIndexedAttributesRecord;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.AttributeMessage;
import java.util.Map;
import java.util.TreeMap;

/** The messages, attributes and links of an object, whatever path leads to it. Thread-safe. */
final class JhdfHeader {

    private final ObjectHeader messages;
    private final Map<String, AttributeMessage> attributes;
    private volatile Map<String, JhdfLinks.Link> links;

    private JhdfHeader(ObjectHeader messages, Map<String, AttributeMessage> attributes) {
        this.messages = messages;
        this.attributes = attributes;
    }

    static JhdfHeader read(JhdfStorage storage, long address) {
        ObjectHeader messages = ObjectHeader.readObjectHeader(storage, address);
        return new JhdfHeader(messages, attributes(storage, messages));
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
        header.getMessagesOfType(AttributeMessage.class).forEach(message -> attributes.put(message.getName(), message));
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
