package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.chunk.Destination;
import io.vtkhdf.chunk.ElementBox;
import io.vtkhdf.chunk.ElementForm;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.hdf5.LayoutClass;
import io.vtkhdf.hdf5.number.StoredNumbers;
import io.vtkhdf.hdf5.read.Parts.Part;
import io.vtkhdf.hdf5.virtual.Mapping;
import io.vtkhdf.hdf5.virtual.PartListener;
import io.vtkhdf.hdf5.virtual.PartName;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
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
    private List<PartName> names;

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

    /** A part counts as one block. */
    @Override
    public long storedCount() throws IOException {
        return names().size();
    }

    @Override
    public Stored stored(long index) {
        return new Stored(index, 0, 0);
    }

    private synchronized List<PartName> names() throws IOException {
        if (names == null) {
            Set<PartName> distinct = new LinkedHashSet<>();
            mappings.forEach(mapping -> distinct.add(PartName.of(mapping)), shape);
            names = List.copyOf(distinct);
        }
        return names;
    }

    /** Reads all that stands in the file of a part, whatever is mapped of it. */
    @Override
    public void verify(long block) throws IOException {
        verify(names().get((int) block), new HashSet<>(), 0);
    }

    /** @param visited the virtual datasets that have been looked at, each of which may be a part of many */
    private void verify(PartName name, Set<PartName> visited, int nested) throws IOException {
        requireNotTooDeep(nested);
        Optional<Part> found =
                mappings.file().parts().open(mappings.file(), mappings.path(), name.file(), name.dataset());
        if (found.isEmpty()) {
            return;
        }
        try (Part part = found.get()) {
            if (Arrays.stream(part.shape()).anyMatch(n -> n == 0)) {
                return;
            }
            Blocks blocks = part.blocks();
            if (blocks instanceof VirtualBlocks inner) {
                for (PartName other : visited.add(inner.name()) ? inner.names() : List.<PartName>of()) {
                    inner.verify(other, visited, nested + 1);
                }
            } else {
                for (long i = 0; i < blocks.storedCount(); i++) {
                    blocks.verify(blocks.stored(i).number());
                }
            }
        }
    }

    private void requireNotTooDeep(int nested) throws IOException {
        if (nested >= Parts.MOST_NESTED) {
            throw Parts.nestedTooDeep(mappings.file(), mappings.path());
        }
    }

    private FileContentException circle(VirtualBlocks again) {
        return mappings.file()
                .corrupt(
                        mappings.path(),
                        "a circle: " + again.name() + " is made of this dataset, and this one of it",
                        "parts that hold the values, or are made of others");
    }

    private PartName name() {
        return new PartName(mappings.file().name(), mappings.path());
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
        Set<PartName> visited = new HashSet<>();
        for (Mapping mapping : mappings.in(box, shape)) {
            if (mapping.target().inside(box).isPresent()) {
                check(mapping, missing::add, visited, new LinkedHashSet<>(List.of(name())));
            }
        }
        return List.copyOf(missing);
    }

    /** Opens each part, and its own if it is virtual itself, and tells what is wrong with them. */
    void checkParts(PartListener listener) throws IOException {
        Set<PartName> visited = new HashSet<>();
        Set<PartName> way = new LinkedHashSet<>(List.of(name()));
        mappings.forEach(mapping -> check(mapping, listener, visited, way), shape);
    }

    /**
     * Opens a part, and its own parts if it has some.
     *
     * @param way the virtual datasets that led here, of which none may come again
     */
    private void check(Mapping mapping, PartListener listener, Set<PartName> visited, Set<PartName> way)
            throws IOException {
        requireNotTooDeep(way.size() - 1);
        PartName name = PartName.of(mapping);
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
                if (way.contains(inner.name())) {
                    listener.broken(name, circle(inner));
                } else if (visited.add(inner.name())) {
                    way.add(inner.name());
                    inner.mappings.forEach(other -> inner.check(other, listener, visited, way), inner.shape);
                    way.remove(inner.name());
                }
            }
        } catch (FileContentException e) {
            listener.changed(name, e);
        }
    }
}
