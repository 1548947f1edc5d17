package io.vtkhdf.spark;

import io.vtkhdf.plan.SlabWriter;
import java.io.Serializable;

/**
 * Computes one slab and writes it, on an executor. It may be called for the same slab again, after a failure, and twice
 * at the same time, by speculation, and must then write the same values.
 */
@FunctionalInterface
public interface SlabFunction extends Serializable {

    /**
     * Writes all values of a slab.
     *
     * @param slab finished and closed by the caller
     * @throws Exception whatever is wrong; Spark then starts the task again, as often as {@code spark.task.maxFailures}
     *     says
     */
    void write(SlabWriter slab) throws Exception;
}
