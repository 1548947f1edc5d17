package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.chunk.CopyTarget;
import io.vtkhdf.chunk.Destination;
import io.vtkhdf.chunk.ElementBox;
import io.vtkhdf.chunk.ElementForm;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.hdf5.LayoutClass;
import io.vtkhdf.hdf5.read.Parts.Part;
import io.vtkhdf.hdf5.virtual.Mapping;
import io.vtkhdf.hdf5.virtual.PartListener;
import io.vtkhdf.hdf5.virtual.PartName;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Data that stand in other datasets, in this file or others. What no part has, or a part that is not there, reads as
 * the fill value.
 */
final class VirtualBlocks implements Blocks {

    private final VirtualMappings mappings;
    private final StoredNumbers numbers;
    private final ElementForm form;
    private final long[] shape;
    private final ChunkGrid grid;

    /** @param form with the dataset's own byte order */
    VirtualBlocks(VirtualMappings mappings, StoredNumbers numbers, ElementForm form, long... shape) {
        this.mappings = mappings;
        this.numbers = numbers;
        this.form = form;
        this.shape = shape;
        this.grid = new ChunkGrid(shape, ContiguousBlocks.blockShape(shape, form.size()));
    }

    /** @throws io.vtkhdf.error.UnsupportedFileException if a part is named that is out of reach */
    VirtualBlocks requireReach() throws IOException {
        StoredFile file = mappings.file();
        for (Mapping mapping : mappings.get()) {
            Mapping first = mapping.isNumbered() ? mapping.numbered(0) : mapping;
            file.parts().requireReach(file, mappings.path(), first.file());
        }
        return this;
    }

    @Override
    public ChunkGrid grid() {
        return grid;
    }

    @Override
    public void copy(ElementBox box, ElementForm asked, Destination to) throws IOException {
        copy(box, to, new VirtualCopy.Request(numbers, box.count()));
    }

    /** For what somebody asks who is made of this. */
    void copy(ElementBox box, Destination to, VirtualCopy.Request request) throws IOException {
        new VirtualCopy(mappings, numbers, form, shape, request).copy(box, to);
    }

    @Override
    public long loaderMemory() {
        return (long) grid.chunkElements() * form.size();
    }

    @Override
    public LayoutClass storage() {
        return LayoutClass.VIRTUAL;
    }

    @Override
    public long storedCount() {
        return grid.count();
    }

    @Override
    public Stored stored(long index) {
        return new Stored(index, 0, 0);
    }

    @Override
    public void verify(long block) throws IOException {
        long[] place = grid.place(block);
        int[] size = grid.sizeInside(place);
        byte[] values = new byte[ChunkGrid.elements(size) * form.size()];
        int[] strides = new int[size.length];
        for (int axis = size.length - 1, stride = 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= size[axis];
        }
        CopyTarget target = CopyTarget.ofElements(form.size(), values);
        copy(ElementBox.of(grid.start(place), size), form, new Destination(target, 0, strides));
    }

    /** None in this file. */
    @Override
    public long storedBytes() {
        return 0;
    }

    /** Numbered ones as many as there are now. */
    @Override
    public long parts() throws IOException {
        long[] parts = new long[1];
        mappings.forEach(mapping -> parts[0]++, shape);
        return parts[0];
    }

    @Override
    public Set<Path> otherFiles() throws IOException {
        Set<String> names = new LinkedHashSet<>();
        mappings.forEach(mapping -> names.add(mapping.file()), shape);
        StoredFile file = mappings.file();
        Set<Path> files = new LinkedHashSet<>();
        for (String name : names) {
            file.parts().locate(file, mappings.path(), name).ifPresent(files::add);
        }
        return files;
    }

    @Override
    public List<PartName> missingParts(ElementBox box) throws IOException {
        Set<PartName> missing = new LinkedHashSet<>();
        for (Mapping mapping : mappings.in(box, shape)) {
            if (mapping.target().inside(box).isPresent()) {
                check(mapping, missing::add, 0);
            }
        }
        return List.copyOf(missing);
    }

    /** Opens each part, and its own if it is virtual itself, and tells what is wrong with them. */
    void checkParts(PartListener listener) throws IOException {
        mappings.forEach(mapping -> check(mapping, listener, 0), shape);
    }

    /** Opens a part, and its own parts if it has some. */
    private void check(Mapping mapping, PartListener listener, int nested) throws IOException {
        PartName name = new PartName(mapping.file(), mapping.dataset());
        if (nested >= Parts.MOST_NESTED) {
            throw Parts.nestedTooDeep(mappings.file(), mappings.path());
        }
        Optional<Part> found;
        try {
            found = mappings.open(mapping);
        } catch (FileContentException | AccessDeniedException e) {
            listener.broken(name, e);
            return;
        }
        if (found.isEmpty()) {
            listener.missing(name);
            return;
        }
        try (MappedPart part = MappedPart.of(found.get(), mappings, mapping, shape)) {
            if (part.part().blocks() instanceof VirtualBlocks inner) {
                inner.mappings.forEach(other -> inner.check(other, listener, nested + 1), inner.shape);
            }
        } catch (FileContentException e) {
            listener.changed(name, e);
        }
    }
}
