package io.vtkhdf.vti;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why arrays cannot be read; of each the first reason, although each piece may give one. Not thread-safe. */
final class VtiLeftOut {

    private record Key(Association association, String name) {}

    private final Map<Key, String> reasons = new LinkedHashMap<>();
    private CorruptFileException firstCorrupt;

    void add(Association association, String name, FileContentException reason) {
        add(association, name, reason.getMessage());
        if (firstCorrupt == null && association != Association.FIELD && reason instanceof CorruptFileException e) {
            firstCorrupt = e;
        }
    }

    void add(Association association, String name, String reason) {
        reasons.putIfAbsent(new Key(association, name), reason);
    }

    /** Why this array is left out; empty if it is not. */
    Optional<String> reason(Association association, String name) {
        return Optional.ofNullable(reasons.get(new Key(association, name)));
    }

    boolean has(Association association, String name) {
        return reasons.containsKey(new Key(association, name));
    }

    /** The reasons for field arrays, by name. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        reasons.forEach((key, reason) -> {
            if (key.association == Association.FIELD) {
                fields.put(key.name, reason);
            }
        });
        return fields;
    }

    /** The reasons for point and cell arrays. */
    List<String> arrays() {
        return reasons.entrySet().stream()
                .filter(entry -> entry.getKey().association != Association.FIELD)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** @throws CorruptFileException if no array is left to choose, and one of those left out is broken */
    void requireAny(List<ArraySpec> left) throws CorruptFileException {
        if (left.isEmpty() && firstCorrupt != null) {
            throw firstCorrupt;
        }
    }
}
