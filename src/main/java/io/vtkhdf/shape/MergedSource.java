package io.vtkhdf.shape;

import io.vtkhdf.copy.Likeness;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Region;
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
import java.util.function.Function;

/**
 * Several images of one geometry as one with the arrays of all. Of field arrays of one name, and of arrays in one role,
 * the first counts. Closing it closes them.
 */
final class MergedSource implements ImageSource {

    /** One of the images, and what errors and prefixes call it. */
    record Part(String name, String prefix, ImageSource image) {

        /** The same about the array as it is called in the merged image. */
        private SourceNote named(SourceNote note) {
            return note.array()
                    .filter(array -> array.association() != Association.FIELD)
                    .map(array -> SourceNote.ofArray(array.association(), prefix + array.name(), note.message()))
                    .orElse(note);
        }

        private List<Unfinished.Slices> unfinished() {
            return image.unfinished().map(Unfinished::arrays).orElse(List.of()).stream()
                    .map(slices -> new Unfinished.Slices(
                            slices.association(), prefix + slices.name(), slices.stored(), slices.total()))
                    .toList();
        }
    }

    private record Origin(ImageSource image, ArraySpec array) {}

    private final List<Part> parts;
    private final Map<ArraySpec, Origin> arrays = new LinkedHashMap<>();
    private final List<FieldArray> fields = new ArrayList<>();
    private final List<SourceNote> notes = new ArrayList<>();
    private final List<ActiveArray> active = new ArrayList<>();

    /**
     * @throws UnsupportedFileException if one lies elsewhere than the first
     * @throws IllegalArgumentException if two have an array of one name
     */
    MergedSource(List<Part> parts) throws UnsupportedFileException {
        this.parts = List.copyOf(parts);
        Part first = parts.get(0);
        Map<String, String> owners = new LinkedHashMap<>();
        for (Part part : parts) {
            new Likeness(part.name, first.name, "images that are merged have one geometry")
                    .requireSameGeometry(part.image.geometry(), first.image.geometry());
            for (ArraySpec array : part.image.arrays()) {
                ArraySpec named = Alike.ofName(array, part.prefix + array.name());
                String owner = owners.put(array.association() + named.name(), part.name);
                if (owner != null) {
                    throw taken(array, owner, part.name);
                }
                arrays.put(named, new Origin(part.image, array));
            }
            addFields(part);
            addActive(part);
            part.image.notes().forEach(note -> notes.add(part.named(note)));
        }
    }

    private static IllegalArgumentException taken(ArraySpec array, String one, String other) {
        return new IllegalArgumentException(
                other + ": found the " + array.association().groupName() + " array "
                        + ShownText.quoted(array.name()) + ", which " + one
                        + " has as well, expected names that differ; --prefix puts the name of its file before each");
    }

    private void addFields(Part part) {
        for (FieldArray field : part.image.fields()) {
            Optional<FieldArray> there = fields.stream()
                    .filter(other -> other.name().equals(field.name()))
                    .findFirst();
            if (there.isEmpty()) {
                fields.add(field);
            } else if (!there.get().isSameAs(field)) {
                notes.add(SourceNote.ofArray(
                        Association.FIELD,
                        field.name(),
                        part.name + ": field array " + ShownText.quoted(field.name())
                                + " is left out, since a file before has another one of that name"));
            }
        }
    }

    private void addActive(Part part) {
        for (ActiveArray role : part.image.activeArrays()) {
            if (active.stream()
                    .noneMatch(other -> other.association() == role.association() && other.role() == role.role())) {
                active.add(new ActiveArray(role.association(), role.role(), part.prefix + role.arrayName()));
            }
        }
    }

    @Override
    public ImageGeometry geometry() {
        return parts.get(0).image.geometry();
    }

    @Override
    public List<ArraySpec> arrays() {
        return List.copyOf(arrays.keySet());
    }

    @Override
    public List<FieldArray> fields() {
        return List.copyOf(fields);
    }

    @Override
    public List<UnreadableArray> unreadable() {
        return ofAll(ImageSource::unreadable);
    }

    @Override
    public List<SourceNote> notes() {
        return List.copyOf(notes);
    }

    @Override
    public Optional<Unfinished> unfinished() {
        boolean isWhole =
                parts.stream().allMatch(part -> part.image.unfinished().isEmpty());
        return isWhole
                ? Optional.empty()
                : Optional.of(new Unfinished(parts.stream()
                        .flatMap(part -> part.unfinished().stream())
                        .toList()));
    }

    @Override
    public List<Path> otherFiles() {
        return ofAll(ImageSource::otherFiles);
    }

    @Override
    public List<Path> missingFiles() throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Part part : parts) {
            missing.addAll(part.image.missingFiles());
        }
        return missing;
    }

    private <T> List<T> ofAll(Function<ImageSource, List<T>> property) {
        return parts.stream()
                .flatMap(part -> property.apply(part.image).stream())
                .toList();
    }

    @Override
    public void requireUnchanged() throws IOException {
        for (Part part : parts) {
            part.image.requireUnchanged();
        }
    }

    @Override
    public List<ActiveArray> activeArrays() {
        return List.copyOf(active);
    }

    @Override
    public int slabThickness(ArraySpec array) {
        Origin origin = origin(array);
        return origin.image.slabThickness(origin.array);
    }

    @Override
    public SlabReader open(ArraySpec array) throws IOException {
        Origin origin = origin(array);
        return origin.image.open(origin.array);
    }

    @Override
    public Optional<SlabReader> openRegion(ArraySpec array, Region region) throws IOException {
        Origin origin = origin(array);
        return origin.image.openRegion(origin.array, region);
    }

    private Origin origin(ArraySpec array) {
        Origin origin = arrays.get(array);
        if (origin == null) {
            throw new IllegalArgumentException(array + " is none of the arrays " + arrays());
        }
        return origin;
    }

    @Override
    public void close() throws IOException {
        Closing.all(parts.stream().map(Part::image).toList());
    }
}
