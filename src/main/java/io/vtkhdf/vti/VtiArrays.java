package io.vtkhdf.vti;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The arrays that an element holds, in the file's order. In a file of several steps some of them may have one name, for
 * different steps.
 */
final class VtiArrays {

    private final Map<String, List<VtiArray>> byName = new LinkedHashMap<>();
    /** Made when it is first asked for: by then all arrays are there. */
    private final Map<String, Namesakes> byStep = new HashMap<>();

    void add(VtiArray array) {
        byStep.remove(array.name());
        byName.computeIfAbsent(array.name(), name -> new ArrayList<>(1)).add(array);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** Those of one step, by name. */
    Map<String, VtiArray> at(int step) {
        Map<String, VtiArray> arrays = new LinkedHashMap<>();
        byName.keySet().forEach(name -> find(name, step).ifPresent(array -> arrays.put(name, array)));
        return arrays;
    }

    /** The one of a step; if the file has several, the first. */
    Optional<VtiArray> find(String name, int step) {
        List<VtiArray> all = byName.get(name);
        return all == null
                ? Optional.empty()
                : byStep.computeIfAbsent(name, key -> Namesakes.of(all)).at(step);
    }

    /**
     * Arrays of one name, found by step. Takes 8 bytes for each step that they name.
     *
     * @param always the number of the first array that holds for all steps; as many as there are if none does
     * @param named the steps that arrays name, each with the array's number in the lower half; sorted
     */
    private record Namesakes(List<VtiArray> all, int always, long[] named) {

        static Namesakes of(List<VtiArray> all) {
            int always = (int)
                    all.stream().takeWhile(array -> !array.steps().areAll()).count();
            long[] named = IntStream.range(0, all.size())
                    .boxed()
                    .flatMapToLong(number ->
                            all.get(number).steps().named().mapToLong(step -> (long) step << Integer.SIZE | number))
                    .sorted()
                    .toArray();
            return new Namesakes(all, always, named);
        }

        Optional<VtiArray> at(int step) {
            int found = Arrays.binarySearch(named, (long) step << Integer.SIZE);
            int at = found < 0 ? -found - 1 : found;
            boolean isNamed = at < named.length && named[at] >> Integer.SIZE == step;
            int number = isNamed ? Math.min((int) named[at], always) : always;
            return number < all.size() ? Optional.of(all.get(number)) : Optional.empty();
        }
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
