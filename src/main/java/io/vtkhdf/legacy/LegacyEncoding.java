package io.vtkhdf.legacy;

/** How a whole file stores values: as text, or as big-endian bytes. */
enum LegacyEncoding {
    ASCII,
    BINARY
}
