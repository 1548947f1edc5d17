package io.vtkhdf.vti;

import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.UnreadableArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Field arrays by name, and others that cannot be read; of several of a name the one that came last. */
final class VtiFieldSet {

    private final Map<String, FieldArray> offered = new LinkedHashMap<>();
    private final Map<String, UnreadableArray> unreadable = new LinkedHashMap<>();

    void add(FieldArray field) {
        unreadable.remove(field.name());
        offered.put(field.name(), field);
    }

    void add(UnreadableArray field) {
        offered.remove(field.name());
        unreadable.put(field.name(), field);
    }

    void addAll(VtiFieldSet later) {
        later.offered.values().forEach(this::add);
        later.unreadable.values().forEach(this::add);
    }

    List<FieldArray> offered() {
        return List.copyOf(offered.values());
    }

    /** Other arrays that cannot be read, and then these. */
    List<UnreadableArray> unreadableWith(List<UnreadableArray> others) {
        List<UnreadableArray> all = new ArrayList<>(others);
        all.addAll(unreadable.values());
        return List.copyOf(all);
    }
}
