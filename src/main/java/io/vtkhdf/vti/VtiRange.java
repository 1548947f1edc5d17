package io.vtkhdf.vti;

/** The bytes of a file from {@code start} up to, not including, {@code end}. */
record VtiRange(long start, long end) {

    long length() {
        return end - start;
    }
}
