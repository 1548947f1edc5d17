package io.vtkhdf.spark;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Slab;
import io.vtkhdf.plan.SlabPlan;
import java.io.Serial;
import java.io.Serializable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;

/** The named accumulators that Spark's pages show, of each task and of all: slabs, z slices and bytes. */
final class Progress implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final SlabsDone slabs = new SlabsDone();
    private final LongAccumulator slices;
    private final LongAccumulator bytes;

    Progress(JavaSparkContext context) {
        context.sc().register(slabs, "slabs written");
        slices = context.sc().longAccumulator("slices written");
        bytes = context.sc().longAccumulator("bytes written");
    }

    /** Called on the executor. */
    void add(SlabPlan plan, int number) {
        slabs.add(nameOf(plan, number));
        long count = 0;
        for (ArraySpec array : plan.arrays()) {
            count += plan.slices(number, array).map(Slab::count).orElse(0);
        }
        slices.add(plan.steps() > 0 ? count * plan.slab(number).count() : count);
        bytes.add(plan.bytes(number));
    }

    /** Such as {@code slab 0 (slices 0 to 1)}. */
    static String nameOf(SlabPlan plan, int number) {
        String own = plan.slab(number).toString();
        return "slab " + number + " (" + (plan.steps() > 0 ? own.replace("slice", "step") : own) + ")";
    }

    long bytes() {
        return bytes.value();
    }
}
