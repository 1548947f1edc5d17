package io.vtkhdf.vti;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.UnreadableArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why arrays cannot be read; of each the first reason, although each piece may give one. Not thread-safe. */
final class VtiLeftOut {

    private record Key(Association association, String name) {}

    private final Map<Key, UnreadableArray> arrays = new LinkedHashMap<>();

    /** To which others may come without coming to these. */
    VtiLeftOut copy() {
        VtiLeftOut copy = new VtiLeftOut();
        copy.arrays.putAll(arrays);
        return copy;
    }

    void add(Association association, String name, FileContentException reason) {
        arrays.putIfAbsent(new Key(association, name), new UnreadableArray(association, name, reason));
    }

    /** Why this array is left out; empty if it is not. */
    Optional<FileContentException> reason(Association association, String name) {
        return Optional.ofNullable(arrays.get(new Key(association, name))).map(UnreadableArray::reason);
    }

    boolean has(Association association, String name) {
        return arrays.containsKey(new Key(association, name));
    }

    List<UnreadableArray> fields() {
        return arrays.values().stream()
                .filter(array -> array.association() == Association.FIELD)
                .toList();
    }

    /** The point and cell arrays. */
    List<UnreadableArray> arrays() {
        return arrays.values().stream()
                .filter(array -> array.association() != Association.FIELD)
                .toList();
    }

    /** @throws CorruptFileException if no array is left to choose, and one of those left out is broken */
    void requireAny(List<ArraySpec> left) throws CorruptFileException {
        if (left.isEmpty()) {
            for (UnreadableArray array : arrays()) {
                if (array.reason() instanceof CorruptFileException broken) {
                    throw broken;
                }
            }
        }
    }
}
