package io.vtkhdf.hdf5.read;

import io.vtkhdf.hdf5.read.Parts.Part;
import io.vtkhdf.hdf5.virtual.GridSelection;
import io.vtkhdf.hdf5.virtual.Mapping;
import io.vtkhdf.hdf5.virtual.Mappings;
import io.vtkhdf.hdf5.virtual.Selection;
import io.vtkhdf.hdf5.virtual.VirtualExtent;
import java.io.IOException;
import java.util.Optional;

/**
 * Finds out how far a virtual dataset reaches. One with mappings that go on for ever is as long along their axis as its
 * parts have elements now, whatever the file says: as HDF5 has it unless it is told otherwise, the last element that is
 * to be had counts, and of numbered parts the last one before the first that is missing; HDF5 looks for none behind
 * that.
 */
final class ExtentSearch {

    /** So many numbered parts a virtual dataset may have. */
    private static final int MOST_NUMBERED = 1 << 20;

    private ExtentSearch() {}

    /** @param stored the shape as the file has it */
    static VirtualExtent extent(VirtualMappings mappings, long... stored) throws IOException {
        Mappings all = mappings.get();
        if (!all.isEndless()) {
            return VirtualExtent.ofFile(stored);
        }
        long[] shape = stored.clone();
        for (int i = 0; i < all.size(); i++) {
            int axis = all.get(i).target().unlimitedAxis();
            if (axis >= 0) {
                shape[axis] = 0;
            }
        }
        long[] parts = new long[all.size()];
        long left = MOST_NUMBERED;
        for (int i = 0; i < all.size(); i++) {
            Mapping mapping = all.get(i);
            int unlimited = mapping.target().unlimitedAxis();
            if (unlimited >= 0) {
                parts[i] = mapping.isNumbered() ? numbered(mappings, mapping, left) : endless(mappings, mapping);
                left -= mapping.isNumbered() ? parts[i] : 0;
                shape[unlimited] = Math.max(shape[unlimited], end(mappings, mapping, parts[i]));
            } else {
                long[] extent = mapping.target().extent();
                for (int axis = 0; axis < shape.length; axis++) {
                    shape[axis] = Math.max(shape[axis], extent[axis]);
                }
            }
        }
        return new VirtualExtent(shape, parts);
    }

    private static long numbered(VirtualMappings mappings, Mapping mapping, long most) throws IOException {
        long number = 0;
        while (isThere(mappings, mappings.numbered(mapping, number))) {
            if (++number > most) {
                throw mappings.file()
                        .unsupported(
                                mappings.path(),
                                "more than " + MOST_NUMBERED + " numbered parts, such as '" + mapping.file() + ":"
                                        + mapping.dataset() + "'",
                                "at most so many");
            }
        }
        return number;
    }

    private static boolean isThere(VirtualMappings mappings, Mapping mapping) throws IOException {
        Optional<Part> part = mappings.open(mapping);
        if (part.isPresent()) {
            part.get().close();
        }
        return part.isPresent();
    }

    /** The index after the last one of so many numbered parts, or indices of the only part. */
    private static long end(VirtualMappings mappings, Mapping mapping, long count) throws IOException {
        int axis = mapping.target().unlimitedAxis();
        Mapping last = mapping.isNumbered()
                ? mappings.numbered(mapping, Math.max(0, count - 1))
                : mappings.first(mapping, count);
        return count == 0 ? 0 : last.target().extent()[axis];
    }

    /** How many indices the part of a mapping has along the axis that goes on for ever. */
    private static long endless(VirtualMappings mappings, Mapping mapping) throws IOException {
        Optional<Part> part = mappings.open(mapping);
        if (part.isEmpty()) {
            return 0;
        }
        try (Part open = part.get()) {
            Selection source = mapping.source().orElseThrow();
            long[] shape = open.shape();
            if (shape.length != source.rank()) {
                throw mappings.file()
                        .corrupt(
                                mappings.path(),
                                "a part of " + shape.length + " axes",
                                Integer.toString(source.rank()));
            }
            int axis = mapping.sourceAxis();
            return ((GridSelection) source).axis(axis).below(shape[axis]);
        }
    }
}
