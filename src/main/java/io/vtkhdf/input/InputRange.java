package io.vtkhdf.input;

/** The bytes of a file from {@code start} up to, not including, {@code end}. */
public record InputRange(long start, long end) {

    public long length() {
        return end - start;
    }
}
