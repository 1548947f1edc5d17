package io.vtkhdf.vti;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arrays that an element holds, in the file's order. In a file of several steps some of them may have one name, for
 * different steps.
 */
final class VtiArrays {

    private final Map<String, List<VtiArray>> byName = new LinkedHashMap<>();

    void add(VtiArray array) {
        byName.computeIfAbsent(array.name(), name -> new ArrayList<>(1)).add(array);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** Those of one step, by name. */
    Map<String, VtiArray> at(int step) {
        Map<String, VtiArray> arrays = new LinkedHashMap<>();
        byName.forEach((name, all) -> all.stream()
                .filter(array -> array.steps().has(step))
                .findFirst()
                .ifPresent(array -> arrays.put(name, array)));
        return arrays;
    }

    /** One for each name that several arrays have for the same step. */
    List<VtiArray> ambiguous() {
        return byName.values().stream().flatMap(all -> ambiguous(all).stream()).toList();
    }

    private static Optional<VtiArray> ambiguous(List<VtiArray> all) {
        int[] steps = all.stream()
                .flatMapToInt(array -> array.steps().named())
                .sorted()
                .toArray();
        boolean isTwice = Arrays.stream(steps).distinct().count() < steps.length;
        boolean isAlwaysThere = all.stream().anyMatch(array -> array.steps().areAll());
        return all.size() > 1 && (isTwice || isAlwaysThere) ? Optional.of(all.get(all.size() - 1)) : Optional.empty();
    }
}
