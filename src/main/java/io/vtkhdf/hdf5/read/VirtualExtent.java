package io.vtkhdf.hdf5.read;

import io.vtkhdf.hdf5.read.Parts.Part;
import io.vtkhdf.hdf5.virtual.GridSelection;
import io.vtkhdf.hdf5.virtual.Mapping;
import io.vtkhdf.hdf5.virtual.Selection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The shape of a virtual dataset. One with mappings that go on for ever is as long along their axis as its parts have
 * elements now, whatever the file says: as HDF5 has it unless it is told otherwise, the last element that is to be had
 * counts, and of numbered parts the last one before the first that is missing.
 */
final class VirtualExtent {

    private final VirtualMappings mappings;

    VirtualExtent(VirtualMappings mappings) {
        this.mappings = mappings;
    }

    /** @param stored the shape as the file has it */
    long[] shape(long... stored) throws IOException {
        long[] shape = stored.clone();
        boolean endless = false;
        for (Mapping mapping : mappings.get()) {
            int axis = mapping.target().unlimitedAxis();
            if (axis >= 0) {
                endless = true;
                shape[axis] = 0;
            }
        }
        for (Mapping mapping : endless ? mappings.get() : List.<Mapping>of()) {
            int unlimited = mapping.target().unlimitedAxis();
            long[] extent = unlimited < 0 ? mapping.target().extent() : stored;
            for (int axis = 0; unlimited < 0 && axis < shape.length; axis++) {
                shape[axis] = Math.max(shape[axis], extent[axis]);
            }
            if (unlimited >= 0) {
                long there = mapping.isNumbered() ? numbered(mapping) : endless(mapping);
                shape[unlimited] = Math.max(shape[unlimited], there);
            }
        }
        return shape;
    }

    private long numbered(Mapping mapping) throws IOException {
        long number = 0;
        while (isThere(mapping.numbered(number))) {
            number++;
        }
        int axis = mapping.target().unlimitedAxis();
        return number == 0 ? 0 : mapping.numbered(number - 1).target().extent()[axis];
    }

    private boolean isThere(Mapping mapping) throws IOException {
        Optional<Part> part = mappings.open(mapping);
        if (part.isPresent()) {
            part.get().close();
        }
        return part.isPresent();
    }

    private long endless(Mapping mapping) throws IOException {
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
            long there = ((GridSelection) source).axis(axis).below(shape[axis]);
            int along = mapping.target().unlimitedAxis();
            return mapping.first(there).target().extent()[along];
        }
    }
}
