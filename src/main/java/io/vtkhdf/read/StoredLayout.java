package io.vtkhdf.read;

import io.vtkhdf.image.Dimensions;
import java.util.List;
import java.util.Optional;

/**
 * How an array of an existing file is stored.
 *
 * @param storage {@code contiguous}, {@code chunked} or {@code compact}
 * @param chunk the chunk's size in tuples; empty unless chunked
 * @param filters the names of the filters in the order of writing, such as {@code shuffle} and {@code deflate}
 * @param storedBytes the bytes that the data take in the file
 */
public record StoredLayout(String storage, Optional<Dimensions> chunk, List<String> filters, long storedBytes) {

    public StoredLayout {
        filters = List.copyOf(filters);
    }
}
