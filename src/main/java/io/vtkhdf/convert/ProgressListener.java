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

    /**
     * Called before {@link #progress} counts bytes that were there already, and so took no time.
     *
     * @param bytes how many of them
     */
    default void skipped(long bytes, long total) {}
}
