package io.vtkhdf.volume;

/** How the values of a volume stand in its files. */
public enum VolumeEncoding {
    /** As they are in memory, in one byte order or the other. */
    RAW,
    /** As numbers in decimal, with space between them. */
    TEXT,
    /** As raw, in one stream of zlib (RFC 1950) or members of gzip (RFC 1952), whichever the bytes say it is. */
    DEFLATED
}
