package io.vtkhdf.write;

/**
 * Hears of what happens to a file that is written. Its methods are called by the threads that write, which wait
 * meanwhile, perhaps by several at once: they must not call the writer. What they throw ends the writing.
 */
public interface WriteListener {

    /** Hears of nothing. */
    WriteListener NONE = new WriteListener() {};

    /**
     * Values of point and cell arrays have come to stand in the file: what is called done should not be waiting to be
     * compressed.
     *
     * @param bytes how many, before compression
     */
    default void written(long bytes) {}

    /**
     * The file is written though somebody may want to know of something.
     *
     * @param message one line, which names the file
     */
    default void warned(String message) {}
}
