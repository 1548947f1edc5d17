package io.vtkhdf.vti;

import io.vtkhdf.image.FieldArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Field arrays by name, and why others cannot be read; of several of a name the one that came last. */
final class VtiFieldSet {

    private final Map<String, FieldArray> offered = new LinkedHashMap<>();
    private final Map<String, String> unsupported = new LinkedHashMap<>();

    void add(FieldArray field) {
        unsupported.remove(field.name());
        offered.put(field.name(), field);
    }

    void addUnsupported(String name, String reason) {
        offered.remove(name);
        unsupported.put(name, reason);
    }

    void addAll(VtiFieldSet later) {
        later.offered.values().forEach(this::add);
        later.unsupported.forEach(this::addUnsupported);
    }

    List<FieldArray> offered() {
        return List.copyOf(offered.values());
    }

    /** Why other arrays, and then these, cannot be read. */
    List<String> unsupportedWith(List<String> others) {
        List<String> all = new ArrayList<>(others);
        all.addAll(unsupported.values());
        return List.copyOf(all);
    }
}
