package io.vtkhdf.spark;

import io.vtkhdf.image.Slab;
import io.vtkhdf.plan.SlabPlan;
import org.apache.spark.Partitioner;

/**
 * Puts what belongs to a slab of a plan into the partition of the same number. Its keys are the numbers of z slices, or
 * of the steps of a series, as {@link Integer}. What was partitioned by it before is not shuffled again.
 *
 * <p>Two are equal if they are of the same plan.
 */
public final class SlabPartitioner extends Partitioner {

    private static final long serialVersionUID = 1L;

    private final SlabPlan plan;

    public SlabPartitioner(SlabPlan plan) {
        this.plan = plan;
    }

    @Override
    public int numPartitions() {
        return plan.slabs();
    }

    /** @throws IllegalArgumentException if the plan has no such slice or step */
    @Override
    public int getPartition(Object key) {
        return slabOf(key instanceof SliceKey ofSlice ? ofSlice.place() : (Integer) key);
    }

    private int slabOf(int place) {
        int low = 0;
        int high = plan.slabs();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (plan.slab(middle).first() <= place) {
                low = middle;
            } else {
                high = middle;
            }
        }
        Slab found = plan.slab(low);
        if (place < found.first() || place - found.first() >= found.count()) {
            throw new IllegalArgumentException(plan.output() + ": found " + name() + " " + place + ", expected "
                    + name() + " 0 to " + (last() - 1));
        }
        return low;
    }

    private String name() {
        return plan.steps() > 0 ? "step" : "slice";
    }

    private int last() {
        Slab slab = plan.slab(plan.slabs() - 1);
        return slab.first() + slab.count();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SlabPartitioner partitioner && partitioner.plan.equals(plan);
    }

    @Override
    public int hashCode() {
        return plan.hashCode();
    }
}
