package io.vtkhdf.hdf5.virtual;

import io.vtkhdf.chunk.ElementBox;
import java.util.Arrays;
import java.util.List;

/** All mappings of a virtual dataset, in the order in which each hides what those before it have. Immutable. */
public final class Mappings {

    private final List<Mapping> all;
    private final BoxIndex index;

    Mappings(List<Mapping> all) {
        this.all = List.copyOf(all);
        long[][] low = new long[all.size()][];
        long[][] high = new long[all.size()][];
        for (int i = 0; i < low.length; i++) {
            int axes = Math.max(1, all.get(i).target().rank()); // One also for a single value.
            low[i] = Arrays.copyOf(all.get(i).target().lowest(), axes);
            high[i] = Arrays.copyOf(all.get(i).target().extent(), axes);
        }
        this.index = new BoxIndex(low, high);
    }

    public int size() {
        return all.size();
    }

    public Mapping get(int number) {
        return all.get(number);
    }

    /** Whether one goes on for ever. */
    public boolean isEndless() {
        return all.stream().anyMatch(mapping -> mapping.target().unlimitedAxis() >= 0);
    }

    /** The numbers of those that may have something of a box, in increasing order. */
    public int[] near(ElementBox box) {
        return index.near(box);
    }
}
