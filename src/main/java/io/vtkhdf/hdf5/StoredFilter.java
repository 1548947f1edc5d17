package io.vtkhdf.hdf5;

import io.vtkhdf.chunk.Filter;

/**
 * A filter of a chunked dataset.
 *
 * @param id its registered number
 * @param storedName what the file calls it, or nothing
 */
public record StoredFilter(int id, String storedName, int... parameters) {

    /** What it does to a chunk. */
    public Filter filter() {
        return new Filter(id, true, parameters);
    }

    /** The library's name of it, or else its number with the name that the file gives. */
    public String name() {
        return Filter.name(id).orElseGet(() -> id + (storedName.isBlank() ? "" : " (" + storedName + ")"));
    }
}
