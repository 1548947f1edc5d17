package io.vtkhdf.write;

import io.vtkhdf.hdf5.write.Dataset;
import io.vtkhdf.write.store.ArrayIntake;
import io.vtkhdf.write.store.Slab;
import io.vtkhdf.write.store.WrittenSlices;

/**
 * An array at one step, which has a slab of its own.
 *
 * @param dataset it alone, as it is told until the step is complete
 */
record StepArray(SeriesArray array, Slab slab, WrittenSlices written, ArrayWriter writer, Dataset dataset) {

    static StepArray of(WriterSession session, SeriesArray array, Slab slab, WrittenSlices written) {
        Dataset dataset = array.dataset(slab.store().layout());
        slab.store().marks().forEach(dataset::set);
        ArrayIntake intake = new ArrayIntake(session, array.shape(), slab.store(), written);
        return new StepArray(array, slab, written, new ArrayWriter(intake), dataset);
    }

    /** Whether nothing was written of it, not even in part by this run. */
    boolean isUntouched() {
        return written.isEmpty();
    }

    /** Lets nobody write to it any more. */
    void close() {
        written.found(0, array.shape().dimensions().z());
    }
}
