package io.vtkhdf.hdf5.read;

import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.hdf5.StoredValue;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** A group or dataset of an HDF5 file: its header's messages and its attributes. Immutable. */
public final class StoredObject {

    private final StoredFile file;
    private final String path;
    private final StoredHeader header;

    private StoredObject(StoredFile file, String path, StoredHeader header) {
        this.file = file;
        this.path = path;
        this.header = header;
    }

    public static StoredObject root(StoredFile file) throws IOException {
        return read(file, "/", file.rootAddress());
    }

    static StoredObject read(StoredFile file, String path, long address) throws IOException {
        return new StoredObject(file, path, file.header(path, address));
    }

    /** Common to all paths that lead to it. */
    StoredHeader header() {
        return header;
    }

    public StoredFile file() {
        return file;
    }

    /** Where it was found. */
    public String path() {
        return path;
    }

    public boolean isDataset() {
        return header.shape().isPresent();
    }

    /** As {@link #attribute}, of what no array depends on: empty as well if we cannot read it. */
    public Optional<StoredAttribute> attributeIfSupported(String name) throws IOException {
        try {
            return attribute(name);
        } catch (UnsupportedFileException e) {
            return Optional.empty();
        }
    }

    /** The names of all its attributes. */
    public Set<String> attributeNames() {
        return Collections.unmodifiableSet(header.attributeNames());
    }

    public Optional<StoredAttribute> attribute(String name) throws IOException {
        String place = path + "@" + name;
        Optional<StoredValue> value = file.parseStructure(place, storage -> header.attribute(name, storage));
        return value.isPresent() ? Optional.of(new StoredAttribute(file, place, value.get())) : Optional.empty();
    }
}
