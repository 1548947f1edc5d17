package io.vtkhdf.spark;

import org.apache.spark.util.AccumulatorV2;

/** What Spark's pages show of slabs: of a task which slab it has written, of all how many are written. */
final class SlabsDone extends AccumulatorV2<String, String> {

    private static final long serialVersionUID = 1L;

    private int count;
    private String last = "";

    @Override
    public boolean isZero() {
        return count == 0;
    }

    @Override
    public SlabsDone copy() {
        SlabsDone copy = new SlabsDone();
        copy.count = count;
        copy.last = last;
        return copy;
    }

    @Override
    public void reset() {
        count = 0;
        last = "";
    }

    @Override
    public void add(String slab) {
        count++;
        last = slab;
    }

    @Override
    public void merge(AccumulatorV2<String, String> other) {
        SlabsDone more = (SlabsDone) other;
        count += more.count;
        last = more.last;
    }

    @Override
    public String value() {
        return count == 1 ? last : count + " slabs";
    }
}
