package io.vtkhdf.copy;

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
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** An image with some of another's arrays. Closing it closes the other. */
public final class SelectedArrays implements ImageSource {

    private final ImageSource all;
    private final List<ArraySpec> arrays;
    private final List<FieldArray> fields;
    private final List<ActiveArray> active;
    private final Closeable closed;

    /**
     * With all field arrays.
     *
     * @throws IllegalArgumentException if one of the arrays is not the other image's
     */
    public SelectedArrays(ImageSource all, List<ArraySpec> arrays) {
        this(all, arrays, all.fields(), all.activeArrays(), all);
    }

    private SelectedArrays(
            ImageSource all,
            List<ArraySpec> arrays,
            List<FieldArray> fields,
            List<ActiveArray> active,
            Closeable closed) {
        if (!all.arrays().containsAll(arrays)) {
            throw new IllegalArgumentException("found " + arrays + ", expected arrays among " + all.arrays());
        }
        this.all = all;
        this.arrays = List.copyOf(arrays);
        this.fields = List.copyOf(fields);
        this.active = active.stream()
                .filter(role -> isSelected(role.association(), role.arrayName()))
                .toList();
        this.closed = closed;
    }

    /** All of the other, which stays open when this is closed. */
    static ImageSource keptOpen(ImageSource all) {
        return new SelectedArrays(all, all.arrays(), all.fields(), all.activeArrays(), () -> {});
    }

    /** With all arrays and other field arrays. */
    public static ImageSource withFields(ImageSource all, List<FieldArray> fields) {
        return new SelectedArrays(all, all.arrays(), fields, all.activeArrays(), all);
    }

    /** With all arrays but some field arrays. */
    static ImageSource withoutFields(ImageSource all, Predicate<FieldArray> leftOut) {
        return withFields(all, all.fields().stream().filter(leftOut.negate()).toList());
    }

    /** With all arrays but some field arrays, and without roles that do not suit their arrays. */
    static ImageSource storable(ImageSource all, Predicate<FieldArray> leftOut) {
        return new SelectedArrays(
                all,
                all.arrays(),
                all.fields().stream().filter(leftOut.negate()).toList(),
                ActiveRoles.suitable(all),
                all);
    }

    @Override
    public ImageGeometry geometry() {
        return all.geometry();
    }

    @Override
    public List<ArraySpec> arrays() {
        return arrays;
    }

    @Override
    public List<FieldArray> fields() {
        return fields;
    }

    @Override
    public List<UnreadableArray> unreadable() {
        return all.unreadable();
    }

    @Override
    public List<SourceNote> notes() {
        return all.notes().stream()
                .filter(note -> note.array().map(this::isKept).orElse(true))
                .toList();
    }

    private boolean isKept(SourceNote.Array array) {
        return array.association() == Association.FIELD || isSelected(array.association(), array.name());
    }

    @Override
    public Optional<Unfinished> unfinished() {
        return all.unfinished()
                .map(whole -> new Unfinished(whole.arrays().stream()
                        .filter(array -> isSelected(array.association(), array.name()))
                        .toList()));
    }

    @Override
    public List<Path> otherFiles() {
        return all.otherFiles();
    }

    @Override
    public List<Path> missingFiles() throws IOException {
        return all.missingFiles();
    }

    @Override
    public void requireUnchanged() throws IOException {
        all.requireUnchanged();
    }

    @Override
    public List<ActiveArray> activeArrays() {
        return active;
    }

    private boolean isSelected(Association association, String name) {
        return arrays.stream()
                .anyMatch(array ->
                        array.association() == association && array.name().equals(name));
    }

    @Override
    public int slabThickness(ArraySpec array) {
        return all.slabThickness(array);
    }

    @Override
    public SlabReader open(ArraySpec array) throws IOException {
        return all.open(array);
    }

    @Override
    public Optional<SlabReader> openRegion(ArraySpec array, Region region) throws IOException {
        return all.openRegion(array, region);
    }

    @Override
    public void close() throws IOException {
        closed.close();
    }
}
