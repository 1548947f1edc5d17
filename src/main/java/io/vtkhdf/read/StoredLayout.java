package io.vtkhdf.read;

import io.vtkhdf.image.Dimensions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How an array of an existing file is stored.
 *
 * @param chunk the chunk's size in tuples; empty unless chunked
 * @param filters in the order of writing
 * @param storedBytes the bytes that the data take in the file; none if they are in others
 * @param parts the datasets that hold the data if it is virtual; else 0
 */
public record StoredLayout(Form form, Optional<Dimensions> chunk, List<Filter> filters, long storedBytes, long parts) {

    public StoredLayout {
        filters = List.copyOf(filters);
    }

    /** HDF5's ways to lay data out. */
    public enum Form {
        /** In the header of the dataset: small data. */
        COMPACT,
        /** As one run of bytes. */
        CONTIGUOUS,
        /** In chunks, each of which may go through filters. */
        CHUNKED,
        /** In other datasets, of this file and others. */
        VIRTUAL;

        /** As HDF5's own tools write it, such as {@code contiguous}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A filter that chunks went through.
     *
     * @param id its number, as registered with The HDF Group
     * @param name such as {@code shuffle} or {@code deflate}; for one that is not known here the number, with the name
     *     that the file gives
     */
    public record Filter(int id, String name) {

        /** The same as {@link #name()}. */
        @Override
        public String toString() {
            return name;
        }
    }
}
