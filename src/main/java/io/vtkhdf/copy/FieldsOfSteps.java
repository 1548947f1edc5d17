package io.vtkhdf.copy;

import io.vtkhdf.image.FieldArray;
import io.vtkhdf.source.ImageSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which field arrays the steps of a series have, all of them or some; those of the first step are held, no others. Not
 * thread-safe.
 */
public final class FieldsOfSteps {

    private final Map<String, FieldArray> common = new LinkedHashMap<>();
    private final Set<String> changing = new LinkedHashSet<>();
    private final Set<String> others = new LinkedHashSet<>();
    private int steps;

    /** Takes the next step. */
    public void add(ImageSource image) {
        add(image.fields());
    }

    /** Takes the field arrays of the next step. */
    public void add(List<FieldArray> fields) {
        Map<String, FieldArray> found = new LinkedHashMap<>();
        fields.forEach(field -> found.put(field.name(), field));
        if (steps++ == 0) {
            common.putAll(found);
            return;
        }
        for (FieldArray field : List.copyOf(common.values())) {
            FieldArray other = found.get(field.name());
            if (other == null || !isLike(field, other)) {
                common.remove(field.name());
                others.add(field.name());
            } else if (!field.isSameAs(other)) {
                changing.add(field.name());
            }
        }
        found.keySet().stream().filter(name -> !common.containsKey(name)).forEach(others::add);
    }

    /** In type and components; there may be more tuples at one step than at another, but not none. */
    private static boolean isLike(FieldArray a, FieldArray b) {
        return a.typeName().equals(b.typeName())
                && a.components() == b.components()
                && a.tuples() > 0 == b.tuples() > 0;
    }

    /** Whether all steps have such a field array, of one type. */
    public boolean hasAlways(String name) {
        return common.containsKey(name);
    }

    /** Those that are the same at all steps. */
    public List<FieldArray> constant() {
        return common.values().stream()
                .filter(field -> !changing.contains(field.name()))
                .toList();
    }

    /** Those of the first step that all have, of one type, and not with the same values. */
    public List<FieldArray> changing() {
        return common.values().stream()
                .filter(field -> changing.contains(field.name()))
                .toList();
    }

    /** The names of those that some steps lack, or have in another type. */
    public List<String> others() {
        return new ArrayList<>(others);
    }
}
