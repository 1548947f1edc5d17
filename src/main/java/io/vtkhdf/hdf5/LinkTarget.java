package io.vtkhdf.hdf5;

/** What a link of a group leads to. */
public sealed interface LinkTarget {

    /** An object header. */
    record Hard(long address) implements LinkTarget {}

    /** A path in the same file. */
    record Soft(String path) implements LinkTarget {}

    /** A path in another file. */
    record External(String file, String path) implements LinkTarget {}

    /** Something that only the program knows which has defined it. */
    record Other(String kind) implements LinkTarget {}
}
