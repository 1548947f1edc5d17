package io.vtkhdf;

import java.util.BitSet;

/** Which slices of an array are written, or are being written. Thread-safe. */
final class WrittenSlices {

    private final String array;
    private final int count;
    private final BitSet written = new BitSet();

    WrittenSlices(String array, int count) {
        this.array = array;
        this.count = count;
    }

    /** @throws IllegalStateException if one of them was written before; none is claimed then */
    synchronized void claim(int first, int slices) {
        int before = written.nextSetBit(first);
        if (before >= 0 && before < first + slices) {
            throw new IllegalStateException("'" + array + "': slice " + before + " was written before");
        }
        written.set(first, first + slices);
    }

    synchronized boolean contains(int slice) {
        return written.get(slice);
    }

    /** Whether all from {@code first} up to, not including, {@code end} are written, as far as there are so many. */
    synchronized boolean containsAll(int first, int end) {
        return written.nextClearBit(first) >= Math.min(end, count);
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
