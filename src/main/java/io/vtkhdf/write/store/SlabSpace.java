package io.vtkhdf.write.store;

import io.vtkhdf.hdf5.write.Layout;

/**
 * Where the slabs of an array of a time series go, one after the other. Each is an array of its own until it is
 * complete; then it is settled, and part of the whole. Called by one thread at a time.
 */
public interface SlabSpace {

    /**
     * Room for the next slab.
     *
     * @param number counted from 0 and not settled yet; once more the same if the one before was given up
     * @param written what of it there is: nothing
     */
    Slab begin(int number, WrittenSlices written);

    /** The slab that comes next stands where it stands, and nothing is written to it any more. */
    void settle(Slab slab);

    /** Whether an earlier run can have stored the slab behind the settled ones there, raw. */
    default boolean isNext(long address) {
        return true;
    }

    /** How many slabs are settled. */
    int count();

    /** How all settled slabs are laid out, with the axis of time in front. */
    Layout layout();

    /** How the first slab is laid out, without an axis of time. */
    Layout firstLayout();
}
