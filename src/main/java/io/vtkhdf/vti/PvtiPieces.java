package io.vtkhdf.vti;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Direction;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.input.FileLocator;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files that a {@code .pvti} file refers to. */
final class PvtiPieces implements Closeable {

    private final FileLocator locator;
    private final VtiIndex index;
    private final VtiResources resources;
    private final List<PvtiSplit.Part> parts;
    /** One for each piece. */
    private final List<VtiSource> sources = new ArrayList<>();
    /** Each is opened once, however many pieces name it. */
    private final Map<Path, VtiSource> opened = new LinkedHashMap<>();

    private final Set<SourceNote> notes = new LinkedHashSet<>();

    /** @throws io.vtkhdf.error.CorruptFileException if the pieces do not cover the image */
    PvtiPieces(FileLocator locator, VtiIndex index, VtiResources resources) throws IOException {
        this.locator = locator;
        this.index = index;
        this.resources = resources;
        List<Extent> uncovered = new ArrayList<>();
        this.parts = PvtiSplit.of(index.geometry().extent(), index.parts(), uncovered)
                .orElseThrow(() -> index.image().unsupported("pieces in no regular arrangement", "a grid of pieces"));
        if (!uncovered.isEmpty()) {
            throw index.image().corrupt("no piece with " + uncovered.get(0), "one");
        }
    }

    /** Opens every piece; which of these arrays all have. Others are {@linkplain VtiIndex#leftOut left out}. */
    List<ArraySpec> openAll(List<ArraySpec> declared) throws IOException {
        for (PvtiPart part : index.parts()) {
            Path file = locator.find(part.element().place(), "piece", part.source());
            VtiSource source = opened.get(file);
            if (source == null) {
                source = VtiSource.open(file, resources);
                opened.put(file, source);
                compareArrays(part, source, declared);
            }
            sources.add(source);
            requireFits(part, source);
        }
        return declared.stream()
                .filter(array -> !index.leftOut().has(array.association(), array.name()))
                .toList();
    }

    List<Path> files() {
        return List.copyOf(opened.keySet());
    }

    private void requireFits(PvtiPart part, VtiSource source) throws IOException {
        Extent found = source.geometry().extent();
        if (!VtiBoxes.intersection(found, part.extent()).equals(Optional.of(part.extent()))) {
            throw part.element().corrupt("a piece '" + part.source() + "' of " + found, "all of " + part.extent());
        }
        source.requireCovered(part.extent(), index.geometry().extent());
    }

    private void compareArrays(PvtiPart part, VtiSource source, List<ArraySpec> declared) {
        Map<ArrayKey, ArraySpec> own = byKey(source.arrays());
        for (ArraySpec array : declared) {
            ArraySpec found = own.remove(ArrayKey.of(array));
            if (found == null) {
                leaveOut(part, source, array);
            } else if (found.type() != array.type() || found.components() != array.components()) {
                leaveOut(
                        array,
                        part.element()
                                .corrupt(
                                        place(array) + " of " + describe(found) + " in the piece '" + part.source()
                                                + "'",
                                        describe(array) + ", as declared"));
            }
        }
        for (ArraySpec array : own.values()) {
            notes.add(SourceNote.ofImage(locator.path() + ": " + place(array)
                    + ": left out, since only pieces have it and nothing declares it"));
        }
    }

    private void leaveOut(PvtiPart part, VtiSource source, ArraySpec array) {
        Optional<FileContentException> reason = source.leftOut().reason(array.association(), array.name());
        if (reason.isPresent()) {
            index.leftOut().add(array.association(), array.name(), reason.get());
        } else {
            leaveOut(
                    array,
                    part.element()
                            .corrupt(
                                    "no " + place(array) + " in the piece '" + part.source() + "'",
                                    "one, as declared"));
        }
    }

    private void leaveOut(ArraySpec array, CorruptFileException reason) {
        index.leftOut().add(array.association(), array.name(), reason);
    }

    private static String place(ArraySpec array) {
        return array.association().groupName() + " '" + array.name() + "'";
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
            notes.add(SourceNote.ofImage(locator.path() + ": the directions of the pieces differ, and none is taken"));
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

    /** What of these arrays and of the fields, or of the image, is not offered as it is; of each array once. */
    List<SourceNote> notes(List<ArraySpec> arrays) {
        Set<SourceNote> all = new LinkedHashSet<>(index.notes());
        all.addAll(notes);
        Set<SourceNote.Array> noted = new HashSet<>();
        all.forEach(note -> note.array().ifPresent(noted::add));
        for (VtiSource source : opened.values()) {
            for (SourceNote note : source.notes()) {
                note.array()
                        .filter(array -> isOffered(array, arrays) && noted.add(array))
                        .ifPresent(array -> all.add(note));
            }
        }
        return List.copyOf(all);
    }

    private static boolean isOffered(SourceNote.Array array, List<ArraySpec> arrays) {
        return array.association() == Association.FIELD
                || arrays.stream()
                        .anyMatch(offered -> offered.association() == array.association()
                                && offered.name().equals(array.name()));
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
