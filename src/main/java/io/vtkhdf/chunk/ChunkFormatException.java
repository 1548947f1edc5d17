package io.vtkhdf.chunk;

import java.util.zip.DataFormatException;

/** The bytes of a chunk are not what they should be. */
public final class ChunkFormatException extends DataFormatException {
    private static final long serialVersionUID = 1L;

    private final String found;
    private final String expected;

    ChunkFormatException(String found, String expected) {
        super("found " + found + ", expected " + expected);
        this.found = found;
        this.expected = expected;
    }

    public String found() {
        return found;
    }

    public String expected() {
        return expected;
    }
}
