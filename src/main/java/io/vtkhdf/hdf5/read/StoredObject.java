package io.vtkhdf.hdf5.read;

import io.jhdf.object.message.AttributeMessage;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.Message;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.UnsupportedFileException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A group or dataset of an HDF5 file: its header's messages and its attributes. Immutable. */
public final class StoredObject {

    private final Hdf5Reader file;
    private final String path;
    private final StoredHeader header;

    private StoredObject(Hdf5Reader file, String path, StoredHeader header) {
        this.file = file;
        this.path = path;
        this.header = header;
    }

    static StoredObject read(Hdf5Reader file, String path, long address) throws IOException {
        return new StoredObject(file, path, file.header(path, address));
    }

    /** Common to all paths that lead to it. */
    StoredHeader header() {
        return header;
    }

    public Hdf5Reader file() {
        return file;
    }

    /** Where it was found. */
    public String path() {
        return path;
    }

    public boolean isDataset() {
        return message(DataSpaceMessage.class).isPresent();
    }

    <T extends Message> List<T> messages(Class<T> type) {
        return header.messages(type);
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

    /** As {@link #attribute}, of what no array depends on: empty as well if we cannot read it. */
    public Optional<StoredAttribute> attributeIfSupported(String name) throws IOException {
        try {
            return attribute(name);
        } catch (UnsupportedFileException e) {
            return Optional.empty();
        }
    }

    public Optional<StoredAttribute> attribute(String name) throws IOException {
        AttributeMessage message = file.parseStructure(path + "@" + name, storage -> header.attribute(name, storage));
        return Optional.ofNullable(message).map(found -> new StoredAttribute(this, found));
    }
}
