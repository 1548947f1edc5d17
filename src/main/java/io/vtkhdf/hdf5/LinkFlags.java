package io.vtkhdf.hdf5;

/** What the flags of a link message say (specification IV.A.2.g). */
public final class LinkFlags {

    /** The bytes of the name's length: 1, 2, 4 or 8. */
    public static final int LENGTH_SIZE = 3;

    /** The value of {@link #LENGTH_SIZE} for two bytes. */
    public static final int LENGTH_IN_2_BYTES = 1;

    /** The order of creation follows. */
    public static final int ORDERED = 1 << 2;

    /** The kind of the link follows. */
    public static final int KIND = 1 << 3;

    /** The name's character set follows. */
    public static final int CHARSET = 1 << 4;

    private LinkFlags() {}
}
