package io.vtkhdf.write;

import io.vtkhdf.error.ShownText;
import java.util.BitSet;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * Which slices of an array are written, filled in, or about to be: each is claimed once, by whoever then writes it, and
 * if that fails nothing more is written to the file. Thread-safe.
 */
final class WrittenSlices {

    private final String array;
    private final int count;
    private final BitSet written = new BitSet();

    WrittenSlices(String array, int count) {
        this.array = array;
        this.count = count;
    }

    /**
     * Claims the slices of those layers of which all parts are there.
     *
     * @param thickness the slices of a layer
     * @param parts how many a layer has; they are numbered layer by layer
     */
    void claimLayers(int thickness, long parts, LongPredicate isThere) {
        for (int first = 0; first < count; first += Math.min(thickness, count - first)) {
            long from = first / thickness * parts;
            if (LongStream.range(from, from + parts).allMatch(isThere)) {
                claim(first, Math.min(thickness, count - first));
            }
        }
    }

    /**
     * Claims all of some slices, and returns them, counted from the first of them.
     *
     * @throws IllegalStateException if one of them was written before; none is claimed then
     */
    synchronized BitSet claim(int first, int slices) {
        int before = written.nextSetBit(first);
        if (before >= 0 && before < first + slices) {
            throw new IllegalStateException(ShownText.quoted(array) + ": slice " + before + " was written before");
        }
        return claimMissing(first, slices);
    }

    /** Claims those of some slices that are missing, and returns them, counted from the first of all. */
    synchronized BitSet claimMissing(int first, int slices) {
        BitSet missing = written.get(first, first + slices);
        missing.flip(0, slices);
        written.set(first, first + slices);
        return missing;
    }

    synchronized boolean contains(int slice) {
        return written.get(slice);
    }

    synchronized boolean containsAll(int first, int slices) {
        return written.nextClearBit(first) >= first + slices;
    }

    /** Those that are missing. */
    synchronized BitSet missing() {
        BitSet missing = new BitSet();
        missing.set(0, count);
        missing.andNot(written);
        return missing;
    }

    /** For an error message; empty if nothing is missing. */
    synchronized String describeMissing() {
        int missing = count - written.cardinality();
        return missing == 0 ? "" : missing + " of " + count + " slices, the first is " + written.nextClearBit(0);
    }
}
