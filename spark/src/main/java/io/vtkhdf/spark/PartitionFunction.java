package io.vtkhdf.spark;

import io.vtkhdf.plan.SlabWriter;
import java.io.Serializable;
import java.util.Iterator;

/**
 * Writes the elements of one partition as one slab, on an executor; as often as a {@link SlabFunction} may be called.
 *
 * @param <T> what the partition is made of
 */
@FunctionalInterface
public interface PartitionFunction<T> extends Serializable {

    /**
     * Writes all values of a slab.
     *
     * @param elements of the partition that has the slab's number; they end with an exception when Spark has given the
     *     attempt up
     * @param slab finished and closed by the caller
     * @throws Exception whatever is wrong; Spark then starts the task again
     */
    void write(Iterator<T> elements, SlabWriter slab) throws Exception;
}
