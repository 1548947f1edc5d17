package io.vtkhdf.compat;

/** What a reader makes of a file. */
public enum Verdict {
    /** Every array is delivered right, and no error is reported. */
    READ,
    /** No error is reported, but an array, a value or the geometry is missing or different. */
    WRONG,
    /** An error is reported, even if some arrays are delivered. */
    REFUSED,
    /** The process dies. */
    CRASHED
}
