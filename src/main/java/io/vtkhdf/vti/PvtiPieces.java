package io.vtkhdf.vti;

import io.vtkhdf.ArraySpec;
import io.vtkhdf.Association;
import io.vtkhdf.Direction;
import io.vtkhdf.Extent;
import io.vtkhdf.ImageGeometry;
import io.vtkhdf.SourceNote;
import io.vtkhdf.UnsupportedFileException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files that a {@code .pvti} file refers to. */
final class PvtiPieces implements Closeable {

    private final Path path;
    private final VtiIndex index;
    private final VtiResources resources;
    private final List<PvtiSplit.Part> parts;
    /** One for each piece. */
    private final List<VtiSource> sources = new ArrayList<>();
    /** Each is opened once, however many pieces name it. */
    private final Map<Path, VtiSource> opened = new LinkedHashMap<>();

    private final Set<SourceNote> notes = new LinkedHashSet<>();

    /** @throws io.vtkhdf.CorruptFileException if the pieces do not cover the image */
    PvtiPieces(Path path, VtiIndex index, VtiResources resources) throws IOException {
        this.path = path;
        this.index = index;
        this.resources = resources;
        List<Extent> uncovered = new ArrayList<>();
        this.parts = PvtiSplit.of(index.geometry().extent(), index.parts(), uncovered)
                .orElseThrow(() -> index.image().unsupported("pieces in no regular arrangement", "a grid of pieces"));
        if (!uncovered.isEmpty()) {
            throw index.image().corrupt("no piece with " + uncovered.get(0), "one");
        }
    }

    /** Opens every piece, and makes sure that it has these arrays. */
    void openAll(List<ArraySpec> arrays) throws IOException {
        for (PvtiPart part : index.parts()) {
            Path file = file(part);
            VtiSource source = opened.get(file);
            if (source == null) {
                source = VtiSource.open(file, resources);
                opened.put(file, source);
                requireArrays(part, source, arrays);
            }
            sources.add(source);
            requireFits(part, source);
        }
    }

    List<Path> files() {
        return List.copyOf(opened.keySet());
    }

    private Path file(PvtiPart part) throws IOException {
        String name = part.source().strip();
        Path folder = path.toAbsolutePath().getParent();
        if (name.contains("://") || name.startsWith("/") || name.isEmpty()) {
            throw outside(part);
        }
        Path relative;
        try {
            relative = path.getFileSystem().getPath(name).normalize();
        } catch (InvalidPathException e) {
            throw part.element().wrong("Source", "the name of a file");
        }
        if (relative.isAbsolute() || relative.startsWith("..")) {
            throw outside(part);
        }
        Path file = path.resolveSibling(relative);
        if (!Files.isRegularFile(file)) {
            throw part.element().corrupt("no file '" + name + "'", "one, in " + folder);
        }
        if (!file.toRealPath().startsWith(folder.toRealPath())) {
            throw outside(part);
        }
        return file;
    }

    private static UnsupportedFileException outside(PvtiPart part) {
        return part.element()
                .unsupported("the piece '" + part.source() + "'", "a file in the folder of the .pvti file or below");
    }

    private static void requireFits(PvtiPart part, VtiSource source) throws IOException {
        Extent found = source.geometry().extent();
        if (!VtiBoxes.intersection(found, part.extent()).equals(Optional.of(part.extent()))) {
            throw part.element().corrupt("a piece '" + part.source() + "' of " + found, "all of " + part.extent());
        }
    }

    private void requireArrays(PvtiPart part, VtiSource source, List<ArraySpec> arrays) throws IOException {
        Map<ArrayKey, ArraySpec> own = byKey(source.arrays());
        for (ArraySpec array : arrays) {
            String place = array.association().groupName() + " '" + array.name() + "'";
            ArraySpec found = own.remove(ArrayKey.of(array));
            if (found == null) {
                throw part.element()
                        .corrupt("no " + place + " in the piece '" + part.source() + "'", "one, as declared");
            } else if (found.type() != array.type() || found.components() != array.components()) {
                throw part.element()
                        .corrupt(
                                place + " of " + describe(found) + " in the piece '" + part.source() + "'",
                                describe(array) + ", as declared");
            }
        }
        for (ArraySpec array : own.values()) {
            notes.add(SourceNote.ofImage(path + ": " + array.association().groupName() + " '" + array.name()
                    + "': left out, since only pieces have it and nothing declares it"));
        }
    }

    private static String describe(ArraySpec array) {
        return array.components() + " x " + array.type().vtkName();
    }

    private record ArrayKey(Association association, String name) {

        static ArrayKey of(ArraySpec array) {
            return new ArrayKey(array.association(), array.name());
        }
    }

    private static Map<ArrayKey, ArraySpec> byKey(List<ArraySpec> arrays) {
        Map<ArrayKey, ArraySpec> found = new LinkedHashMap<>();
        arrays.forEach(array -> found.put(ArrayKey.of(array), array));
        return found;
    }

    /** What the file says, with the direction of the pieces. */
    ImageGeometry geometry() {
        ImageGeometry declared = index.geometry();
        Set<Direction> directions = new LinkedHashSet<>();
        opened.values().forEach(source -> directions.add(source.geometry().direction()));
        if (directions.size() > 1) {
            notes.add(SourceNote.ofImage(path + ": the directions of the pieces differ, and none is taken"));
            return declared;
        }
        return new ImageGeometry(
                declared.extent(),
                declared.origin(),
                declared.spacing(),
                directions.iterator().next());
    }

    /** These field arrays, and those that only pieces have; of several of a name, the last, as VTK does it. */
    VtiFieldSet withFields(VtiFieldSet own) {
        Set<VtiSource> lastOccurrences = new LinkedHashSet<>();
        for (PvtiSplit.Part part : parts) {
            VtiSource source = sources.get(part.piece());
            lastOccurrences.remove(source);
            lastOccurrences.add(source);
        }
        VtiFieldSet fields = new VtiFieldSet();
        lastOccurrences.forEach(source -> fields.addAll(source.fieldSet()));
        fields.addAll(own);
        return fields;
    }

    /** What {@link #openAll} and {@link #geometry} have found that is not offered as it is. */
    Set<SourceNote> notes() {
        return notes;
    }

    /** Readers of all of an array; later ones count where they have the same tuples. */
    List<VtiPieceReader> readers(ArraySpec array, Extent whole) {
        List<VtiPieceReader> readers = new ArrayList<>();
        for (PvtiSplit.Part part : parts) {
            VtiSource source = sources.get(part.piece());
            VtiBoxes.tuples(array.association(), part.box(), index.geometry().extent())
                    .ifPresent(box -> readers.addAll(source.readers(array, box, whole)));
        }
        return readers;
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        for (VtiSource source : opened.values()) {
            try {
                source.close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        resources.close();
        if (first != null) {
            throw first;
        }
    }
}
