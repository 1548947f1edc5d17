package io.vtkhdf.compat.rules;

import java.util.List;

/**
 * The parts of a virtual dataset that are not to be had, as {@code file:dataset}.
 *
 * @param missing those whose file is not there, or holds no such dataset
 * @param broken those whose file is not HDF5
 * @param changed those that are smaller than they should be, or hold something else than numbers
 */
public record StoredParts(List<String> missing, List<String> broken, List<String> changed) {

    /** All parts are there, or the dataset has none. */
    public static final StoredParts ALL_THERE = new StoredParts(List.of(), List.of(), List.of());

    public StoredParts {
        missing = List.copyOf(missing);
        broken = List.copyOf(broken);
        changed = List.copyOf(changed);
    }
}
