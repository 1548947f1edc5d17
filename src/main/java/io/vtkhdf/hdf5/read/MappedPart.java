package io.vtkhdf.hdf5.read;

import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.hdf5.read.Parts.Part;
import io.vtkhdf.hdf5.virtual.GridAxis;
import io.vtkhdf.hdf5.virtual.GridSelection;
import io.vtkhdf.hdf5.virtual.Mapping;
import io.vtkhdf.hdf5.virtual.Selection;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/**
 * An open part of a virtual dataset that is as its mapping needs it.
 *
 * @param source what is taken of it; {@code target} as many elements of the virtual dataset
 */
record MappedPart(Part part, Selection source, Selection target) implements Closeable {

    /**
     * A part that was opened, and is closed if it is not as it should be.
     *
     * @param mapping none of a numbered one's
     * @param shape of the virtual dataset
     * @throws io.vtkhdf.error.CorruptFileException if it is smaller than the mapping has it, or has no numbers
     */
    static MappedPart of(Part part, VirtualMappings mappings, Mapping mapping, long... shape) throws IOException {
        try {
            Mapping bounded = bounded(mappings, mapping, part.shape(), shape);
            Selection source = bounded.source().orElseGet(() -> Selection.all(part.shape()));
            if (!source.isWithin(part.shape())
                    || source.count() != bounded.target().count()) {
                throw part.file()
                        .corrupt(
                                part.path(),
                                "shape " + Arrays.toString(part.shape()),
                                expected(bounded) + " in what is a part of "
                                        + mappings.file().name() + ": " + mappings.path());
            }
            requireNumbers(part);
            return new MappedPart(part, source, bounded.target());
        } catch (IOException | RuntimeException | Error e) {
            part.close();
            throw e;
        }
    }

    private static void requireNumbers(Part part) throws IOException {
        try {
            part.numbers();
        } catch (UnsupportedFileException e) {
            throw part.file().corrupt(part.path(), e.found(), e.expected());
        }
    }

    private static String expected(Mapping mapping) {
        return mapping.source()
                .map(source -> "at least " + Arrays.toString(source.extent()))
                .orElse(mapping.target().count() + " elements");
    }

    /** Without what goes on for ever: as many elements as there are both here and there. */
    private static Mapping bounded(VirtualMappings mappings, Mapping mapping, long[] there, long... here)
            throws IOException {
        int axis = mapping.sourceAxis();
        int along = mapping.target().unlimitedAxis();
        if (along < 0) {
            return mapping;
        }
        GridAxis source = ((GridSelection) mapping.source().orElseThrow()).axis(axis);
        GridAxis target = ((GridSelection) mapping.target()).axis(along);
        long count = axis < there.length ? source.below(there[axis]) : 1;
        return mappings.first(mapping, Math.min(count, target.below(here[along])));
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
