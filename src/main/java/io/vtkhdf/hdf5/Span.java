package io.vtkhdf.hdf5;

/**
 * Bytes of a file that are wanted together.
 *
 * @param address of the first one
 */
public record Span(long address, int size) {

    long end() {
        return address + size;
    }
}
