package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.ElementBox;
import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.jhdf.JhdfGlobalHeap;
import io.vtkhdf.hdf5.read.LayoutMessage.Virtual;
import io.vtkhdf.hdf5.read.Parts.Part;
import io.vtkhdf.hdf5.virtual.KnownDatasets;
import io.vtkhdf.hdf5.virtual.Mapping;
import io.vtkhdf.hdf5.virtual.MappingList;
import io.vtkhdf.hdf5.virtual.Mappings;
import io.vtkhdf.hdf5.virtual.VirtualExtent;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a virtual dataset is made of, which is read again when memory was needed for something else; of numbered
 * mappings those up to the first whose part is missing, as HDF5 has it, that one included. Thread-safe.
 */
final class VirtualMappings {

    private final StoredFile file;
    private final String path;
    private final Virtual layout;
    private final long[] shape;
    private final KnownDatasets.Key key;
    private volatile SoftReference<Mappings> known = new SoftReference<>(null);
    private volatile VirtualExtent extent;

    /** @param shape as the file has it, which parts without an end may have outgrown */
    VirtualMappings(StoredFile file, String path, Virtual layout, long... shape) {
        this.file = file;
        this.path = path;
        this.layout = layout;
        this.shape = shape;
        this.key = new KnownDatasets.Key(file.name(), layout.heap(), layout.index(), shape);
    }

    Mappings get() throws IOException {
        Mappings mappings = known.get();
        if (mappings == null) {
            mappings = file.parts()
                    .known()
                    .mappings(key, () -> file.parse(path, storage -> MappingList.read(list(storage), storage, shape)));
            known = new SoftReference<>(mappings);
        }
        return mappings;
    }

    /** @throws io.vtkhdf.error.UnsupportedFileException if a part is named that is out of reach */
    void requireReach() throws IOException {
        file.parts().known().requireReach(key, () -> {
            Mappings all = get();
            for (int i = 0; i < all.size(); i++) {
                Mapping first = all.get(i).isNumbered() ? all.get(i).numbered(0) : all.get(i);
                file.parts().requireReach(file, path, first.file());
            }
        });
    }

    /** How far they reach, which may take a look at parts, and is then known. */
    VirtualExtent extent() throws IOException {
        VirtualExtent found = extent;
        if (found == null) {
            found = file.parts().known().extent(key, () -> ExtentSearch.extent(this, shape));
            extent = found;
        }
        return found;
    }

    /**
     * Visits those that may have something of a box, in their order; without an end only those of which nothing is
     * there. One after the other, as few numbered ones stand for many.
     */
    void in(ElementBox box, Visitor visitor) throws IOException {
        Mappings all = get();
        for (int i : all.near(box)) {
            Mapping mapping = all.get(i);
            if (mapping.isNumbered()) {
                int axis = mapping.target().unlimitedAxis();
                long first = box.first()[axis];
                long end = numbers(i, mapping, first + box.size()[axis]);
                for (long number = Math.max(0, mapping.blocksBelow(first) - 1); number < end; number++) {
                    visitor.visit(numbered(mapping, number));
                }
            } else {
                long there = mapping.target().unlimitedAxis() < 0 ? 0 : extent().parts()[i];
                visitor.visit(there == 0 ? mapping : first(mapping, there));
            }
        }
    }

    /**
     * One of those that a numbered one stands for.
     *
     * @throws io.vtkhdf.error.CorruptFileException if it reaches too far
     */
    Mapping numbered(Mapping mapping, long number) throws IOException {
        return file.parse(path, storage -> mapping.numbered(number));
    }

    /**
     * The beginning of one without an end.
     *
     * @throws io.vtkhdf.error.CorruptFileException if it reaches too far
     */
    Mapping first(Mapping mapping, long count) throws IOException {
        return file.parse(path, storage -> mapping.first(count));
    }

    /** How many of a numbered mapping's begin below an index. */
    private long numbers(int i, Mapping mapping, long below) throws IOException {
        VirtualExtent reached = extent();
        long end = Math.min(below, reached.shape()[mapping.target().unlimitedAxis()]);
        return Math.min(mapping.blocksBelow(end), reached.parts()[i] + 1);
    }

    /** The dataset of a mapping; empty if it is not there. */
    Optional<Part> open(Mapping mapping) throws IOException {
        return file.parts().open(file, path, mapping.file(), mapping.dataset());
    }

    /** Visits the mappings in their order. */
    void forEach(Visitor visitor) throws IOException {
        Mappings all = get();
        for (int i = 0; i < all.size(); i++) {
            Mapping mapping = all.get(i);
            long count = mapping.isNumbered() ? numbers(i, mapping, Long.MAX_VALUE) : 1;
            for (long number = 0; number < count; number++) {
                visitor.visit(mapping.isNumbered() ? numbered(mapping, number) : mapping);
            }
        }
    }

    /** Hears of mappings. */
    interface Visitor {
        void visit(Mapping mapping) throws IOException;
    }

    /** Whether HDF5 1 cannot read it. */
    boolean isOfHdf5Two() throws IOException {
        return file.parse(path, storage -> MappingList.isOfHdf5Two(list(storage)));
    }

    private ByteBuffer list(BoundedBytes storage) {
        return new JhdfGlobalHeap(storage, layout.heap()).object(layout.index());
    }

    StoredFile file() {
        return file;
    }

    String path() {
        return path;
    }
}
