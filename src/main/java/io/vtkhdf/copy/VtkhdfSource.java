package io.vtkhdf.copy;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.Unfinished;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An open file, or a step of it, as a source of slabs. */
public final class VtkhdfSource implements ImageSource {

    private final ImageDataReader reader;
    private final Closeable closed;
    private final List<FieldArray> fields;
    private final List<UnreadableArray> unreadable;
    private final Optional<Unfinished> unfinished;
    private final List<Path> otherFiles;

    /** The step that a reader shows; the file is closed with the source. */
    public VtkhdfSource(ImageDataReader reader) throws IOException {
        this(reader, reader);
    }

    private VtkhdfSource(ImageDataReader reader, Closeable closed) throws IOException {
        this.reader = reader;
        this.closed = closed;
        List<UnreadableArray> leftOut = new ArrayList<>(reader.unreadable());
        this.fields = reader.fields(leftOut::add);
        this.unreadable = List.copyOf(leftOut);
        this.unfinished = reader.unfinished();
        this.otherFiles = reader.otherFiles();
    }

    /** The step that a reader shows; the file stays open when the source is closed. */
    static VtkhdfSource ofStep(ImageDataReader reader) throws IOException {
        return new VtkhdfSource(reader, () -> {});
    }

    /** What it reads from: any part of an array, and how that is stored. */
    public ImageDataReader reader() {
        return reader;
    }

    @Override
    public ImageGeometry geometry() {
        return reader.geometry();
    }

    @Override
    public List<ArraySpec> arrays() {
        List<ArraySpec> specs = new ArrayList<>();
        for (ArrayReader array : reader.arrays()) {
            specs.add(array.spec());
        }
        return specs;
    }

    @Override
    public List<FieldArray> fields() {
        return fields;
    }

    @Override
    public List<UnreadableArray> unreadable() {
        return unreadable;
    }

    /** Parts of arrays that are missing, or cannot be read, which whoever reads them hears again. */
    @Override
    public List<SourceNote> notes() {
        return notes(
                (array, unreadable) -> array.missingParts(Region.all(array.dimensions()), unreadable),
                ImageDataReader::missingFieldParts);
    }

    /** As {@link #notes()}, of the parts of arrays at any step. */
    public List<SourceNote> notesOfAllSteps() {
        return notes(ArrayReader::missingPartsOfAllSteps, ImageDataReader::missingFieldPartsOfAllSteps);
    }

    private List<SourceNote> notes(PartNotes.Search search, PartNotes.FieldSearch fieldSearch) {
        List<SourceNote> notes = new ArrayList<>(reader.notes());
        for (ArrayReader array : reader.arrays()) {
            notes.addAll(PartNotes.of(array, search));
        }
        for (FieldArray field : fields) {
            notes.addAll(PartNotes.ofField(reader, field.name(), fieldSearch));
        }
        return List.copyOf(notes);
    }

    /** Notes of the parts of an array that hold values of a region and are not there, or cannot be read. */
    public List<SourceNote> missingParts(ArraySpec array, Region region) throws IOException {
        ArrayReader found = reader.array(array.association(), array.name());
        return PartNotes.of(found, (of, unreadable) -> of.missingParts(region, unreadable));
    }

    @Override
    public List<Path> otherFiles() {
        return otherFiles;
    }

    @Override
    public List<Path> missingFiles() throws IOException {
        return reader.missingFiles();
    }

    @Override
    public Optional<Unfinished> unfinished() {
        return unfinished;
    }

    @Override
    public void requireUnchanged() throws IOException {
        if (unfinished.isEmpty()) {
            reader.requireUnchanged();
        }
    }

    @Override
    public List<ActiveArray> activeArrays() {
        return reader.activeArrays();
    }

    @Override
    public int slabThickness(ArraySpec array) {
        return reader.findArray(array.association(), array.name())
                .orElseThrow(() -> new IllegalArgumentException("no array " + array))
                .chunkThickness();
    }

    @Override
    public SlabReader open(ArraySpec array) throws IOException {
        ArrayReader found = find(array);
        return new Slabs(found, Region.all(found.dimensions()));
    }

    @Override
    public Optional<SlabReader> openRegion(ArraySpec array, Region region) throws IOException {
        return Optional.of(new Slabs(find(array), region));
    }

    private ArrayReader find(ArraySpec array) throws IOException {
        ArrayReader found = reader.array(array.association(), array.name());
        if (!found.spec().equals(array)) {
            throw new IllegalArgumentException(array + " is none of the arrays, there is " + found.spec());
        }
        return found;
    }

    private static final class Slabs implements SlabReader {
        private final ArrayReader array;
        private final Region region;
        private int next;
        private boolean closed;

        Slabs(ArrayReader array, Region region) {
            this.array = array;
            this.region = region;
        }

        @Override
        public void read(int slices, ByteBuffer target) throws IOException {
            requireLeft(slices);
            if (slices > 0) {
                Dimensions size =
                        new Dimensions(region.size().x(), region.size().y(), slices);
                array.read(new Region(region.x(), region.y(), region.z() + next, size), target, Order.X_FASTEST);
                next += slices;
            }
        }

        @Override
        public void skip(int slices, ByteBuffer scratch) {
            requireLeft(slices);
            next += slices;
        }

        private void requireLeft(int slices) {
            int left = region.size().z() - next;
            if (closed) {
                throw new IllegalStateException("the array is closed");
            } else if (slices < 0 || slices > left) {
                throw new IllegalArgumentException(slices + " slices wanted, " + left + " left");
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Override
    public void close() throws IOException {
        closed.close();
    }
}
