package io.vtkhdf;

import io.jhdf.FractalHeap;
import io.jhdf.ObjectHeader;
import io.jhdf.btree.record.AttributeNameForIndexedAttributesRecord;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.AttributeMessage;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.Message;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A group or dataset of an HDF5 file: its header's messages and its attributes. Immutable. */
final class JhdfObject {

    private final JhdfFile file;
    private final String path;
    private final ObjectHeader header;
    private final Map<String, AttributeMessage> attributes;

    private JhdfObject(JhdfFile file, String path, ObjectHeader header, Map<String, AttributeMessage> attributes) {
        this.file = file;
        this.path = path;
        this.header = header;
        this.attributes = attributes;
    }

    static JhdfObject read(JhdfFile file, String path, long address) throws IOException {
        ObjectHeader header = file.parse(path, () -> ObjectHeader.readObjectHeader(file.storage(), address));
        return new JhdfObject(file, path, header, file.parse(path, () -> attributes(file.storage(), header)));
    }

    private static Map<String, AttributeMessage> attributes(JhdfStorage storage, ObjectHeader header) {
        Map<String, AttributeMessage> attributes = new TreeMap<>();
        for (AttributeInfoMessage info : header.getMessagesOfType(AttributeInfoMessage.class)) {
            if (info.getFractalHeapAddress() >= 0) {
                FractalHeap heap = new FractalHeap(storage, info.getFractalHeapAddress());
                JhdfTrees.<AttributeNameForIndexedAttributesRecord>records(
                                storage, info.getAttributeNameBTreeAddress(), null)
                        .forEach(record -> {
                            AttributeMessage message =
                                    new AttributeMessage(heap.getId(record.getHeapId()), storage, record.getFlags());
                            attributes.put(message.getName(), message);
                        });
            }
        }
        header.getMessagesOfType(AttributeMessage.class).forEach(message -> attributes.put(message.getName(), message));
        return attributes;
    }

    JhdfFile file() {
        return file;
    }

    /** Where it was found. */
    String path() {
        return path;
    }

    boolean isDataset() {
        return header.hasMessageOfType(DataSpaceMessage.class);
    }

    <T extends Message> List<T> messages(Class<T> type) {
        return header.getMessagesOfType(type);
    }

    <T extends Message> Optional<T> message(Class<T> type) {
        return messages(type).stream().findFirst();
    }

    /** @throws CorruptFileException if there is none */
    <T extends Message> T require(Class<T> type) throws IOException {
        return message(type)
                .orElseThrow(() -> file.corrupt(path, "an object without " + type.getSimpleName(), "a whole dataset"));
    }

    Optional<JhdfAttribute> attribute(String name) {
        return Optional.ofNullable(attributes.get(name)).map(message -> new JhdfAttribute(this, message));
    }
}
