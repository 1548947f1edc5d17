package io.vtkhdf.shape;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.Unfinished;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An image made of another, array by array. Closing it closes the other. */
abstract class WrappedSource implements ImageSource {

    final ImageSource inner;
    private final ImageGeometry geometry;
    /** What each array is made of. */
    private final Map<ArraySpec, ArraySpec> innerOf;

    private final List<ActiveArray> active;

    WrappedSource(ImageSource inner, ImageGeometry geometry, Map<ArraySpec, ArraySpec> innerOf) {
        this(inner, geometry, innerOf, List.of());
    }

    /** @param active what is to be active instead of what has the same role in the other image */
    WrappedSource(
            ImageSource inner, ImageGeometry geometry, Map<ArraySpec, ArraySpec> innerOf, List<ActiveArray> active) {
        this.inner = inner;
        this.geometry = geometry;
        this.innerOf = new LinkedHashMap<>(innerOf);
        this.active = active(active);
    }

    private List<ActiveArray> active(List<ActiveArray> chosen) {
        List<ActiveArray> roles = new ArrayList<>(chosen);
        for (ActiveArray role : inner.activeArrays()) {
            boolean isTaken = chosen.stream()
                    .anyMatch(one -> one.association() == role.association() && one.role() == role.role());
            if (!isTaken) {
                outer(role.association(), role.arrayName())
                        .ifPresent(name -> roles.add(new ActiveArray(role.association(), role.role(), name)));
            }
        }
        return List.copyOf(roles);
    }

    static Map<ArraySpec, ArraySpec> unchanged(List<ArraySpec> arrays) {
        Map<ArraySpec, ArraySpec> same = new LinkedHashMap<>();
        arrays.forEach(array -> same.put(array, array));
        return same;
    }

    /** The name of what is made of an array of the other image; empty if it is left out. */
    private Optional<String> outer(Association association, String name) {
        return innerOf.entrySet().stream()
                .filter(array -> array.getValue().association() == association
                        && array.getValue().name().equals(name))
                .map(array -> array.getKey().name())
                .findFirst();
    }

    /** The array of the other image that one of {@link #arrays()} is made of. */
    final ArraySpec innerOf(ArraySpec array) {
        ArraySpec found = innerOf.get(array);
        if (found == null) {
            throw new IllegalArgumentException(array + " is none of the arrays " + arrays());
        }
        return found;
    }

    @Override
    public final ImageGeometry geometry() {
        return geometry;
    }

    @Override
    public final List<ArraySpec> arrays() {
        return List.copyOf(innerOf.keySet());
    }

    @Override
    public List<FieldArray> fields() {
        return inner.fields();
    }

    @Override
    public final List<ActiveArray> activeArrays() {
        return active;
    }

    @Override
    public final List<UnreadableArray> unreadable() {
        return inner.unreadable();
    }

    /** Those of arrays that are still there, under their new names. */
    @Override
    public List<SourceNote> notes() {
        List<SourceNote> notes = new ArrayList<>();
        for (SourceNote note : inner.notes()) {
            Optional<SourceNote.Array> array = note.array();
            if (array.isEmpty() || array.get().association() == Association.FIELD) {
                notes.add(note);
            } else {
                outer(array.get().association(), array.get().name())
                        .ifPresent(
                                name -> notes.add(SourceNote.ofArray(array.get().association(), name, note.message())));
            }
        }
        return notes;
    }

    @Override
    public final Optional<Unfinished> unfinished() {
        return inner.unfinished()
                .map(all -> new Unfinished(all.arrays().stream()
                        .flatMap(slices -> outer(slices.association(), slices.name())
                                .map(name -> new Unfinished.Slices(
                                        slices.association(), name, slices.stored(), slices.total()))
                                .stream())
                        .toList()));
    }

    @Override
    public final List<Path> otherFiles() {
        return inner.otherFiles();
    }

    @Override
    public final List<Path> missingFiles() throws IOException {
        return inner.missingFiles();
    }

    @Override
    public final void requireUnchanged() throws IOException {
        inner.requireUnchanged();
    }

    @Override
    public int slabThickness(ArraySpec array) {
        return inner.slabThickness(innerOf(array));
    }

    @Override
    public SlabReader open(ArraySpec array) throws IOException {
        return inner.open(innerOf(array));
    }

    @Override
    public void close() throws IOException {
        inner.close();
    }
}
