package io.vtkhdf.hdf5;

/** What a link of a group leads to. */
public sealed interface LinkTarget {

    /** An object header. */
    record Hard(long address) implements LinkTarget {}

    /** A path in the same file. */
    record Soft(String path) implements LinkTarget {}

    /** Something outside the file. */
    record Other(String kind) implements LinkTarget {}
}
