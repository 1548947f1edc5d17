package io.vtkhdf.validate;

import io.vtkhdf.compat.rules.StoredSteps.Oddity;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/** Which slab, or first tuple, of an array each step has: a dataset of offsets as VTK takes it. */
final class StepOffsets {

    private static final double MORE_THAN_ANY = 0x1p63;

    private final StepNumbers numbers;
    private final int count;

    StepOffsets(StepNumbers numbers, int count) {
        this.numbers = numbers;
        this.count = count;
    }

    boolean isThere() {
        return numbers.isThere();
    }

    /** Whether there is one for each step. */
    boolean isComplete() {
        return numbers.isReadable() && numbers.rows() >= count;
    }

    /** Below 0 if the offset is none; of {@linkplain #isComplete() complete} ones. */
    long at(int step) {
        double offset = numbers.at(step, 0);
        return Double.isNaN(offset) || offset >= MORE_THAN_ANY ? -1 : (long) offset;
    }

    /** How many slabs they ask for; empty unless they are {@linkplain #isComplete() complete}. */
    OptionalLong needed() {
        return isComplete()
                ? OptionalLong.of(1
                        + IntStream.range(0, count)
                                .mapToLong(step -> Math.min(Math.max(at(step), -1), Long.MAX_VALUE - 1))
                                .max()
                                .orElse(-1))
                : OptionalLong.empty();
    }

    /** How many different slabs they name; of {@linkplain #isComplete() complete} ones. */
    int different() {
        long[] sorted = IntStream.range(0, count).mapToLong(this::at).sorted().toArray();
        int different = 1;
        for (int i = 1; i < count; i++) {
            different += sorted[i] == sorted[i - 1] ? 0 : 1;
        }
        return different;
    }

    /**
     * Notes what is odd about them.
     *
     * @param stored how many slabs there are
     */
    void survey(String path, long stored, Set<Oddity> oddities, List<Finding> findings) {
        if (!isComplete()) {
            oddities.add(Oddity.UNREADABLE_OFFSETS);
            if (numbers.isReadable()) {
                findings.add(Finding.error(path, numbers.rows() + " offsets", count + ", one for each step"));
            }
            return;
        }
        boolean fractions = false;
        boolean wraps = false;
        boolean beyond = false;
        for (int i = 0; i < count; i++) {
            double offset = numbers.at(i, 0);
            long slab = at(i);
            if (slab < 0 && oddities.add(Oddity.NEGATIVE_OFFSET)) {
                findings.add(Finding.error(path, "the offset " + text(offset), "0 or more"));
            } else if (slab >= 0 && slab != offset && !fractions) {
                fractions = true;
                findings.add(Finding.warning(path, "the offset " + offset, "a whole number"));
            }
            wraps |= slab >= stored && slab > Integer.MAX_VALUE;
            beyond |= slab >= stored && Math.max((int) slab, 0) >= stored;
        }
        if (wraps && !beyond) {
            oddities.add(Oddity.WRAPPED_OFFSET);
        }
    }

    private static String text(double offset) {
        return Double.isNaN(offset) || offset >= MORE_THAN_ANY ? Double.toString(offset) : Long.toString((long) offset);
    }
}
