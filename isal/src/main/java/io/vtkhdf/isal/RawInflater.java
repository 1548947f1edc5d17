package io.vtkhdf.isal;

/** Takes streams of raw deflate data (RFC 1951) apart, one after the other. Not thread-safe. */
public interface RawInflater {

    /**
     * Decompresses a stream to the first {@code size} bytes of {@code plain}, and no others.
     *
     * @return how many bytes there were, of those; it does not tell whether the stream ended there
     * @throws RuntimeException if the stream is broken
     */
    int inflate(byte[] stream, int from, int length, byte[] plain, int size);
}
