package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.chunk.Destination;
import io.vtkhdf.chunk.ElementBox;
import io.vtkhdf.chunk.ElementForm;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.hdf5.LayoutClass;
import io.vtkhdf.hdf5.number.StoredNumbers;
import io.vtkhdf.hdf5.read.Parts.Part;
import io.vtkhdf.hdf5.virtual.Mapping;
import io.vtkhdf.hdf5.virtual.PartListener;
import io.vtkhdf.hdf5.virtual.PartName;
import io.vtkhdf.runtime.MemoryBudget;
import io.vtkhdf.runtime.Workers;
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

    /** The memory that the names of a part take beside their characters. */
    private static final int NAME = 192;

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
        mappings.requireReach();
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
            long[] memory = new long[1];
            mappings.forEach(mapping -> {
                if (distinct.add(PartName.of(mapping))) {
                    memory[0] +=
                            NAME + mapping.file().length() + mapping.dataset().length();
                    requireHeld(memory[0]);
                }
            });
            names = List.copyOf(distinct);
        }
        return names;
    }

    private void requireHeld(long memory) throws IOException {
        if (memory > MemoryBudget.STRUCTURE.bytes()) {
            throw mappings.file()
                    .unsupported(
                            mappings.path(),
                            "parts with names that take more than " + MemoryBudget.STRUCTURE.bytes() + " bytes",
                            "at most " + MemoryBudget.STRUCTURE.share());
        }
    }

    /**
     * Reads all that stands in the file of each part, whatever is mapped of it. Nothing of a part that cannot be
     * opened, which {@link #checkParts} tells.
     */
    @Override
    public void verify(int workers, Verdicts verdicts) throws IOException {
        Workers.each(
                workers,
                storedCount(),
                i -> verdicts.of(i, () -> verify(names().get((int) stored(i).number()), new HashSet<>(), 0)));
    }

    /** @param visited the virtual datasets that have been looked at, each of which may be a part of many */
    private void verify(PartName name, Set<PartName> visited, int nested) throws IOException {
        requireNotTooDeep(nested);
        Optional<Part> found = openable(name);
        if (found.isEmpty()) {
            return;
        }
        try (Part part = found.get()) {
            Optional<Blocks> blocks = blocks(part);
            if (blocks.isPresent() && blocks.get() instanceof VirtualBlocks inner) {
                for (PartName other : visited.add(inner.name()) ? inner.names() : List.<PartName>of()) {
                    inner.verify(other, visited, nested + 1);
                }
            } else if (blocks.isPresent()) {
                blocks.get().verify(1, (index, verdict) -> verdict.require());
            }
        }
    }

    private Optional<Part> openable(PartName name) throws IOException {
        try {
            return mappings.file().parts().open(mappings.file(), mappings.path(), name.file(), name.dataset());
        } catch (FileContentException | AccessDeniedException e) {
            return Optional.empty();
        }
    }

    /** Empty also where there are no elements. */
    private static Optional<Blocks> blocks(Part part) throws IOException {
        try {
            return Arrays.stream(part.shape()).anyMatch(n -> n == 0) ? Optional.empty() : Optional.of(part.blocks());
        } catch (FileContentException e) {
            return Optional.empty();
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
        mappings.forEach(mapping -> parts[0]++);
        return parts[0];
    }

    @Override
    public Set<Path> otherFiles() throws IOException {
        Set<String> names = new LinkedHashSet<>();
        names().forEach(part -> names.add(part.file()));
        StoredFile file = mappings.file();
        Set<Path> files = new LinkedHashSet<>();
        for (String name : names) {
            file.parts().locate(file, mappings.path(), name).ifPresent(files::add);
        }
        return files;
    }

    @Override
    public void checkParts(ElementBox box, PartListener listener) throws IOException {
        PartListener once = listener.once();
        Set<PartName> visited = new HashSet<>();
        Set<PartName> way = new LinkedHashSet<>(List.of(name()));
        mappings.in(box, mapping -> {
            if (mapping.target().inside(box).isPresent()) {
                check(mapping, once, visited, way);
            }
        });
    }

    /** Opens each part, and its own if it is virtual itself, and tells what is wrong with them. */
    void checkParts(PartListener listener) throws IOException {
        PartListener once = listener.once();
        Set<PartName> visited = new HashSet<>();
        Set<PartName> way = new LinkedHashSet<>(List.of(name()));
        mappings.forEach(mapping -> check(mapping, once, visited, way));
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
        try (Part part = found.get()) {
            Optional<VirtualBlocks> inner = inner(part, mapping, name, listener);
            if (inner.isPresent()) {
                inner.get().check(name, listener, visited, way);
            }
        }
    }

    /** What a part is made of itself, if it is virtual; tells what is wrong with it. */
    private Optional<VirtualBlocks> inner(Part part, Mapping mapping, PartName name, PartListener listener)
            throws IOException {
        try {
            Blocks blocks = MappedPart.of(part, mappings, mapping, shape).part().blocks();
            return blocks instanceof VirtualBlocks inner ? Optional.of(inner) : Optional.empty();
        } catch (UnsupportedFileException e) {
            listener.broken(name, e);
        } catch (FileContentException e) {
            listener.changed(name, e);
        }
        return Optional.empty();
    }

    /** Looks at the parts of what is a part itself, under a name. */
    private void check(PartName name, PartListener listener, Set<PartName> visited, Set<PartName> way)
            throws IOException {
        if (way.contains(name())) {
            listener.broken(name, circle(this));
        } else if (visited.add(name())) {
            way.add(name());
            mappings.forEach(mapping -> check(mapping, listener, visited, way));
            way.remove(name());
        }
    }
}
