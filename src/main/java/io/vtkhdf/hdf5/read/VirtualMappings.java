package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.ElementBox;
import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.jhdf.JhdfGlobalHeap;
import io.vtkhdf.hdf5.read.LayoutMessage.Virtual;
import io.vtkhdf.hdf5.read.Parts.Part;
import io.vtkhdf.hdf5.virtual.Mapping;
import io.vtkhdf.hdf5.virtual.MappingList;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a virtual dataset is made of, which is read again when memory was needed for something else. Thread-safe. */
final class VirtualMappings {

    private final StoredFile file;
    private final String path;
    private final Virtual layout;
    private final long[] shape;
    private volatile SoftReference<List<Mapping>> known = new SoftReference<>(null);

    /** @param shape as the file has it, which parts without an end may have outgrown */
    VirtualMappings(StoredFile file, String path, Virtual layout, long... shape) {
        this.file = file;
        this.path = path;
        this.layout = layout;
        this.shape = shape;
    }

    List<Mapping> get() throws IOException {
        List<Mapping> mappings = known.get();
        if (mappings == null) {
            mappings = file.parse(path, storage -> MappingList.read(list(storage), storage, shape));
            known = new SoftReference<>(mappings);
        }
        return mappings;
    }

    /**
     * All mappings, of numbered ones those of which something is in a box.
     *
     * @param current the shape of the dataset with all of its parts
     */
    List<Mapping> in(ElementBox box, long... current) throws IOException {
        List<Mapping> single = new ArrayList<>();
        for (Mapping mapping : get()) {
            if (mapping.isNumbered()) {
                int axis = mapping.target().unlimitedAxis();
                long first = box.first()[axis];
                long end = mapping.blocksBelow(Math.min(current[axis], first + box.size()[axis]));
                for (long number = Math.max(0, mapping.blocksBelow(first) - 1); number < end; number++) {
                    single.add(mapping.numbered(number));
                }
            } else {
                single.add(mapping);
            }
        }
        return single;
    }

    /** The dataset of a mapping; empty if it is not there. */
    Optional<Part> open(Mapping mapping) throws IOException {
        return file.parts().open(file, path, mapping.file(), mapping.dataset());
    }

    /** Visits the mappings, of numbered ones as many as there are in a dataset of that shape. */
    void forEach(Visitor visitor, long... current) throws IOException {
        for (Mapping mapping : get()) {
            long count = mapping.isNumbered()
                    ? mapping.blocksBelow(current[mapping.target().unlimitedAxis()])
                    : 1;
            for (long number = 0; number < count; number++) {
                visitor.visit(mapping.isNumbered() ? mapping.numbered(number) : mapping);
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
