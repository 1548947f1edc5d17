package io.vtkhdf.source;

/**
 * Hears how far the reading of an image has come, to convert or to compare it, on the threads that do that, but on one
 * at a time.
 */
@FunctionalInterface
public interface ProgressListener {

    /**
     * Called whenever values have come to stand in the file that is written, or were compared.
     *
     * @param done the bytes of array values that are done with, without those that wait to be compressed
     * @param total the bytes in all
     */
    void progress(long done, long total);

    /**
     * Called before {@link #progress} counts bytes that were there already, and so took no time.
     *
     * @param bytes how many of them
     */
    default void skipped(long bytes, long total) {}

    /**
     * Called before a step of a series is read.
     *
     * @param step counted from 0
     * @param steps how many there are; 1 of a single image
     */
    default void step(int step, int steps) {}
}
