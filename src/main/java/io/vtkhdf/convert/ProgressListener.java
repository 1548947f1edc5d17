package io.vtkhdf.convert;

/** Hears how far a conversion has come, on the threads that convert, but on one at a time. */
@FunctionalInterface
public interface ProgressListener {

    /**
     * Called whenever values have come to stand in the file.
     *
     * @param done the bytes of array values that stand in the file, not of those that wait to be compressed
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
