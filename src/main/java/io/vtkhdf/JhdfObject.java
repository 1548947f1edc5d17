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
        ObjectHeader header = file.parse(path, () -> {
            ReaderHeaderChecksum.verify(file.storage(), address);
            return ObjectHeader.readObjectHeader(file.storage(), address);
        });
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
        for (AttributeMessage message : header.getMessagesOfType(AttributeMessage.class)) {
            attributes.put(message.getName(), message);
        }
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
        List<T> found = messages(type);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** @throws CorruptFileException if there is none */
    <T extends Message> T require(Class<T> type) throws IOException {
        Optional<T> found = message(type);
        if (found.isEmpty()) {
            throw file.corrupt(path, "an object without " + type.getSimpleName(), "a whole dataset");
        }
        return found.get();
    }

    Optional<JhdfAttribute> attribute(String name) {
        AttributeMessage message = attributes.get(name);
        return message == null ? Optional.empty() : Optional.of(new JhdfAttribute(this, message));
    }
}
