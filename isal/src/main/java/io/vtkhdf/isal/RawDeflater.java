package io.vtkhdf.isal;

/** Makes streams of raw deflate data (RFC 1951), one after the other. Not thread-safe. */
public interface RawDeflater {

    /**
     * Compresses the first {@code length} bytes, at least one, into one stream.
     *
     * @return the size of the stream, which begins at index 0 of the target; -1 if the target is too small for it
     */
    int deflate(byte[] source, int length, byte[] target);
}
