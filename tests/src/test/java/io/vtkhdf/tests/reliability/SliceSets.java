package io.vtkhdf.tests.reliability;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Some slices of each array. */
public final class SliceSets {

    private final Map<String, BitSet> slices;

    public SliceSets() {
        this(Map.of());
    }

    private SliceSets(Map<String, BitSet> slices) {
        this.slices = new HashMap<>();
        slices.forEach((array, set) -> this.slices.put(array, (BitSet) set.clone()));
    }

    public static SliceSets of(Map<String, BitSet> slices) {
        return new SliceSets(slices);
    }

    SliceSets copy() {
        return new SliceSets(slices);
    }

    public void add(String array, int slice) {
        slices.computeIfAbsent(array, name -> new BitSet()).set(slice);
    }

    void add(SliceSets others) {
        others.slices.forEach((array, set) ->
                slices.computeIfAbsent(array, name -> new BitSet()).or(set));
    }

    BitSet of(String array) {
        return slices.getOrDefault(array, new BitSet());
    }

    public int count() {
        return slices.values().stream().mapToInt(BitSet::cardinality).sum();
    }

    /** All of them as one line, for {@link #ofLine}. */
    String toLine() {
        StringBuilder line = new StringBuilder();
        slices.forEach((array, set) -> set.stream()
                .forEach(k -> line.append(array).append('=').append(k).append(';')));
        return line.toString();
    }

    static SliceSets ofLine(String line) {
        SliceSets sets = new SliceSets();
        for (String one : line.isEmpty() ? new String[0] : line.split(";")) {
            int equals = one.indexOf('=');
            sets.add(one.substring(0, equals), Integer.parseInt(one.substring(equals + 1)));
        }
        return sets;
    }

    /** Leaves those whose whole layer of so many slices is there. */
    void keepLayers(String array, int thickness, int all) {
        BitSet set = of(array);
        for (int first = 0; first < all; first += thickness) {
            int end = Math.min(all, first + thickness);
            if (set.nextClearBit(first) < end) {
                set.clear(first, end);
            }
        }
    }

    /** @throws AssertionError if one of these slices is not among the others */
    void requireWithin(SliceSets others, String what) {
        slices.forEach((array, set) -> {
            BitSet rest = (BitSet) set.clone();
            rest.andNot(others.of(array));
            if (!rest.isEmpty()) {
                throw new AssertionError("'" + array + "': slices " + rest + " " + what);
            }
        });
    }

    @Override
    public String toString() {
        return slices.toString();
    }
}
