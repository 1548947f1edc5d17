package io.vtkhdf.copy;

import io.vtkhdf.image.Dimensions;
import java.util.List;
import java.util.Optional;

/**
 * How an array will be stored, in the words of the target's format.
 *
 * @param storage such as {@code chunked} or {@code appended}
 * @param chunk the chunk's size in tuples; empty if there are none
 * @param filters the names of what the values go through, in that order
 * @param bytes the bytes that the values take before that
 */
public record TargetLayout(String storage, Optional<Dimensions> chunk, List<String> filters, long bytes) {

    public TargetLayout {
        filters = List.copyOf(filters);
    }
}
