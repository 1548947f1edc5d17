package io.vtkhdf.convert;

/** Hears how far a conversion has come, on the thread that converts. */
@FunctionalInterface
public interface ProgressListener {

    /**
     * Called after every slab.
     *
     * @param done the bytes of array values copied so far
     * @param total the bytes to copy in all
     */
    void progress(long done, long total);
}
