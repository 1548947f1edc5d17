package io.vtkhdf.write.store;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.Slab;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * What of an array is written, filled in, or about to be, slices and boxes: each is claimed once, by whoever then
 * writes it, and if that fails nothing more is written to the file. A slice that is there in part counts as missing.
 * Thread-safe.
 */
public final class WrittenSlices {

    private final String array;
    private final Dimensions dimensions;
    private final int count;
    private final BitSet written = new BitSet();
    private final WrittenBoxes boxes;

    public WrittenSlices(String array, Dimensions dimensions) {
        this.array = array;
        this.dimensions = dimensions;
        this.count = dimensions.z();
        this.boxes = new WrittenBoxes(dimensions);
    }

    /**
     * Tells that those layers are there, all of whose parts are.
     *
     * @param thickness the slices of a layer
     * @param parts how many a layer has; they are numbered layer by layer
     */
    public void foundLayers(int thickness, long parts, LongPredicate isThere) {
        for (int first = 0; first < count; first += Math.min(thickness, count - first)) {
            long from = first / thickness * parts;
            if (LongStream.range(from, from + parts).allMatch(isThere)) {
                found(first, Math.min(thickness, count - first));
            }
        }
    }

    /** Tells that some slices are there. */
    public synchronized void found(int first, int slices) {
        written.set(first, first + slices);
    }

    /**
     * Claims all of some slices, and returns them, counted from the first of them.
     *
     * @param store prepared for them
     * @throws IllegalStateException if one of them was written before; none is claimed then
     */
    synchronized BitSet claim(int first, int slices, SliceStore store) {
        int before = written.nextSetBit(first);
        if (before >= 0 && before < first + slices) {
            throw new IllegalStateException(shown() + "slice " + before + " was written before");
        }
        return claimMissing(first, slices, store);
    }

    /**
     * Claims those of some slices that are missing, and returns them, counted from the first of all.
     *
     * @throws IllegalStateException if one of them is there in part; none is claimed then
     */
    synchronized BitSet claimMissing(int first, int slices, SliceStore store) {
        BitSet missing = written.get(first, first + slices);
        missing.flip(0, slices);
        if (!boxes.isEmpty()) {
            requireNoneInPart(first, slices);
        }
        store.prepare(first, missing);
        written.set(first, first + slices);
        return missing;
    }

    private void requireNoneInPart(int first, int slices) {
        Optional<Integer> partial = boxes.partial(first, slices);
        if (partial.isPresent()) {
            Region slice = Region.slab(dimensions, new Slab(partial.get(), 1));
            throw new IllegalStateException(shown() + "slice " + partial.get()
                    + " was written in part before, by the region "
                    + boxes.overlapping(slice).orElseThrow());
        }
    }

    /**
     * Claims a box, and returns how many slices are whole by it.
     *
     * @throws IllegalStateException if some of it was written before; nothing is claimed then
     */
    synchronized int claim(Region box, SliceStore store) {
        int before = written.nextSetBit(box.z());
        if (before >= 0 && before < box.z() + box.size().z()) {
            throw overlap(box, "slice " + before);
        }
        Optional<Region> other = boxes.overlapping(box);
        if (other.isPresent()) {
            throw overlap(box, "the region " + other.get());
        }
        store.prepare(box);
        return add(box);
    }

    private IllegalStateException overlap(Region box, String found) {
        return new IllegalStateException(
                shown() + "the region " + box + " overlaps " + found + ", which was written before");
    }

    private int add(Region box) {
        BitSet whole = boxes.add(box);
        whole.stream().forEach(slice -> written.set(box.z() + slice));
        return whole.cardinality();
    }

    /** Claims all that is missing of slices that are there in part, in boxes of one slice. */
    synchronized List<Region> claimGaps() {
        List<Region> gaps = new ArrayList<>();
        for (Optional<Integer> slice = boxes.partial(0, count); slice.isPresent(); slice = boxes.partial(0, count)) {
            Region gap = boxes.gap(slice.get());
            add(gap);
            gaps.add(gap);
        }
        return gaps;
    }

    /** Claims all slices of which nothing is there. */
    synchronized BitSet claimRest() {
        BitSet missing = missing();
        written.set(0, count);
        return missing;
    }

    /** Whether nothing is there, not even in part. */
    public synchronized boolean isEmpty() {
        return written.isEmpty() && boxes.isEmpty();
    }

    public synchronized boolean contains(int slice) {
        return written.get(slice);
    }

    synchronized boolean containsAll(int first, int slices) {
        return written.nextClearBit(first) >= first + slices;
    }

    /** Those that are missing. */
    public synchronized BitSet missing() {
        BitSet missing = new BitSet();
        missing.set(0, count);
        missing.andNot(written);
        return missing;
    }

    /** For an error message; empty if nothing is missing. */
    public synchronized String describeMissing() {
        int missing = count - written.cardinality();
        if (missing == 0) {
            return "";
        }
        int first = written.nextClearBit(0);
        String slices = missing + " of " + count + " slices, the first is " + first;
        if (boxes.partial(first, 1).isEmpty()) {
            return slices;
        }
        int next = written.nextSetBit(first);
        return slices + ", of which the region " + boxes.deepened(boxes.gap(first), next < 0 ? count : next)
                + " is missing";
    }

    private String shown() {
        return ShownText.quoted(array) + ": ";
    }
}
