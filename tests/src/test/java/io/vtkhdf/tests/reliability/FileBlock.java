package io.vtkhdf.tests.reliability;

/**
 * One structure of a file.
 *
 * @param from its first byte
 * @param to behind its last byte
 */
record FileBlock(Kind kind, int from, int to) {

    enum Kind {
        SUPERBLOCK,
        OBJECT_HEADER,
        FIXED_ARRAY_HEADER,
        FIXED_ARRAY_DATA_BLOCK,
        FIXED_ARRAY_PAGE,
        CHUNK,
        CHUNK_CHECKSUM,
        /** Contiguous values: of field arrays. */
        VALUES,
        /** Texts, and what says how long they are. */
        GLOBAL_HEAP,
        /** What nothing refers to: gaps, and trees of earlier commits. */
        DEAD;

        /** Whether a checksum covers every bit. */
        boolean isChecked() {
            return ordinal() <= CHUNK_CHECKSUM.ordinal();
        }
    }

    int length() {
        return to - from;
    }
}
